// The framework's presence over Redis, such that a line that is lost breaks nothing: topics are taken up again when it is
// back, and what nobody waited for fails in silence.

import { RedisPresence } from '@colyseus/redis-presence';
import type { Redis } from 'ioredis';
import { log } from '../log.ts';

type Callback = (...args: unknown[]) => void;

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
    await quiet(super.subscribe(topic, callback)).catch(() => {});
    return this;
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
