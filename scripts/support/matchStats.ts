// Counts what happened in matches: how they ended, who won, kills, lives, and what was done for the objectives. Fed with
// each tick's events, asked at the end.

import { isTied, standings, topScore } from '#shared/sim/scores.ts';
import type { KillEvent, SimEvent, World } from '#shared/sim/types.ts';
import { BOLT, MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';

export class MatchStats {
  matches = 0;
  /** Matches by what ended them. */
  readonly endings = { score: 0, rounds: 0, time: 0, overtime: 0 };
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
  /** Bolts that hit, and those that were caught instead. */
  hits = 0;
  parries = 0;
  ownDeaths = 0;
  pickups = 0;
  /** Deaths by no bolt: outside the bounds. */
  burnt = 0;
  /** Kills by the bolt's level. */
  readonly byLevel: number[] = new Array<number>(BOLT.maxLevel + 1).fill(0);
  /** How often each thing was done to an objective, as `flag taken` or `round ended`. */
  readonly deeds = new Map<string, number>();
  /** Seconds of each match and of each life that ended. */
  readonly lengths: number[] = [];
  readonly lives: number[] = [];
  /** In modes of teams, the first team's share of the points of each match. */
  readonly pointShares: number[] = [];
  readonly #bornAt = new Float64Array(MAX_PUCKS);
  #overtime = false;

  /** A match begins; its pucks are in play. */
  start(world: World): void {
    this.#bornAt.fill(world.tick);
    this.#overtime = false;
  }

  /** A tick was stepped. */
  tick(world: World): void {
    if (world.phase === 'overtime') this.#overtime = true;
    for (const event of world.events) this.#count(event);
  }

  /** The match is over. */
  finish(world: World): void {
    const ticks = world.tick - world.startTick;
    this.matches++;
    this.lengths.push(ticks / TICK_HZ);
    if (this.#overtime) this.endings.overtime++;
    else if (topScore(world) >= world.scoreLimit) this.endings.score++;
    else if (ticks >= world.timeLimitTicks) this.endings.time++;
    else this.endings.rounds++;
    const [first = 0, second = 0] = world.teamScores;
    if (first + second > 0) this.pointShares.push(first / (first + second));
    if (isTied(world)) this.draws++;
    else this.wins[winnerOf(world)] = (this.wins[winnerOf(world)] as number) + 1;
  }

  #count(event: SimEvent): void {
    if (event.type === 'shot') this.shots++;
    else if (event.type === 'hit') this.hits++;
    else if (event.type === 'parry') this.parries++;
    else if (event.type === 'pickup') this.pickups++;
    else if (event.type === 'spawn') this.#bornAt[event.slot] = event.tick;
    else if (event.type === 'kill') this.#kill(event);
    else if (event.type === 'flag' || event.type === 'zone') this.#deed(`${event.type} ${event.act}`);
    else if (event.type === 'round' && event.act === 'ended') this.#deed(event.slot < 0 ? 'round drawn' : 'round won');
  }

  #deed(name: string): void {
    this.deeds.set(name, (this.deeds.get(name) ?? 0) + 1);
  }

  #kill({ slot, by, tick, own, bolt, level, bounces }: KillEvent): void {
    this.lives.push((tick - (this.#bornAt[slot] as number)) / TICK_HZ);
    if (own) this.ownDeaths++;
    else if (bolt < 0) this.burnt++;
    else {
      this.kills++;
      if (bounces > 0) this.banked++;
      this.killsBy[by] = (this.killsBy[by] ?? 0) + 1;
      if (bounces > 0) this.bankedBy[by] = (this.bankedBy[by] ?? 0) + 1;
      this.byLevel[level] = (this.byLevel[level] as number) + 1;
    }
  }
}

/** The side with the highest score: a team, or a slot. */
function winnerOf(world: World): number {
  return world.mode.teams > 0 ? world.teamScores.indexOf(topScore(world)) : (standings(world)[0]?.slot ?? 0);
}

/** The value below which a share of the values lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
