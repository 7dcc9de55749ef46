// Servers for tests, each in a process of its own: Colyseus' matchmaker is one a process, and a test's own work must not
// hold up a room's ticks. Most tests share one.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const SCRIPT = join(import.meta.dirname, 'serverProcess.ts');

export interface TestServer {
  port: number;
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** All that it has written besides its port: warnings and errors. */
  said(): string;
  health(): Promise<Health>;
  /** Recordings on its disk, oldest first. */
  recordings(): string[];
  stop(): Promise<void>;
}

export interface Health {
  status: string;
  version: string;
  uptimeS: number;
  rooms: number;
  players: number;
  tickRate: number;
  lateTicks: number;
}

/** Tuning with which who stands still keeps the seat: a minute is short where pictures are drawn in software. */
export const PATIENT = { IDLE: { warnTicks: 36_000, leaveTicks: 36_600 } };

/** Starts a server of one's own on a free port. */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'carom-test-'));
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    MAX_CONNECTIONS_PER_ADDRESS: '1000',
    MAX_JOINS_PER_ADDRESS: '10000',
    MAX_ROOMS_PER_ADDRESS: '1000',
  };
  const child = spawn(process.execPath, [SCRIPT], { env: { ...process.env, ...settings, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  const end = () => {
    child.kill('SIGKILL');
    remove();
  };
  process.once('exit', end);
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const port = await Promise.race([
    portOf(child, (line) => {
      said += `${line}\n`;
    }),
    diesEarly(child, () => said),
  ]).catch((error) => {
    process.off('exit', end);
    remove();
    throw error;
  });
  const folder = join(dataDir, 'replays');
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    child,
    said: () => said,
    health: async () => (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as Health,
    recordings: () => readRecordings(folder),
    async stop() {
      process.off('exit', end);
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      remove();
    },
  };
}

let shared: Promise<TestServer> | undefined;

/** The server that tests share; it ends with the process. */
export function theServer(): Promise<TestServer> {
  shared ??= startTestServer();
  return shared;
}

/** The port is the line that is a number: what it says of a wrong map comes before. */
function portOf(child: ChildProcess, rest: (line: string) => void): Promise<number> {
  return new Promise((resolve) => {
    createInterface(child.stdout as Readable).on('line', (line) => (/^\d+$/.test(line) ? resolve(Number(line)) : rest(line)));
  });
}

async function diesEarly(child: ChildProcess, said: () => string): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the server ended with code ${code}: ${said()}`);
}

function readRecordings(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.carom'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
