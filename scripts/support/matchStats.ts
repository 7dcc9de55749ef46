// Counts what happened in matches: lengths, kills, shots, lives. Fed with each tick's events, asked at the end.

import { standings } from '#shared/sim/scores.ts';
import type { World } from '#shared/sim/types.ts';
import { BOLT, MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';

export class MatchStats {
  matches = 0;
  /** Matches that the clock ended. */
  atLimit = 0;
  kills = 0;
  /** Kills with a bolt that had bounced, own bolts not counted. */
  banked = 0;
  shots = 0;
  parries = 0;
  ownDeaths = 0;
  /** Kills by the bolt's level. */
  readonly byLevel: number[] = new Array<number>(BOLT.maxLevel + 1).fill(0);
  /** Matches won by slot. */
  readonly wins: number[] = new Array<number>(MAX_PUCKS).fill(0);
  /** Seconds of each match and of each life that ended. */
  readonly lengths: number[] = [];
  readonly lives: number[] = [];
  readonly #bornAt = new Float64Array(MAX_PUCKS);

  /** A match begins; its pucks are in play. */
  start(world: World): void {
    this.#bornAt.fill(world.tick);
  }

  /** A tick was stepped. */
  tick(world: World): void {
    for (const event of world.events) {
      if (event.type === 'shot') this.shots++;
      else if (event.type === 'parry') this.parries++;
      else if (event.type === 'spawn') this.#bornAt[event.slot] = event.tick;
      else if (event.type === 'kill') {
        this.lives.push((event.tick - (this.#bornAt[event.slot] as number)) / TICK_HZ);
        if (event.own) this.ownDeaths++;
        else this.#kill(event.level, event.bounces);
      }
    }
  }

  /** The match is over. */
  finish(world: World): void {
    this.matches++;
    const ticks = world.tick - world.startTick;
    this.lengths.push(ticks / TICK_HZ);
    if (ticks >= world.timeLimitTicks) this.atLimit++;
    const winner = standings(world)[0];
    if (winner) this.wins[winner.slot] = (this.wins[winner.slot] as number) + 1;
  }

  #kill(level: number, bounces: number): void {
    this.kills++;
    if (bounces > 0) this.banked++;
    this.byLevel[level] = (this.byLevel[level] as number) + 1;
  }
}

/** The value below which a share of the values lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
