// The matches of a room, one after another: the world, its bots, its recording. Knows slots, not clients.

import { randomInt } from 'node:crypto';
import { Announcer, type CallEvent } from '#shared/announcer.ts';
import { awardsOf, type GivenAward } from '#shared/awards/index.ts';
import { Tally } from '#shared/awards/tally.ts';
import type { LevelId } from '#shared/bots/levels.ts';
import { modeOf } from '#shared/modes/index.ts';
import { writeWorld } from '#shared/replay/worldText.ts';
import { endBolt } from '#shared/sim/bolts.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { endMatch, isPlaying } from '#shared/sim/phase.ts';
import { isEnough } from '#shared/sim/scores.ts';
import type { Puck, World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, leavePuck, stepWorld } from '#shared/sim/world.ts';
import { MATCH, MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';
import { mapOf, type StoredMap } from '../maps.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { BotRoster } from './botRoster.ts';
import type { KeptRoom } from './keptRoom.ts';
import { MatchRecording } from './matchRecording.ts';
import type { RoomOptions } from './options.ts';
import { Rotation } from './rotation.ts';
import { StandIns } from './standIns.ts';
import { botsBySide, freeSlot, movesToBalance, peopleBySide, sideOf, sidesOf, sideToJoin } from './teams.ts';

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
  readonly #bots: BotRoster;
  readonly rotation: Rotation;
  /** Of people who are away. */
  readonly standIns = new StandIns();
  /** The room's host ends the match with the coming tick. */
  #ending = false;
  #announcer = new Announcer();
  #tally = new Tally();
  #recording: MatchRecording;
  /** As it was when the match began: a host may change the file meanwhile. */
  #stored: StoredMap;

  /** `code` names the recordings. With bots the first match begins at once: whoever opens it has come to play, not to wait. `kept` is a match that goes on. */
  constructor(options: RoomOptions, code: string, store: RecordingStore, kept?: Pick<KeptRoom, 'world' | 'joinTicks'>) {
    this.#options = options;
    this.#code = code;
    this.#store = store;
    this.#bots = new BotRoster(options.botLevel);
    this.rotation = new Rotation(options);
    if (kept) {
      const { world, joinTicks } = kept;
      this.#stored = mapOf(world.map.id);
      this.world = world;
      this.joinTicks.set(joinTicks);
      for (const { slot, active, bot } of world.pucks) if (active && bot) this.#bots.add(slot, newSeed());
      this.#recording = new MatchRecording(store, code, world, 0, writeWorld(world));
      return;
    }
    this.#stored = this.rotation.first();
    [this.world, this.#recording] = this.#open(0, this.#stored.map, options.bots > 1 ? 0 : this.#countdownTicks());
    this.#balanceBots();
  }

  /** Gives a person a seat, beside those of `mates` where that is fair; a bot makes room. Returns the slot, -1 when people hold them all. */
  addPerson(name: string, mates: readonly number[] = []): number {
    const people = peopleBySide(this.world);
    const side = sideToJoin(this.world, mates, this.#options.bots > 0);
    const all = people.reduce((sum, count) => sum + count, 0);
    if (all >= this.#options.cap || (people[side] as number) >= MAX_PUCKS / people.length) return -1;
    people[side] = (people[side] as number) + 1;
    this.#dropBots(people);
    if (freeSlot(this.world, side) < 0) this.#dropBot(side);
    const slot = freeSlot(this.world, side);
    this.#seat(slot, name, false);
    this.#balanceBots();
    return slot;
  }

  /** Frees a person's seat; a bot may take it. */
  removePerson(slot: number): void {
    this.#unseat(slot);
    this.#balanceBots();
  }

  /** A person changes sides and starts anew there. Returns the new slot, -1 when there is no room or no other side. */
  changeSide(slot: number): number {
    const sides = sidesOf(this.world);
    const side = (sideOf(this.world, slot) + 1) % sides;
    if (sides < 2 || (peopleBySide(this.world)[side] as number) >= MAX_PUCKS / sides) return -1;
    const { name } = this.world.pucks[slot] as Puck;
    this.#unseat(slot);
    if (freeSlot(this.world, side) < 0) this.#dropBot(side);
    const to = freeSlot(this.world, side);
    this.#seat(to, name, false);
    this.#balanceBots();
    return to;
  }

  /** A bot steers a person's seat until `standIns` releases it. */
  standIn(slot: number): void {
    this.standIns.take(slot, newSeed(), this.#options.botLevel);
  }

  /** Seats that bots fill up to from now on, and how well they play. */
  setBots(count: number, level: LevelId): void {
    this.#options.bots = count;
    if (level !== this.#options.botLevel) {
      this.#options.botLevel = level;
      this.#bots.setLevel(level, newSeed);
    }
    this.#balanceBots();
  }

  /** One tick: bots add their commands, all are recorded, the world steps. Returns what is to be announced. */
  step(): CallEvent[] {
    // What happens in the tick that ends a match still counts, what happens in the one that begins it does not.
    const counts = isPlaying(this.world);
    this.#bots.think(this.world, this.batch);
    this.standIns.think(this.world, this.batch);
    this.#recording.commands(this.batch);
    stepWorld(this.world, this.batch);
    this.#recording.tick(this.world);
    if (this.#ending) this.#endNow();
    if (!counts) return [];
    this.#tally.observe(this.world);
    return this.#announcer.observe(this.world.events);
  }

  /** Who is named for what. */
  get awards(): GivenAward[] {
    return awardsOf(this.#tally.feats);
  }

  /** How well the bots play. */
  get botLevel(): LevelId {
    return this.#options.botLevel;
  }

  /** Whether there are enough pucks to play. */
  get isEnough(): boolean {
    return isEnough(this.world);
  }

  /** Whether it is time for the next match: the results were shown for long enough, or nobody came. */
  get isDone(): boolean {
    const { phase, tick, endTick } = this.world;
    return (phase === 'results' || phase === 'waiting') && tick >= endTick;
  }

  /** Maps that may be next; none where nobody is asked. */
  get candidates(): ArenaMap[] {
    return this.rotation.candidates(this.world.map);
  }

  /** The match ends with the coming tick; the results are shown as after any other. */
  finish(): void {
    this.#ending = isPlaying(this.world);
  }

  /** The text of the map that is played. */
  get mapText(): string {
    return this.#stored.text;
  }

  /** Stores the match as it ended, then ends all bolts for its last patch: they are no part of what was played. */
  end(): void {
    if (this.world.phase === 'results' || isPlaying(this.world)) void this.#recording.finish(this.world);
    for (const bolt of this.world.bolts) if (bolt.live) endBolt(this.world, bolt, true);
  }

  /**
   * After `end`: goes on to the next match, on the map of an id or else the next one. Those who are here take their seats
   * again, in order; where teams have become uneven some change sides, friends (`partyOf` a slot) together if that is fair. Returns the new slots of those by their old ones.
   */
  next(
    mapId: string | undefined,
    countdownTicks = this.#countdownTicks(),
    partyOf: (slot: number) => string = () => '',
  ): Map<number, number> {
    const before = this.world;
    this.standIns.clear();
    this.#ending = false;
    this.#stored = this.rotation.next(this.#stored, mapId);
    [this.world, this.#recording] = this.#open(before.tick, this.#stored.map, countdownTicks);
    this.#announcer = new Announcer();
    this.#tally = new Tally();
    before.bolts.forEach((bolt, slot) => {
      // A receiver tells bolts of a slot apart by their generation, so it goes on counting.
      (this.world.bolts[slot] as typeof bolt).generation = bolt.generation;
    });
    const moves = new Map(movesToBalance(before, partyOf, this.#options.bots > 0).map(({ slot, side }) => [slot, side]));
    for (const puck of before.pucks) if (puck.active && !moves.has(puck.slot)) this.#seat(puck.slot, puck.name, puck.bot);
    const moved = new Map<number, number>();
    for (const [slot, side] of moves) {
      if (freeSlot(this.world, side) < 0) this.#dropBot(side);
      const to = freeSlot(this.world, side);
      this.#seat(to, before.pucks[slot]?.name ?? '', false);
      moved.set(slot, to);
    }
    this.#balanceBots();
    return moved;
  }

  /** Stores what was recorded so far. */
  close(): Promise<void> {
    return this.world.phase === 'waiting' ? Promise.resolve() : this.#recording.finish(this.world);
  }

  /** Stores the match as it was played: what comes is only shown. */
  #endNow(): void {
    this.#ending = false;
    void this.#recording.finish(this.world);
    endMatch(this.world);
  }

  #open(startTick: number, map: ArenaMap, countdownTicks: number): [World, MatchRecording] {
    const seed = newSeed();
    const { mode, scoreLimit, timeLimitS, friendlyFire } = this.#options;
    const world = createWorld({
      map,
      mode: modeOf(mode),
      seed,
      startTick,
      friendlyFire,
      opening: 'waiting',
      countdownTicks,
      ...(scoreLimit === undefined ? {} : { scoreLimit }),
      ...(timeLimitS === undefined ? {} : { timeLimitTicks: timeLimitS * TICK_HZ }),
    });
    return [world, new MatchRecording(this.#store, this.#code, world, seed)];
  }

  #countdownTicks(): number {
    const { countdownS } = this.#options;
    return countdownS === undefined ? MATCH.countdownTicks : countdownS * TICK_HZ;
  }

  #seat(slot: number, name: string, bot: boolean): void {
    this.#recording.join(joinPuck(this.world, { slot, name, bot, team: sideOf(this.world, slot) }));
    this.joinTicks[slot] = this.world.tick;
  }

  #unseat(slot: number): void {
    this.standIns.release(slot);
    leavePuck(this.world, slot);
    this.#recording.leave(slot);
    this.#announcer.forget(slot);
    this.#tally.forget(slot);
  }

  #balanceBots(): void {
    const people = peopleBySide(this.world);
    this.#dropBots(people);
    botsBySide(people, this.#options.bots).forEach((wanted, side) => {
      while (this.#bots.countOf(side, sidesOf(this.world)) < wanted) {
        const slot = freeSlot(this.world, side);
        if (slot < 0) return;
        this.#seat(slot, this.#bots.add(slot, newSeed()), true);
      }
    });
  }

  /** Sends bots away where there are more than wanted beside so many people. */
  #dropBots(people: readonly number[]): void {
    botsBySide(people, this.#options.bots).forEach((wanted, side) => {
      while (this.#bots.countOf(side, sidesOf(this.world)) > Math.max(0, wanted)) this.#dropBot(side);
    });
  }

  #dropBot(side: number): void {
    const slot = this.#bots.removeLast(side, sidesOf(this.world));
    if (slot >= 0) this.#unseat(slot);
  }
}
