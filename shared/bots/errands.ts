// What a bot is up to: what the mode wants of it, a pickup on the way, an enemy it knows of, or just somewhere else. The
// mode says where a puck is wanted and the pickup whether it is of use; nothing here knows one from another.

import type { Goal } from '../sim/mode.ts';
import { isPlaying } from '../sim/phase.ts';
import { random, randomInt, type Seeded } from '../sim/rng.ts';
import type { Puck, World } from '../sim/types.ts';
import { PUCK, TICK_HZ } from '../tuning.ts';
import type { Sighting } from './senses.ts';
import { lengthOf, type Point } from './ways.ts';

/** `Goal`'s intents, and what bots do on their own account. */
export interface Errand extends Point {
  intent: Goal['intent'] | 'fetch' | 'chase' | 'roam';
  /** Inside it the bot is where it is wanted, and free to fight. */
  radius: number;
}

/** One thinks again so often. */
const CHOICE_TICKS = TICK_HZ / 3;
/** Pickups so near are fetched; hurt ones go farther for them, carriers not so far. */
const FETCH = 280;
const FETCH_HURT = 500;
const FETCH_CARRYING = 110;
/** There by now, or it is out of reach. */
const ROAM_TICKS = TICK_HZ * 6;
const ARRIVED = 100;

export class Errands {
  readonly #random: Seeded;
  #errand: Errand = { x: 0, y: 0, intent: 'roam', radius: 0 };
  #nextTick = 0;
  #roamUntil = 0;

  constructor(seeded: Seeded) {
    this.#random = seeded;
  }

  /** What to do now, knowing of an enemy or of none. */
  choose(world: World, me: Puck, enemy: Sighting | undefined): Errand {
    const goal = isPlaying(world) ? world.mode.goal?.(world, me) : undefined;
    if (this.#isDue(world, me, goal)) {
      this.#nextTick = world.tick + CHOICE_TICKS;
      const pickup = usefulPickup(world, me, goal);
      if (pickup) this.#errand = { x: pickup.x, y: pickup.y, intent: 'fetch', radius: 0 };
      else this.#errand = goal ? { ...goal } : this.#own(world, me, enemy);
    }
    return this.#errand;
  }

  /** It cannot be done. */
  again(): void {
    this.#nextTick = this.#roamUntil = 0;
  }

  /** Every so often, and at once when the mode wants something else. */
  #isDue({ tick }: World, me: Puck, goal: Goal | undefined): boolean {
    const { intent, x, y } = this.#errand;
    if (tick >= this.#nextTick) return true;
    if (intent === 'roam' || intent === 'chase') return goal !== undefined || near(me, x, y, ARRIVED);
    return goal !== undefined && intent !== 'fetch' && (goal.intent !== intent || !near(goal, x, y, PUCK.radius));
  }

  #own(world: World, me: Puck, enemy: Sighting | undefined): Errand {
    if (enemy) return { x: enemy.x, y: enemy.y, intent: 'chase', radius: 0 };
    const last = this.#errand;
    if (last.intent === 'roam' && world.tick < this.#roamUntil && !near(me, last.x, last.y, ARRIVED)) return last;
    this.#roamUntil = world.tick + ROAM_TICKS;
    return { ...this.elsewhere(world, me), intent: 'roam', radius: 0 };
  }

  /** A place that matters and is not here. */
  elsewhere({ map }: World, me: Puck): Point {
    const places: Point[] = [...map.spawns, ...map.pickups, ...map.zones].filter(({ x, y }) => !near(me, x, y, ARRIVED * 3));
    return places[randomInt(this.#random, places.length)] ?? { x: me.x + (random(this.#random) - 0.5), y: me.y };
  }
}

/** The nearest pickup that lies there, is worth the way and of use. */
function usefulPickup(world: World, me: Puck, goal: Goal | undefined): Point | undefined {
  const hurt = (PUCK.health - me.health) / PUCK.health;
  let least = me.carries >= 0 ? FETCH_CARRYING : FETCH + FETCH_HURT * hurt;
  let found: Point | undefined;
  for (const pickup of world.pickups) {
    const distance = lengthOf(pickup.x - me.x, pickup.y - me.y);
    if (world.tick < pickup.readyTick || distance >= least) continue;
    if (goal?.intent === 'hold' && !near(goal, pickup.x, pickup.y, goal.radius + FETCH / 2)) continue;
    // Tried on a copy: whoever makes a new pickup says in one place who has a use for it.
    if (!pickup.kind.take(world, { ...me })) continue;
    least = distance;
    found = pickup;
  }
  return found;
}

function near(a: Point, x: number, y: number, distance: number): boolean {
  return lengthOf(a.x - x, a.y - y) < distance;
}
