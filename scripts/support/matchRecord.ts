// What happened in one match, counted tick by tick from its events, as plain data that can be kept in a file.

import { isTied, standings, topScore } from '#shared/sim/scores.ts';
import type { KillEvent, SimEvent, World } from '#shared/sim/types.ts';
import { BOLT, MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';

/** What ended a match. */
export const ENDINGS = ['score', 'rounds', 'time', 'overtime'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface MatchRecord {
  ending: Ending;
  seconds: number;
  /** Slot, or in modes of teams team, of who won; -1 for nobody. */
  winner: number;
  /** In modes of teams, the first team's share of the points; -1 without any. */
  pointShare: number;
  /** By slot: kills, and those with a bolt that had bounced, own bolts not counted. */
  kills: number[];
  banked: number[];
  /** Kills by the bolt's level. */
  byLevel: number[];
  shots: number;
  /** Bolts that hit, and those that were caught instead. */
  hits: number;
  parries: number;
  ownDeaths: number;
  /** Deaths by no bolt: outside the bounds. */
  burnt: number;
  pickups: number;
  /** How often each thing was done to an objective, as `flag taken` or `round won`. */
  deeds: Record<string, number>;
  /** Tenths of a second of each life that ended. */
  lives: number[];
}

/** Counts a match; its pucks are in play when it is made. */
export class MatchCount {
  readonly #bornAt = new Float64Array(MAX_PUCKS);
  readonly #record: MatchRecord;

  constructor({ tick, pucks }: World) {
    this.#bornAt.fill(tick);
    const seats = pucks.filter(({ active }) => active).length;
    this.#record = {
      ending: 'time',
      seconds: 0,
      winner: -1,
      pointShare: -1,
      kills: new Array<number>(seats).fill(0),
      banked: new Array<number>(seats).fill(0),
      byLevel: new Array<number>(BOLT.maxLevel + 1).fill(0),
      shots: 0,
      hits: 0,
      parries: 0,
      ownDeaths: 0,
      burnt: 0,
      pickups: 0,
      deeds: {},
      lives: [],
    };
  }

  /** A tick was stepped. */
  tick(world: World): void {
    if (world.phase === 'overtime') this.#record.ending = 'overtime';
    for (const event of world.events) this.#count(event);
  }

  /** The match is over. Returns what happened in it. */
  finish(world: World): MatchRecord {
    const record = this.#record;
    const ticks = world.tick - world.startTick;
    record.seconds = ticks / TICK_HZ;
    if (record.ending !== 'overtime') {
      record.ending = topScore(world) >= world.scoreLimit ? 'score' : ticks >= world.timeLimitTicks ? 'time' : 'rounds';
    }
    const [first = 0, second = 0] = world.teamScores;
    if (first + second > 0) record.pointShare = first / (first + second);
    if (!isTied(world)) record.winner = winnerOf(world);
    return record;
  }

  #count(event: SimEvent): void {
    const record = this.#record;
    if (event.type === 'shot') record.shots++;
    else if (event.type === 'hit') record.hits++;
    else if (event.type === 'parry') record.parries++;
    else if (event.type === 'pickup') record.pickups++;
    else if (event.type === 'spawn') this.#bornAt[event.slot] = event.tick;
    else if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'flag' || event.type === 'zone') this.#deed(`${event.type} ${event.act}`);
    else if (event.type === 'round' && event.act === 'ended') this.#deed(event.slot < 0 ? 'round drawn' : 'round won');
  }

  #deed(name: string): void {
    this.#record.deeds[name] = (this.#record.deeds[name] ?? 0) + 1;
  }

  #kill({ slot, by, tick, own, bolt, level, bounces }: KillEvent): void {
    const record = this.#record;
    record.lives.push(Math.round(((tick - (this.#bornAt[slot] as number)) / TICK_HZ) * 10));
    if (own) record.ownDeaths++;
    else if (bolt < 0) record.burnt++;
    else {
      record.kills[by] = (record.kills[by] as number) + 1;
      if (bounces > 0) record.banked[by] = (record.banked[by] as number) + 1;
      record.byLevel[level] = (record.byLevel[level] as number) + 1;
    }
  }
}

/** The side with the highest score: a team, or a slot. */
function winnerOf(world: World): number {
  return world.mode.teams > 0 ? world.teamScores.indexOf(topScore(world)) : (standings(world)[0]?.slot ?? 0);
}
