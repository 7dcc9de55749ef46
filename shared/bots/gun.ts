// The skill of shooting: where to aim at a target and when to fire. A shot is led; or a bank is looked for by mirrors, a
// few a tick as a person's eye wanders along the walls, and followed while both move until it is fired or given up.

import { aimOf } from '../aim.ts';
import { AIM_STEPS } from '../sim/math.ts';
import { energyOf } from '../sim/puck.ts';
import { random, type Seeded } from '../sim/rng.ts';
import type { Puck, World } from '../sim/types.ts';
import { BOLT, TICK_HZ } from '../tuning.ts';
import { mirrorSeen } from './fans.ts';
import type { Level } from './levels.ts';
import { aimByMirrors, type Mirror } from './mirrors.ts';
import type { Sighting } from './senses.ts';
import { banksInto, endangersMate, type Moving } from './trial.ts';

/** A bank is looked for so long while the target is seen, and followed for so long once it is found. */
const SEARCH_TICKS = 45;
const FOLLOW_TICKS = 40;
/** The aim may be off by so much at the shot. */
const ON_TARGET = AIM_STEPS / 120;
const ON_BANK = AIM_STEPS / 400;
/** Mean speed of a bolt on a way with a bounce. */
const BANK_SPEED = BOLT.speed * 1.06;
/** Share of mirrors that are tried in pairs. */
const PAIRS = 0.7;
/** An error lasts so long: a hand that is off stays off for a while. */
const ERROR_TICKS = TICK_HZ / 2;
/** Who shoots through glass at far targets wastes it. */
const RANGE = 900;

export class Gun {
  readonly #level: Level;
  readonly #random: Seeded;
  /** The mirrors of the bank that is followed, none while there is none. */
  #bank: readonly Mirror[] = [];
  #bankUntil = 0;
  #searchUntil = 0;
  #error = 0;
  #errorUntil = 0;

  constructor(level: Level, seeded: Seeded) {
    this.#level = level;
    this.#random = seeded;
  }

  /** Follows a target with the eye. Returns where to aim, in aim steps, not whole. */
  follow(world: World, me: Puck, target: Sighting): number {
    if (world.tick >= this.#errorUntil) this.#err(world.tick);
    const bank = this.#bankAim(world, me, target);
    return (bank < 0 ? this.#lead(me, target) : bank) + this.#error * (bank < 0 ? 1 : 0.5);
  }

  /** Whether to fire now, with the hand at `aim`, so far `off` the wanted one. */
  fires(world: World, me: Puck, target: Sighting, aim: number, off: number): boolean {
    if (energyOf(me) === 0 || target.tick < 0) return false;
    const whole = Math.round(aim) & (AIM_STEPS - 1);
    if (this.#bank.length > 0) return off < ON_BANK && this.#firesBank(world, me, target, whole);
    const reacted = target.seen && world.tick - target.sinceTick >= this.#level.reactionTicks;
    if (!reacted || world.tick < this.#searchUntil) return false;
    const distance = distanceTo(me, target);
    if (off > ON_TARGET || distance > RANGE || endangersMate(world, me, whole, distance)) return false;
    this.#next(world.tick);
    return true;
  }

  /** Another target: what was planned is void. */
  reset(tick: number): void {
    this.#next(tick);
  }

  #firesBank(world: World, me: Puck, target: Sighting, aim: number): boolean {
    const meets = banksInto(world, me, aim, guess(target));
    this.#next(world.tick);
    return meets;
  }

  /** Begins the next shot: with a bank in mind or without. */
  #next(tick: number): void {
    this.#bank = [];
    this.#searchUntil = random(this.#random) < this.#level.bankRate ? tick + SEARCH_TICKS : 0;
  }

  /** The mean of two throws: small errors are more likely than large ones. */
  #err(tick: number): void {
    this.#error = (random(this.#random) + random(this.#random) - 1) * this.#level.aimError;
    this.#errorUntil = tick + ERROR_TICKS;
  }

  #lead(me: Puck, target: Sighting): number {
    const seconds = (distanceTo(me, target) / BOLT.speed) * this.#level.lead;
    return aimOf(target.x + target.vx * seconds - me.x, target.y + target.vy * seconds - me.y);
  }

  /** The aim of the bank that is followed, or of a new one if there is time to look for it; -1 for none. */
  #bankAim(world: World, me: Puck, target: Sighting): number {
    const at = guess(target);
    if (this.#bank.length > 0) {
      const found = world.tick < this.#bankUntil ? solve(this.#bank, me, at) : -1;
      if (found >= 0) return found;
      this.#bank = [];
    }
    const looks = energyOf(me) > 0 && (!target.seen || world.tick < this.#searchUntil);
    return looks ? this.#search(world, me, at) : -1;
  }

  /** Looks at some wall, and for a second bounce from the target's end at another. */
  #search(world: World, me: Puck, at: Moving): number {
    for (let i = 0; i < this.#level.mirrors; i++) {
      const first = mirrorSeen(world.map, me.x, me.y, this.#random);
      const second = random(this.#random) < PAIRS ? mirrorSeen(world.map, at.x, at.y, this.#random) : first;
      if (!first || !second) continue;
      const mirrors = second === first ? [first] : [first, second];
      const aim = solve(mirrors, me, at);
      if (aim < 0 || !banksInto(world, me, aim, at)) continue;
      this.#bank = mirrors;
      this.#bankUntil = world.tick + FOLLOW_TICKS;
      return aim;
    }
    return -1;
  }
}

function distanceTo(me: Puck, { x, y }: Moving): number {
  return Math.sqrt((x - me.x) * (x - me.x) + (y - me.y) * (y - me.y));
}

/** Where a target is taken to be and to go: one out of sight is where it was. */
function guess(target: Sighting): Moving {
  return target.seen ? target : { x: target.x, y: target.y, vx: 0, vy: 0 };
}

/** The aim by mirrors at where a target will be when the bolt arrives; -1 for none. */
function solve(mirrors: readonly Mirror[], me: Puck, target: Moving): number {
  const first = aimByMirrors(mirrors, me.x, me.y, target);
  if (!first || (target.vx === 0 && target.vy === 0)) return first?.aim ?? -1;
  const seconds = first.length / BANK_SPEED;
  return aimByMirrors(mirrors, me.x, me.y, { x: target.x + target.vx * seconds, y: target.y + target.vy * seconds })?.aim ?? -1;
}
