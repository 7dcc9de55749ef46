// The settings that the game is balanced on, and what is measured in each: matches in pairs, with seeds in common and the
// sides swapped.

import type { LevelId } from '#shared/bots/levels.ts';
import { MODES, modeOf } from '#shared/modes/index.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { maps } from '../../server/maps.ts';
import type { MatchRecord } from './matchRecord.ts';
import { MatchStats } from './matchStats.ts';
import { playMatch } from './playMatch.ts';

/** Bots on a map, by its width in tiles: as many as it is made for, about. */
const BOTS_UP_TO: readonly [cols: number, bots: number][] = [
  [24, 4],
  [34, 6],
  [Number.POSITIVE_INFINITY, 10],
];
/** Who fights one against one is not lost on these. */
const DUEL_COLS = 34;

export type Contest = 'regulars' | 'duel' | 'aces';

/** One setting, and what happened in its matches. */
export interface Trial {
  contest: Contest;
  mode: Mode;
  map: ArenaMap;
  bots: number;
  levels: readonly LevelId[];
  /** All matches; then those of either arrangement of the sides. */
  total: MatchStats;
  turns: readonly [MatchStats, MatchStats];
}

/** Each mode on each map that it claims with regulars; aces against rookies, one against one; aces among themselves. */
export function allTrials(): Trial[] {
  const trials: Trial[] = [];
  const add = (contest: Contest, mode: Mode, map: ArenaMap, bots: number, levels: readonly LevelId[]): void => {
    trials.push({ contest, mode, map, bots, levels, total: new MatchStats(), turns: [new MatchStats(), new MatchStats()] });
  };
  for (const mode of Object.values(MODES)) for (const map of servedBy(mode)) add('regulars', mode, map, botsOn(map), ['regular']);
  const ffa = modeOf('ffa');
  for (const map of servedBy(ffa)) {
    if (map.cols <= DUEL_COLS) add('duel', ffa, map, 2, ['ace', 'rookie']);
    add('aces', ffa, map, botsOn(map), ['ace']);
  }
  return trials;
}

function servedBy({ id }: Mode): ArenaMap[] {
  return [...maps.values()].map(({ map }) => map).filter(({ modes }) => modes.includes(id));
}

function botsOn({ cols }: ArenaMap): number {
  return BOTS_UP_TO.find(([most]) => cols <= most)?.[1] ?? 2;
}

/** The two matches of a seed. */
export interface Pair {
  seed: number;
  /** First as it is, then with the sides swapped. */
  records: [MatchRecord, MatchRecord];
}

/** Plays the two matches of a pair: the same seed, and who was on one side is on the other. */
export function playPair({ map, mode, bots, levels }: Trial, seed: number): Pair {
  const play = (swapped: boolean): MatchRecord => playMatch({ map, mode, bots, levels, seed, swapped }).record;
  return { seed, records: [play(false), play(true)] };
}

/** Adds a pair to what its setting comes to. */
export function addPair({ total, turns }: Trial, { records }: Pair): void {
  records.forEach((record, turn) => {
    total.add(record);
    turns[turn]?.add(record);
  });
}

/** What a trial is called in files. */
export const nameOf = ({ contest, mode, map }: Trial): string => `${contest}-${mode.id}-${map.id}`;
