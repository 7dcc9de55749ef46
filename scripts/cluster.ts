// `npm run cluster -- --processes 2`: several processes of the server that share the Redis at REDIS_URL, on the ports PORT,
// PORT+1, … One that dies is started again; SIGINT or SIGTERM drains and ends them all. `--help` lists the options.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../server/config.ts';
import { lanAddresses } from '../server/links.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';

const HELP = `npm run cluster -- [options]

  --processes N   how many, 1 to 64; by default 2

Settings are those of \`npm start\`. REDIS_URL is needed. With PUBLIC_URL, the address of an nginx before them all
(deploy/nginx.conf), each is reached below it at process/PORT; without, at its own port.`;

const MAIN = join(import.meta.dirname, '../server/main.ts');
/** Milliseconds before one that died is started again, longer each time until it ran for a while. */
const AGAIN_MS = 500;
const LONGEST_MS = 15_000;
const STEADY_MS = 30_000;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, processes: { type: 'string', default: '2' } } });

let ending = false;
const children = new Set<ChildProcess>();

/** What the process at a port is told besides the settings of all. */
function settingsOf(port: number, ports: readonly number[]): Record<string, string> {
  const { PUBLIC_URL, ALLOWED_ORIGINS = '' } = process.env;
  if (PUBLIC_URL) return { PORT: String(port), PROCESS_URL: `${PUBLIC_URL.replace(/\/$/, '')}/process/${port}` };
  // A page of one process opens sockets to the others.
  const hosts = ['localhost', '127.0.0.1', ...lanAddresses()];
  const origins = ports.flatMap((one) => hosts.map((host) => `http://${host}:${one}`));
  return { PORT: String(port), ALLOWED_ORIGINS: [ALLOWED_ORIGINS, ...origins].filter(Boolean).join(',') };
}

/** Starts a process and resolves when it has printed its links, or has ended. */
async function launch(env: Record<string, string>, wait = AGAIN_MS): Promise<void> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  children.add(child);
  child.once('exit', (code, signal) => {
    children.delete(child);
    if (ending) return;
    const next = performance.now() - startedAt > STEADY_MS ? AGAIN_MS : Math.min(LONGEST_MS, wait * 2);
    say(`The process at port ${env.PORT} ended (${signal ?? code}): it is started again`);
    setTimeout(() => !ending && void launch(env, next), wait);
  });
  const lines = createInterface(child.stdout as Readable);
  lines.on('line', say);
  await Promise.race([once(lines, 'line'), once(child, 'exit')]);
}

/** All drain and end; a second signal does not wait. */
function end(): void {
  const signal = ending ? 'SIGKILL' : 'SIGTERM';
  ending = true;
  for (const child of children) child.kill(signal);
}

await runScript(async () => {
  if (values.help) {
    say(HELP);
    return;
  }
  const count = integerOf('processes', values.processes, 1, 64);
  const config = readConfig(process.env);
  if (!config.REDIS_URL) throw new ConfigError('REDIS_URL is not set: several processes need a Redis, such as redis://127.0.0.1:6379');
  if (config.PORT + count > 65_536 || config.PORT === 0) throw new UsageError(`PORT=${config.PORT} leaves no room for ${count} ports`);
  process.on('SIGINT', end).on('SIGTERM', end);
  const ports = Array.from({ length: count }, (_, i) => config.PORT + i);
  // One after the other: the first builds the page, and all use what it made in DATA_DIR.
  for (const port of ports) if (!ending) await launch(settingsOf(port, ports));
});
