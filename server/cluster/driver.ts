// The framework's list of rooms in Redis, such that a line that is lost costs no match: what this process says of its own
// rooms never fails, and is said again when the line is back. A room that another process has taken over stays theirs.

import { type IRoomCache, matchMaker, type SortOptions } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import type { Redis } from 'ioredis';
import { log } from '../log.ts';

/** Where the framework's driver keeps it. */
const LIST = 'roomcaches';
/** Does something with a room's line of it, unless that is another process's: the framework would not ask. */
const unlessOthers = (then: string): string => `
local listed = redis.call('HGET', KEYS[1], ARGV[1])
if listed and cjson.decode(listed).processId ~= ARGV[2] then return 0 end
${then}`;
const CLAIM = unlessOthers(`redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) return 1`);
const RELEASE = unlessOthers(`return redis.call('HDEL', KEYS[1], ARGV[1])`);

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

  override async persist(room: IRoomCache): Promise<boolean> {
    this.#own.set(room.roomId, room);
    return this.#claim(room).catch((error: Error) => later(error, true));
  }

  override async update(room: IRoomCache, { $set = {}, $inc = {} }: Parameters<RedisDriver['update']>[1]): Promise<true> {
    Object.assign(room, $set);
    const counts = room as unknown as Record<string, number>;
    for (const [field, by] of Object.entries($inc)) counts[field] = (counts[field] ?? 0) + Number(by);
    if (!this.#handedOver) await this.#claim(room).catch((error: Error) => later(error, false));
    return true;
  }

  override async remove(roomId: string): Promise<boolean> {
    this.#own.delete(roomId);
    if (this.#handedOver) return true;
    return this.#release(roomId).catch((error: Error) => {
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
    await Promise.all([...this.#own.values()].map((room) => this.#claim(room)));
    const ended = [...this.#ended].filter((roomId) => !this.#own.has(roomId));
    await Promise.all(ended.map((roomId) => this.#release(roomId)));
    this.#ended.clear();
  }

  /** Ids of the rooms of this process that another one runs now, because it took this one for dead. */
  async elsewhere(): Promise<string[]> {
    const listed = await this.findByIds([...this.#own.keys()]);
    return [...listed.values()].filter(({ processId }) => processId !== matchMaker.processId).map(({ roomId }) => roomId);
  }

  /** Others go on with the rooms of this process, under the same ids: it takes them out of the list and says no more of them. */
  async handOver(): Promise<void> {
    this.#handedOver = true;
    const roomIds = [...this.#own.keys()];
    this.#own.clear();
    await Promise.all(roomIds.map((roomId) => this.#release(roomId)));
  }

  async #claim(room: IRoomCache): Promise<boolean> {
    return (await this.#redis.eval(CLAIM, 1, LIST, room.roomId, matchMaker.processId, JSON.stringify(room))) === 1;
  }

  async #release(roomId: string): Promise<boolean> {
    return (await this.#redis.eval(RELEASE, 1, LIST, roomId, matchMaker.processId)) === 1;
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
