// A real Redis and a real nginx for tests, each on a free port and in a folder of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/until.ts';

const CONFIG = join(import.meta.dirname, '../../deploy/nginx.conf');

/** Whether somebody listens. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', say(true)).once('error', say(false));
  });
}

/** A program that is started again on the same port. */
export class Service {
  readonly port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'carom-service-'));
  readonly #command: (folder: string) => string[];
  #child: ChildProcess | undefined;
  #said = '';

  private constructor(port: number, command: (folder: string) => string[]) {
    this.port = port;
    this.#command = command;
    // A killed nginx would leave its workers.
    process.once('exit', () => this.#child?.kill('SIGTERM'));
  }

  /** A Redis that keeps nothing on disk: killed, it forgets all. */
  static async redis(port: number): Promise<Service> {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const service = new Service(port, (folder) => ['redis-server', ...options, '--dir', folder]);
    await service.start();
    return service;
  }

  /** The nginx of deploy/nginx.conf before processes at other ports. */
  static async nginx(port: number, [first, second]: readonly number[]): Promise<Service> {
    const text = readFileSync(CONFIG, 'utf8')
      .replaceAll('2567', String(first))
      .replaceAll('2568', String(second))
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      // As who runs the test, and with nothing outside the folder.
      .replace(
        'access_log off;',
        `${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${kind};`).join('\n')} access_log off;`,
      );
    const service = new Service(port, (folder) => {
      writeFileSync(join(folder, 'nginx.conf'), `daemon off; worker_processes 1; pid nginx.pid; error_log error.log;\n${text}`);
      return ['nginx', '-p', folder, '-c', 'nginx.conf', '-e', 'error.log'];
    });
    await service.start();
    return service;
  }

  async start(): Promise<void> {
    const [program, ...rest] = this.#command(this.#folder) as [string, ...string[]];
    const child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.#said += text));
    this.#child = child;
    await until(
      () => {
        if (child.exitCode !== null) throw new Error(`${program} ended: ${this.#said}`);
        return answers(this.port);
      },
      { what: program, timeoutMs: 20_000 },
    );
  }

  /** Ends it without a word. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** It is there but does not move, as behind a line that was cut; or moves again. */
  freeze(on: boolean): void {
    this.#child?.kill(on ? 'SIGSTOP' : 'SIGCONT');
  }

  /** For good. nginx ends its workers only when it is asked to. */
  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
