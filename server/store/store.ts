// What is kept on disk besides recordings: people, bans, mutes, the audit, running matches. One SQLite file in DATA_DIR,
// written by a thread of its own: every call here only sends it a message, so no tick ever waits for the disk.

import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from './database.ts';

type Method = { [K in keyof Database]: Database[K] extends (...values: never[]) => unknown ? K : never }[keyof Database];

/** A message to the thread, and its answer. */
export interface Call {
  id: number;
  method: Method;
  values: unknown[];
}
export interface Answer {
  id: number;
  value?: unknown;
  /** The sentence of what failed. */
  error?: string;
}

/** The calls of the database, each with a promise of its result; it rejects when the disk refuses. Written is what was answered. */
export type Store = { readonly [K in Method]: (...values: Parameters<Database[K]>) => Promise<ReturnType<Database[K]>> };

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** DATA_DIR cannot be used; the message is one line for people. */
export class StoreError extends Error {}

/** Opens the store below `dataDir`, which is made if need be. Rejects with a StoreError when it cannot be written. */
export async function openStore(dataDir: string): Promise<Store> {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return await new StoreThread(join(dataDir, 'carom.db')).open();
  } catch (error) {
    throw new StoreError(`DATA_DIR=${dataDir} cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

class StoreThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #ended = false;

  constructor(file: string) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: file });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#end(error.message));
    this.#worker.on('exit', () => this.#end('the store is closed'));
  }

  async open(): Promise<Store> {
    await new Promise<void>((resolve, reject) => this.#waiting.set(0, { resolve, reject })).catch(async (error) => {
      await this.#worker.terminate();
      throw error;
    });
    // An open store alone does not keep the process alive.
    this.#worker.unref();
    return new Proxy({} as Store, {
      // Else a store could not be the result of a promise.
      get: (_store, method) => (method === 'then' ? undefined : (...values: unknown[]) => this.#call(method as Method, values)),
    });
  }

  #call(method: Method, values: unknown[]): Promise<never> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('the store is closed'));
      const id = ++this.#calls;
      this.#waiting.set(id, { resolve, reject });
      // Whoever waits for an answer waits for the thread.
      this.#worker.ref();
      this.#worker.postMessage({ id, method, values } satisfies Call);
    });
  }

  #settle({ id, value, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (error === undefined) waiting?.resolve(value as never);
    else waiting?.reject(new Error(error));
  }

  #end(why: string): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
