// The skill of not being hit: sees bolts that come, decides once for each whether to parry it, get out of its way or fail
// to, and does so when it is time.

import { aimOf } from '../aim.ts';
import { hasLineOfSight } from '../sim/map.ts';
import { random, type Seeded } from '../sim/rng.ts';
import { areMates } from '../sim/scores.ts';
import type { Bolt, Puck, World } from '../sim/types.ts';
import { BOLT, MAX_BOLTS, PUCK, TICK_HZ } from '../tuning.ts';
import { boltsInAir } from './air.ts';
import type { Level } from './levels.ts';
import type { Senses } from './senses.ts';

/** Bolts that arrive later are not worried about. */
const AHEAD_TICKS = 32;
const NEAR = 480;
/** What passes so close counts as a hit. */
const REACH = PUCK.radius + BOLT.half + 6;
/** A parry is pressed when the bolt is so many ticks away: the window is 10. */
const PARRY_TICKS = 8;
/** A step aside takes longer than this; below it a dash is needed. */
const STEP_TICKS = 9;

type Answer = 'parry' | 'dodge' | 'none';

/** A bolt that would hit, and what is done about it now. */
export interface Threat {
  bolt: Bolt;
  /** Ticks until it hits. */
  ticks: number;
  answer: Answer;
  /** Aim toward where it comes from. */
  from: number;
  /** Whether it is time to press the button of the answer. */
  now: boolean;
}

export class Threats {
  readonly #level: Level;
  readonly #random: Seeded;
  /** By slot of the bolt: the generation that was noticed, when, and what was decided. */
  readonly #generations = new Int16Array(MAX_BOLTS).fill(-1);
  readonly #noticed = new Int32Array(MAX_BOLTS);
  readonly #answers: Answer[] = new Array<Answer>(MAX_BOLTS).fill('none');

  constructor(level: Level, seeded: Seeded) {
    this.#level = level;
    this.#random = seeded;
  }

  /** The first bolt to arrive of those that the bot has had the time to react to. */
  first(world: World, me: Puck, aim: number, senses: Senses): Threat | undefined {
    let found: Bolt | undefined;
    let least = AHEAD_TICKS;
    for (const bolt of boltsInAir(world)) {
      if (Math.abs(bolt.x - me.x) > NEAR || Math.abs(bolt.y - me.y) > NEAR || !bolt.live || !this.#hurts(world, me, bolt)) continue;
      const ticks = ticksToHit(bolt, me);
      if (ticks >= least || !senses.notices(me, aim, bolt.x, bolt.y) || !hasLineOfSight(world.map, bolt.x, bolt.y, me.x, me.y)) continue;
      if (!this.#reacts(bolt, world.tick)) continue;
      found = bolt;
      least = ticks;
    }
    if (!found) return undefined;
    const answer = this.#answers[found.slot] as Answer;
    const now = answer === 'parry' ? least <= PARRY_TICKS : answer === 'dodge' && least <= STEP_TICKS;
    return { bolt: found, ticks: least, answer, from: aimOf(-found.dx, -found.dy), now };
  }

  #hurts(world: World, me: Puck, bolt: Bolt): boolean {
    if (bolt.owner === me.slot) return bolt.contacts > 0;
    const owner = world.pucks[bolt.owner];
    return world.friendlyFire || !owner || !areMates(world, me, owner);
  }

  /** Notes a bolt when it is first seen coming; whether the time to react is over. */
  #reacts(bolt: Bolt, tick: number): boolean {
    const { slot } = bolt;
    if (this.#generations[slot] !== bolt.generation) {
      this.#generations[slot] = bolt.generation;
      this.#noticed[slot] = tick;
      const { parryRate, dodgeRate } = this.#level;
      const chance = random(this.#random);
      this.#answers[slot] = chance < parryRate ? 'parry' : chance < parryRate + dodgeRate ? 'dodge' : 'none';
    }
    return tick - (this.#noticed[slot] as number) >= this.#level.reactionTicks;
  }
}

/** Ticks until a bolt, flying straight, hits a puck that goes on as it does; infinite if it passes. */
function ticksToHit(bolt: Bolt, me: Puck): number {
  const dx = me.x - bolt.x;
  const dy = me.y - bolt.y;
  const vx = bolt.dx * bolt.speed - me.vx;
  const vy = bolt.dy * bolt.speed - me.vy;
  const square = vx * vx + vy * vy;
  const seconds = (dx * vx + dy * vy) / square;
  if (!(seconds > 0)) return Number.POSITIVE_INFINITY;
  const missX = dx - vx * seconds;
  const missY = dy - vy * seconds;
  if (missX * missX + missY * missY > REACH * REACH) return Number.POSITIVE_INFINITY;
  return Math.max(0, seconds - REACH / Math.sqrt(square)) * TICK_HZ;
}
