// The operator's password: from the settings, else made once and kept beside the data.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEAST_LETTERS = 8;

export interface Password {
  text: string;
  /** Whether it was made just now, and must be shown. */
  fresh: boolean;
}

/** `given` wins; else what `dataDir` holds, else a new one, readable by the owner only. */
export function adminPassword(given: string | undefined, dataDir: string): Password {
  if (given) return { text: given, fresh: false };
  const file = join(dataDir, 'admin-password');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  // A file that was cut short when it was written is as good as none.
  if (kept.length >= LEAST_LETTERS) return { text: kept, fresh: false };
  const text = randomBytes(12).toString('base64url');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return { text, fresh: true };
}
