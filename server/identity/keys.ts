// The secrets behind identities, made at the first start and kept in DATA_DIR, readable by their owner only: keys that
// sign tokens, and the salt of addresses. Tokens are signed with the newest key; it is followed by a new one after half a
// year, and goes when the last token that it signed has ended. Without the file everybody is new, and bans hold by nothing.

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const DAY_MS = 24 * 3600 * 1000;
/** How long a token is good for. */
export const TOKEN_DAYS = 365;
const SIGNS_DAYS = 180;
const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

const secret = z.base64url().min(40);
const file = z.object({
  salt: secret,
  /** The newest first. */
  keys: z.array(z.object({ id: z.string().min(1), secret, madeAt: z.number() })).min(1),
});
type KeyFile = z.infer<typeof file>;

/** A key that signs or once did. */
export interface Key {
  id: string;
  bytes: Uint8Array;
}

export interface Keys {
  /** The newest first: it signs. */
  signing: readonly [Key, ...Key[]];
  /** Of addresses' hashes; it stays, because bans hold by it. */
  salt: Uint8Array;
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
const newKey = (now: number): KeyFile['keys'][number] => ({ id: randomBytes(4).toString('hex'), secret: newSecret(), madeAt: now });
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');

/** Reads the secrets below `dataDir` at a time, makes or renews them if need be. Throws when the file cannot be read or written. */
export function loadKeys(dataDir: string, now = Date.now()): Keys {
  const path = join(dataDir, 'identity-keys.json');
  if (!existsSync(path)) makeFile(path, { salt: newSecret(), keys: [newKey(now)] });
  const kept = parse(path);
  const [newest] = kept.keys;
  const keys = newest && now - newest.madeAt > SIGNS_DAYS * DAY_MS ? [newKey(now), ...kept.keys] : kept.keys;
  const needed = keys.filter(({ madeAt }) => now - madeAt <= (SIGNS_DAYS + TOKEN_DAYS) * DAY_MS);
  if (needed.length !== kept.keys.length || keys !== kept.keys) renameSync(writePart(path, { salt: kept.salt, keys: needed }), path);
  const signing = needed.map(({ id, secret }) => ({ id, bytes: bytesOf(secret) }));
  return { signing: signing as [Key, ...Key[]], salt: bytesOf(kept.salt) };
}

/** Makes the file, unless another process has just made it: both must use the same. */
function makeFile(path: string, secrets: KeyFile): void {
  const part = writePart(path, secrets);
  try {
    linkSync(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  unlinkSync(part);
}

/** Writes under another name first: a file that was cut short would make everybody new. Returns that name. */
function writePart(path: string, secrets: KeyFile): string {
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: OWNER_ONLY });
  return part;
}

function parse(path: string): KeyFile {
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path} is damaged: put it back from a copy, or delete it and everybody gets a new identity`);
  }
}
