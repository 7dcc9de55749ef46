// The matches of a room, one after another: the world, its bots, its recording. Knows slots, not clients.

import { randomInt } from 'node:crypto';
import { modeOf } from '#shared/modes/index.ts';
import { endBolt } from '#shared/sim/bolts.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS, RESULTS_TICKS } from '#shared/tuning.ts';
import { mapOf, maps } from '../maps.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { BotRoster } from './botRoster.ts';
import { MatchRecording } from './matchRecording.ts';
import type { RoomOptions } from './options.ts';

/** Seeds are uint32. */
const newSeed = () => randomInt(2 ** 32);

export class Match {
  world: World;
  /** The commands of the coming tick; the room adds those of people. */
  readonly batch = new CommandBatch();
  /** World tick at which each seat was filled. */
  readonly joinTicks = new Uint32Array(MAX_PUCKS);

  readonly #options: RoomOptions;
  readonly #code: string;
  readonly #store: RecordingStore;
  readonly #bots = new BotRoster();
  #recording: MatchRecording;
  #people = 0;

  /** `code` names the recordings. */
  constructor(options: RoomOptions, code: string, store: RecordingStore) {
    this.#options = options;
    this.#code = code;
    this.#store = store;
    [this.world, this.#recording] = this.#open(0, undefined);
    this.#fillWithBots();
  }

  /** Gives a person a seat; a bot makes room. Returns the slot, -1 when people hold them all. */
  addPerson(name: string): number {
    if (this.#people >= MAX_PUCKS) return -1;
    if (this.#people + this.#bots.count >= Math.min(MAX_PUCKS, Math.max(this.#options.bots, this.#people + 1))) this.#dropBot();
    const slot = this.#freeSlot();
    this.#people++;
    this.#seat(slot, name, false);
    return slot;
  }

  /** Frees a person's seat; a bot may take it. */
  removePerson(slot: number): void {
    this.#people--;
    this.#unseat(slot);
    this.#fillWithBots();
  }

  /** One tick: bots add their commands, all are recorded, the world steps. */
  step(): void {
    this.#bots.think(this.world, this.batch);
    this.#recording.commands(this.batch);
    stepWorld(this.world, this.batch);
    this.#recording.tick(this.world);
  }

  /** Whether the results have been on the screen for long enough. */
  get isDone(): boolean {
    return this.world.phase === 'over' && this.world.tick >= this.world.endTick + RESULTS_TICKS;
  }

  /** Stores the match as it ended, then ends all bolts for its last patch: they are no part of what was played. */
  end(): void {
    void this.#recording.finish(this.world);
    for (const bolt of this.world.bolts) if (bolt.live) endBolt(this.world, bolt, true);
  }

  /** After `end`: goes on to the next match on the next map; those who are here take their seats again, in order. */
  next(): void {
    const before = this.world;
    [this.world, this.#recording] = this.#open(before.tick, before.map.id);
    before.bolts.forEach((bolt, slot) => {
      // A receiver tells bolts of a slot apart by their generation, so it goes on counting.
      (this.world.bolts[slot] as typeof bolt).generation = bolt.generation;
    });
    for (const puck of before.pucks) if (puck.active) this.#seat(puck.slot, puck.name, puck.bot);
  }

  /** Stores what was recorded so far. */
  close(): Promise<void> {
    return this.#recording.finish(this.world);
  }

  #open(startTick: number, lastMap: string | undefined): [World, MatchRecording] {
    const seed = newSeed();
    const { map } = mapOf(this.#options.map ?? this.#mapAfter(lastMap));
    const world = createWorld({ map, mode: modeOf(this.#options.mode), seed, startTick });
    return [world, new MatchRecording(this.#store, this.#code, world, seed)];
  }

  #mapAfter(id: string | undefined): string {
    const serving = [...maps.values()].filter(({ map }) => map.modes.includes(this.#options.mode)).map(({ map }) => map.id);
    return serving[(serving.indexOf(id ?? '') + 1) % serving.length] as string;
  }

  /** The lowest slot that nobody sits on, -1 when all are taken. */
  #freeSlot(): number {
    return this.world.pucks.findIndex((puck) => !puck.active);
  }

  #seat(slot: number, name: string, bot: boolean): void {
    this.#recording.join(joinPuck(this.world, { slot, name, bot, team: 0 }));
    this.joinTicks[slot] = this.world.tick;
  }

  #unseat(slot: number): void {
    leavePuck(this.world, slot);
    this.#recording.leave(slot);
  }

  #fillWithBots(): void {
    while (this.#people + this.#bots.count < this.#options.bots) {
      const slot = this.#freeSlot();
      if (slot < 0) return;
      this.#seat(slot, this.#bots.add(slot, newSeed()), true);
    }
  }

  #dropBot(): void {
    const slot = this.#bots.removeLast();
    if (slot >= 0) this.#unseat(slot);
  }
}
