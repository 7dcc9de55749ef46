// Starts the server of the benchmarks in a process of its own, so that it does not share a core with the players.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface BenchServer {
  port: number;
  stop(): Promise<void>;
}

/** Starts it on a free port of this machine, with `more` in its environment. Rejects when it ends before it listens. */
export async function startBenchServer(more: Record<string, string> = {}): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-bench-'));
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    REPLAY_LIMIT: '0',
    LOG_LEVEL: 'error',
    MAX_ROOMS_PER_ADDRESS: '1000',
    ...more,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serverProcess.ts')], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await Promise.race([portOf(child), diesEarly(child)]);
  return {
    port,
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  const [line] = await once(createInterface(child.stdout as Readable), 'line');
  return Number(line);
}

async function diesEarly(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the server of the benchmark ended with code ${code}`);
}
