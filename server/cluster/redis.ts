// The line to Redis. It comes back by itself however it was lost; meanwhile nothing waits for it for long.

import { Redis } from 'ioredis';
import { ConfigError } from '../config.ts';
import { log } from '../log.ts';

/** Milliseconds. */
const ANSWER_MS = 1500;
const CONNECT_MS = 3000;
const RETRY_MS = 1000;
const START_MS = 10_000;
const BEAT_MS = 1000;
/** So many beats without an answer: the line is lost; with so many it is dropped and made anew. */
const LOST_BEATS = 2;
const DROPPED_BEATS = 4;

/** A connection to Redis. What is asked while it is lost fails at once, and what is not answered fails soon. */
export function connect(url: string): Redis {
  return new Redis(url, {
    connectTimeout: CONNECT_MS,
    commandTimeout: ANSWER_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (tries) => Math.min(RETRY_MS, 100 * tries),
  });
}

/** Waits for connections at the start. Rejects with a ConfigError when there is no Redis. */
export async function untilReady(connections: readonly Redis[]): Promise<void> {
  let last = 'no answer';
  const ready = connections.map((redis) => {
    redis.on('error', (error: Error) => {
      last = error.message;
    });
    return redis.status === 'ready' ? undefined : new Promise<void>((resolve) => redis.once('ready', resolve));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ConfigError(`REDIS_URL cannot be reached (${last}): it must lead to a running Redis`)), START_MS);
  });
  await Promise.race([Promise.all(ready), late]).finally(() => clearTimeout(timer));
}

/** Whether what was asked failed because Redis cannot be reached. */
export const isLineError = (error: unknown): boolean =>
  error instanceof Error && /^(Command timed out|Connection is closed|Stream isn't writeable|Reached the max retries)/.test(error.message);

/** Asks connections again and again whether they are there. */
export class Heartbeat {
  readonly #connections: readonly Redis[];
  readonly #missed: number[];
  readonly #timer: NodeJS.Timeout;
  readonly #onBack: () => void;
  #healthy = true;

  /** `onBack` runs each time that all are there again. */
  constructor(connections: readonly Redis[], onBack: () => void) {
    this.#connections = connections;
    this.#missed = connections.map(() => 0);
    this.#onBack = onBack;
    this.#timer = setInterval(() => this.#beat(), BEAT_MS).unref();
    for (const redis of connections) redis.on('close', () => this.#lost('closed'));
  }

  get healthy(): boolean {
    return this.#healthy;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const beats = this.#connections.map((redis, i) =>
      redis.ping().then(
        () => {
          this.#missed[i] = 0;
        },
        () => this.#miss(redis, i),
      ),
    );
    void Promise.all(beats).then(() => this.#judge());
  }

  #miss(redis: Redis, i: number): void {
    const missed = (this.#missed[i] as number) + 1;
    this.#missed[i] = missed;
    if (missed === LOST_BEATS) this.#lost('no answer');
    // A line that was cut without a word stays open for minutes.
    if (missed % DROPPED_BEATS === 0 && redis.status === 'ready') redis.disconnect(true);
  }

  #lost(why: string): void {
    if (!this.#healthy) return;
    this.#healthy = false;
    log.warn({ why }, 'Redis is lost: matches go on, nobody new is let in');
  }

  #judge(): void {
    if (this.#healthy || this.#missed.some((missed) => missed > 0)) return;
    this.#healthy = true;
    log.warn('Redis is back');
    this.#onBack();
  }
}
