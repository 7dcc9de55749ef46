// The framework's list of rooms in Redis, such that a line that is lost costs no match: what this process says of its own
// rooms is never refused, and said again when the line is back.

import type { IRoomCache, SortOptions } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import type { Redis } from 'ioredis';
import { log } from '../log.ts';

/** Where the framework's driver keeps it. */
const LIST = 'roomcaches';

export class SteadyDriver extends RedisDriver {
  readonly #redis: Redis;
  /** Rooms of this process, as listed or to be listed. */
  readonly #own = new Map<string, IRoomCache>();
  /** Rooms of this process that ended while Redis could not be told. */
  readonly #ended = new Set<string>();
  #handedOver = false;

  constructor(redis: Redis) {
    super(redis);
    this.#redis = redis;
  }

  /** Lists a new room. False when there is one of its id already, in whatever process. */
  async insert(room: IRoomCache): Promise<boolean> {
    const listed = await this.#redis.hsetnx(LIST, room.roomId, JSON.stringify(room)).catch((error: Error) => later(error, 1));
    if (listed === 1) this.#own.set(room.roomId, room);
    return listed === 1;
  }

  override async persist(room: IRoomCache, create = false): Promise<boolean> {
    this.#own.set(room.roomId, room);
    return super.persist(room, create).catch((error: Error) => later(error, true));
  }

  override async update(room: IRoomCache, operations: Parameters<RedisDriver['update']>[1]): Promise<true> {
    if (this.#handedOver) return true;
    return super.update(room, operations).then(
      () => true as const,
      (error: Error) => later(error, true as const),
    );
  }

  override async remove(roomId: string): Promise<boolean> {
    const room = this.#own.get(roomId);
    this.#own.delete(roomId);
    return this.#removeOwn(roomId, room?.processId).catch((error: Error) => {
      this.#ended.add(roomId);
      return later(error, true);
    });
  }

  override query(conditions: Partial<IRoomCache>, sort?: SortOptions): Promise<IRoomCache[]> {
    return this.#read(() => super.query(conditions, sort));
  }

  override findOne(conditions: Partial<IRoomCache>, sort?: SortOptions): Promise<IRoomCache> {
    return this.#read(async () => super.findOne(conditions, sort));
  }

  /** Redis is back, maybe with nothing in it: lists the rooms of this process as they are. */
  async restore(): Promise<void> {
    const rows = [...this.#own].map(([roomId, room]) => [roomId, JSON.stringify(room)] as const);
    if (rows.length > 0) await this.#redis.hset(LIST, new Map(rows));
    const ended = [...this.#ended].filter((roomId) => !this.#own.has(roomId));
    if (ended.length > 0) await this.#redis.hdel(LIST, ...ended);
    this.#ended.clear();
  }

  /** Others go on with the rooms of this process, under the same ids: it takes them out of the list and says no more of them. */
  async handOver(): Promise<void> {
    this.#handedOver = true;
    const roomIds = [...this.#own.keys()];
    this.#own.clear();
    if (roomIds.length > 0) await this.#redis.hdel(LIST, ...roomIds);
  }

  /** Another process may have gone on with it in the meantime: then it is theirs. */
  async #removeOwn(roomId: string, processId: string | undefined): Promise<boolean> {
    if (this.#handedOver) return true;
    const listed = processId && (await super.findOne({ roomId }));
    return listed && listed.processId !== processId ? false : super.remove(roomId);
  }

  /** The presence ends the connection that they share. */
  override async shutdown(): Promise<void> {}

  /** The framework's driver shares one answer among those who ask at once, and would go on to share a failure for good. */
  async #read<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      Object.assign(this, { _concurrentRoomCacheRequest: undefined, _roomCacheRequestByName: {} });
      throw error;
    }
  }
}

function later<T>(error: Error, answer: T): T {
  log.debug({ error: error.message }, 'a room is listed later');
  return answer;
}
