// Builds the page, for who is about to serve it.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './http.ts';

const ROOT = join(import.meta.dirname, '..');
/** What the page is built from. */
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** When anything below a path was last written, in milliseconds. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the page when it is missing, or older than its sources: an update must not serve yesterday's page. */
export async function buildPage(): Promise<void> {
  const page = join(DIST, 'index.html');
  const sources = SOURCES.map((name) => join(ROOT, name)).filter((path) => existsSync(path));
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map(newest))) return;
  process.stdout.write('Building the page …\n');
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}
