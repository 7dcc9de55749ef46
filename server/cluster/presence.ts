// The framework's presence over Redis, such that a line that is lost breaks nothing: topics are taken up again when it is
// back, what nobody waited for fails in silence, and a refusal keeps its code on the way from one process to another.

import { matchMaker } from '@colyseus/core';
import { RedisPresence } from '@colyseus/redis-presence';
import type { Redis } from 'ioredis';
import { log } from '../log.ts';

type Callback = (...args: unknown[]) => void;
/** What one process asks of another: a method, or none for a new room, and the word for its answer. */
type Asked = [method: string | null, word: string, args: Parameters<typeof matchMaker.handleCreateRoom>];
/** How the framework marks answers. */
const ANSWER = { done: 0, refused: 1 } as const;
/** Before the id of a process: what it is asked. */
const PROCESS = 'p:';

/** The framework does not wait for many of its own calls: a failure of those is no unhandled one. Who waits is told. */
function quiet<T>(answer: Promise<T>): Promise<T> {
  answer.catch((error: Error) => log.debug({ error: error.message }, 'redis'));
  return answer;
}

export class SteadyPresence extends RedisPresence {
  /** Takes a connection, and makes another of its kind to listen with. */
  constructor(redis: Redis) {
    super(redis);
  }

  /** The one that asks and the one that listens. */
  get connections(): readonly [Redis, Redis] {
    return [this.pub as Redis, this.sub as Redis];
  }

  /** Never rejects: the topic is listened to as soon as the line allows. */
  override async subscribe(topic: string, callback: Callback): Promise<this> {
    const heard = topic.startsWith(PROCESS) ? this.#openingRooms(callback) : callback;
    await quiet(super.subscribe(topic, heard)).catch(() => {});
    return this;
  }

  /** The framework tells the process that asked for a room only the sentence of a refusal, without its code. */
  #openingRooms(otherwise: Callback): Callback {
    return (asked) => {
      const [method, word, args] = asked as Asked;
      if (method !== null) return otherwise(asked);
      const answer = (how: number, what: unknown) => void this.publish(`ipc:${word}`, [how, what]).catch(() => {});
      matchMaker.handleCreateRoom(...args).then(
        (room) => answer(ANSWER.done, room),
        ({ code, message }: { code?: number; message: string }) => answer(ANSWER.refused, JSON.stringify({ code, message })),
      );
    };
  }

  override async unsubscribe(topic: string, callback?: Callback): Promise<this> {
    await quiet(super.unsubscribe(topic, callback)).catch(() => {});
    return this;
  }

  override publish(topic: string, data: unknown): Promise<void> {
    return quiet(super.publish(topic, data));
  }

  override hset(key: string, field: string, value: string): Promise<boolean> {
    return quiet(super.hset(key, field, value));
  }

  override hdel(key: string, field: string): Promise<boolean> {
    return quiet(super.hdel(key, field));
  }

  override hincrbyex(key: string, field: string, value: number, expireInSeconds: number): Promise<number> {
    return quiet(super.hincrbyex(key, field, value, expireInSeconds));
  }

  /** Ends both connections, after what was said already if they are open. */
  override shutdown(): void {
    for (const connection of this.connections) connection.quit().catch(() => connection.disconnect());
  }
}
