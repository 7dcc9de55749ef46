// The aim that stays on whom no screen shows: on an enemy beyond the picture, while the direction to them goes on changing.
// Everybody aims there now and then, for a moment and by chance; to follow somebody takes seeing them.

import { AIM_STEPS, AIM_X, AIM_Y } from '#shared/sim/math.ts';
import { areMates } from '#shared/sim/scores.ts';
import type { Command, Puck, World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { Incidents } from './incidents.ts';

/** Nothing farther off than this on an axis is on any screen: half of the widest, its lead and its zoom. */
const SCREEN_X = 980;
const SCREEN_Y = 620;
/** Cosine of the two degrees within which an aim is on somebody. */
const ON_COS = Math.cos((2 / 360) * 2 * Math.PI);
/** Followed is whoever is aimed at for so long, while the aim turns so far. */
const TICKS = 40;
const TURN = (12 / 360) * AIM_STEPS;

export class Hidden {
  /** Times that the aim was on somebody unseen: were they followed? */
  readonly incidents = new Incidents();
  /** By slot: whom the aim is on, since when, and how far it has turned since. */
  readonly #target = new Int8Array(MAX_PUCKS).fill(-1);
  readonly #since = new Int32Array(MAX_PUCKS);
  readonly #turned = new Float64Array(MAX_PUCKS);

  forget(slot: number): void {
    this.incidents.forget(slot);
    this.#target[slot] = -1;
  }

  /** Takes a command after its tick; `turn` is from the command before, in steps. */
  observe(world: World, me: Puck, { aim }: Command, turn: number): void {
    const { slot } = me;
    const before = this.#target[slot] as number;
    const target = before >= 0 && isAimedAt(world, me, aim, world.pucks[before] as Puck) ? before : this.#find(world, me, aim);
    if (target === before) {
      this.#turned[slot] = (this.#turned[slot] as number) + turn;
      return;
    }
    if (before >= 0) this.#end(slot, world.tick);
    this.#target[slot] = target;
    this.#since[slot] = world.tick;
    this.#turned[slot] = 0;
  }

  #end(slot: number, tick: number): void {
    const followed = tick - (this.#since[slot] as number) >= TICKS && (this.#turned[slot] as number) >= TURN;
    this.incidents.note(slot, followed, tick);
  }

  #find(world: World, me: Puck, aim: number): number {
    for (const other of world.pucks) if (isAimedAt(world, me, aim, other)) return other.slot;
    return -1;
  }
}

function isAimedAt(world: World, me: Puck, aim: number, other: Puck): boolean {
  if (!other.active || !other.alive || other === me) return false;
  const dx = other.x - me.x;
  const dy = other.y - me.y;
  if (Math.abs(dx) < SCREEN_X && Math.abs(dy) < SCREEN_Y) return false;
  const along = dx * (AIM_X[aim] as number) + dy * (AIM_Y[aim] as number);
  return along > 0 && along >= ON_COS * Math.sqrt(dx * dx + dy * dy) && !areMates(world, me, other);
}
