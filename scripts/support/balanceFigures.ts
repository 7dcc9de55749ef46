// What the trials of balance.ts come to: pooled figures and shares with the interval in which they lie, most likely.

import type { Contest, Trial } from './balance.ts';
import { type MatchStats, quantile } from './matchStats.ts';

/** A share of so many, with its 95 % interval. */
export interface Share {
  share: number;
  low: number;
  high: number;
  count: number;
}

/** Standard deviations on either side that hold 95 %. */
const SIGMAS = 1.96;

/** By Wilson: honest for few and for shares near 0 and 1. */
export function shareOf(part: number, count: number): Share {
  if (count === 0) return { share: Number.NaN, low: 0, high: 1, count };
  const share = part / count;
  const z = (SIGMAS * SIGMAS) / count;
  const middle = (share + z / 2) / (1 + z);
  const half = (Math.sqrt(z * (share * (1 - share) + z / 4)) / (1 + z)) as number;
  return { share, low: middle - half, high: middle + half, count };
}

/** The mean of measured shares; each match is one. */
export function meanShare(values: readonly number[]): Share {
  const count = values.length;
  if (count < 2) return { share: values[0] ?? Number.NaN, low: 0, high: 1, count };
  const share = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - share) ** 2, 0) / (count - 1);
  const half = SIGMAS * Math.sqrt(variance / count);
  return { share, low: share - half, high: share + half, count };
}

/** What a pool of trials comes to. */
export interface Pool {
  matches: number;
  lifeS: number;
  lengthS: number;
  banked: number;
  decided: number;
  parried: number;
}

export function poolOf(stats: readonly MatchStats[]): Pool {
  const sum = (of: (one: MatchStats) => number): number => stats.reduce((total, one) => total + of(one), 0);
  const matches = sum((one) => one.matches);
  return {
    matches,
    lifeS: quantile(
      stats.flatMap(({ lives }) => lives),
      0.5,
    ),
    lengthS: quantile(
      stats.flatMap(({ lengths }) => lengths),
      0.5,
    ),
    banked: sum((one) => one.banked) / sum((one) => one.kills),
    // Rounds are a score too: the match was played to its end, not cut off by the clock.
    decided: sum(({ endings }) => endings.score + endings.rounds) / matches,
    parried: sum((one) => one.parries) / sum((one) => one.parries + one.hits),
  };
}

/** The trials of a contest. */
export function trialsOf(trials: readonly Trial[], contest: Contest): Trial[] {
  return trials.filter((trial) => trial.contest === contest);
}

/** The ace's matches won, and its kills; it has slot 0 in the first arrangement and slot 1 in the second. */
export function aceOf(trials: readonly Trial[]): { won: Share; banked: Share } {
  let [won, matches, kills, banked] = [0, 0, 0, 0];
  for (const { turns } of trials) {
    for (const [slot, turn] of turns.entries()) {
      won += turn.wins[slot] as number;
      matches += turn.matches;
      kills += turn.killsBy[slot] as number;
      banked += turn.bankedBy[slot] as number;
    }
  }
  return { won: shareOf(won, matches), banked: shareOf(banked, kills) };
}

/** How often the first team won, of the matches that somebody won, and its share of the points. */
export function firstTeamOf(stats: readonly MatchStats[]): { won: Share; points: Share } {
  const wins = (team: number): number => stats.reduce((sum, one) => sum + (one.wins[team] as number), 0);
  return { won: shareOf(wins(0), wins(0) + wins(1)), points: meanShare(stats.flatMap(({ pointShares }) => pointShares)) };
}

/** A share as seen from the side that is better off. */
export const better = ({ share, low, high, count }: Share): Share =>
  share < 0.5 ? { share: 1 - share, low: 1 - high, high: 1 - low, count } : { share, low, high, count };
