// `npm start`: builds the page when it is missing, starts the server and prints the links.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { startServer } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { DIST } from './http.ts';
import { log } from './log.ts';

const ROOT = join(import.meta.dirname, '..');
/** What the page is built from. */
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** When anything below a path was last written, in milliseconds. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the page when it is missing, or older than its sources: an update must not serve yesterday's page. */
async function buildPage(): Promise<void> {
  const page = join(DIST, 'index.html');
  const sources = SOURCES.map((name) => join(ROOT, name)).filter((path) => existsSync(path));
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...sources.map(newest))) return;
  process.stdout.write('Building the page …\n');
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
}

/** Addresses under which others in the local network reach this machine. */
function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

function links(config: Config, port: number): string[] {
  if (config.PUBLIC_URL) return [config.PUBLIC_URL];
  const everywhere = config.HOST === '0.0.0.0' || config.HOST === '::';
  const hosts = everywhere ? ['localhost', ...lanAddresses()] : [config.HOST];
  return hosts.map((host) => `${config.TLS_CERT ? 'https' : 'http'}://${host}:${port}/`);
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `PORT=${process.env.PORT || 2567} is in use: stop the other program or set another PORT`;
  if (code === 'EACCES') return `PORT=${process.env.PORT} needs more rights: set a PORT of 1024 or more`;
  return message;
}

// A promise that nobody waited for is a mistake to mend, not a reason to end everybody's match.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));

try {
  const config = readConfig(process.env);
  await buildPage();
  const { port, newAdminPassword } = await startServer(config);
  const lines = ['Carom is running:', ...links(config, port).map((link) => `  ${link}`)];
  if (newAdminPassword) lines.push(`The password of the monitor (/monitor), shown this once: ${newAdminPassword}`);
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
