// Who one is here, without an account: a token from the server, kept in this browser and sent with every join. Where
// nothing may be kept one is somebody else after each visit, and can play all the same.

import { askIdentity, deleteIdentity, passport } from '../net/passport.ts';
import { SERVER } from './server.ts';
import { party } from './tab.ts';

const KEY = 'carom.identity';
/** A token is good for a year, and renewed when one comes back after so long. */
const RENEW_MS = 30 * 24 * 3600 * 1000;

interface Kept {
  token: string;
  /** Milliseconds since 1970. */
  askedAt: number;
}

function read(): Kept | undefined {
  try {
    const { token, askedAt } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>;
    return typeof token === 'string' && typeof askedAt === 'number' ? { token, askedAt } : undefined;
  } catch {
    return undefined;
  }
}

function keep(token: string | undefined): void {
  if (token === undefined) delete passport.words.token;
  else passport.words.token = token;
  try {
    if (token === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ token, askedAt: Date.now() } satisfies Kept));
  } catch {
    // Nowhere to keep it.
  }
}

let asked: Promise<void> | undefined;

/** Has the identity ready for the next join. Never rejects: without the server there is nothing to join either. */
export function identify(): Promise<void> {
  asked ??= begin();
  return asked;
}

async function begin(): Promise<void> {
  passport.words.party = party();
  const kept = read();
  if (kept) passport.words.token = kept.token;
  if (!kept) await ask(undefined);
  else if (Date.now() - kept.askedAt > RENEW_MS) void ask(kept.token);
}

async function ask(token: string | undefined): Promise<void> {
  try {
    keep(await askIdentity(SERVER, token));
  } catch {
    // Asked again with the next join.
    asked = undefined;
  }
}

/** The server does not know the token: a new identity in its place. Another tab may have got one already. */
export async function identifyAnew(): Promise<void> {
  const before = passport.words.token;
  const other = read();
  if (other && other.token !== before) passport.words.token = other.token;
  else await ask(undefined);
}

/** Deletes what the server keeps of this person, and the token here. Rejects when that failed. */
export async function forgetMe(): Promise<void> {
  const { token } = passport.words;
  if (token) await deleteIdentity(SERVER, token);
  keep(undefined);
  asked = undefined;
}
