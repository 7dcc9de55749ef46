// What happened in many matches: the sums of their records.

import { BOLT, MAX_PUCKS } from '#shared/tuning.ts';
import type { Ending, MatchRecord } from './matchRecord.ts';

export class MatchStats {
  matches = 0;
  /** Matches by what ended them. */
  readonly endings: Record<Ending, number> = { score: 0, rounds: 0, time: 0, overtime: 0 };
  /** Matches that nobody won. */
  draws = 0;
  /** Matches won, by slot or in modes of teams by team. */
  readonly wins: number[] = new Array<number>(MAX_PUCKS).fill(0);
  kills = 0;
  /** Kills with a bolt that had bounced, own bolts not counted. */
  banked = 0;
  /** The same by the slot of whose kills they are. */
  readonly killsBy: number[] = new Array<number>(MAX_PUCKS).fill(0);
  readonly bankedBy: number[] = new Array<number>(MAX_PUCKS).fill(0);
  shots = 0;
  hits = 0;
  parries = 0;
  ownDeaths = 0;
  pickups = 0;
  burnt = 0;
  /** Kills by the bolt's level. */
  readonly byLevel: number[] = new Array<number>(BOLT.maxLevel + 1).fill(0);
  readonly deeds = new Map<string, number>();
  /** Seconds of each match and of each life that ended. */
  readonly lengths: number[] = [];
  readonly lives: number[] = [];
  /** In modes of teams, the first team's share of the points of each match. */
  readonly pointShares: number[] = [];

  add(record: MatchRecord): void {
    this.matches++;
    this.endings[record.ending]++;
    if (record.winner < 0) this.draws++;
    else this.wins[record.winner] = (this.wins[record.winner] as number) + 1;
    this.kills += addAll(this.killsBy, record.kills);
    this.banked += addAll(this.bankedBy, record.banked);
    addAll(this.byLevel, record.byLevel);
    this.shots += record.shots;
    this.hits += record.hits;
    this.parries += record.parries;
    this.ownDeaths += record.ownDeaths;
    this.pickups += record.pickups;
    this.burnt += record.burnt;
    for (const [deed, count] of Object.entries(record.deeds)) this.deeds.set(deed, (this.deeds.get(deed) ?? 0) + count);
    this.lengths.push(record.seconds);
    for (const tenths of record.lives) this.lives.push(tenths / 10);
    if (record.pointShare >= 0) this.pointShares.push(record.pointShare);
  }
}

/** Adds counts to sums. Returns how many they were. */
function addAll(sums: number[], counts: readonly number[]): number {
  counts.forEach((count, i) => {
    sums[i] = (sums[i] as number) + count;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The value below which a share of the values lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
