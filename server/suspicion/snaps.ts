// The aim that jumps: from one command to the next it is somewhere else altogether, exactly on an enemy, and fires. A hand
// takes several commands for such a turn, and overshoots; a thumb on a stick jumps, but not onto a target.

import { hasLineOfSight } from '#shared/sim/map.ts';
import { AIM_STEPS, AIM_X, AIM_Y } from '#shared/sim/math.ts';
import { areMates } from '#shared/sim/scores.ts';
import { BUTTON, type Command, type Puck, type World } from '#shared/sim/types.ts';
import { BOLT, MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';
import { Incidents } from './incidents.ts';
import { Tracks } from './tracks.ts';

/** A turn of so many steps between two commands is a jump. */
const JUMP = Math.round((25 / 360) * AIM_STEPS);
/** The shot belongs to a jump for so many ticks. */
const SHOT_TICKS = 3;
/** Exactly on target: it would pass the middle of the puck by so many units at most. */
const EXACT = 12;
/** Nearer ones are hit by chance; farther ones are beyond the screen. */
const NEAREST = 200;
const FARTHEST = 1000;

export class Snaps {
  /** Jumps that were fired after: did they end exactly on an enemy? */
  readonly incidents = new Incidents();
  readonly #tracks: Tracks;
  /** By slot: ticks at which the last jump's shot counts no more; whether that jump ended on a target. */
  readonly #until = new Int32Array(MAX_PUCKS);
  readonly #exact = new Uint8Array(MAX_PUCKS);

  constructor(tracks: Tracks) {
    this.#tracks = tracks;
  }

  forget(slot: number): void {
    this.incidents.forget(slot);
    this.#until[slot] = 0;
  }

  /** Takes a command after its tick; `turn` is from the command before, in steps, `lag` the ticks by which its sender sees others late. */
  observe(world: World, me: Puck, { aim, buttons }: Command, turn: number, lag: number): void {
    const { slot } = me;
    if (turn >= JUMP) {
      this.#until[slot] = world.tick + SHOT_TICKS;
      this.#exact[slot] = this.#isOnTarget(world, me, aim, lag) ? 1 : 0;
    }
    if (!(buttons & BUTTON.fire) || world.tick >= (this.#until[slot] as number)) return;
    this.#until[slot] = 0;
    this.incidents.note(slot, this.#exact[slot] === 1, world.tick);
  }

  #isOnTarget(world: World, me: Puck, aim: number, lag: number): boolean {
    for (const other of world.pucks) {
      if (!other.active || !other.alive || other === me || areMates(world, me, other)) continue;
      const { slot } = other;
      const { tick } = world;
      // As it is, and as it was seen; led and not.
      const seen = tick - Math.min(lag, Tracks.longest);
      const on =
        isHit(me, aim, other.x, other.y, other.vx, other.vy) ||
        isHit(me, aim, this.#tracks.xAt(slot, seen), this.#tracks.yAt(slot, seen), other.vx, other.vy);
      if (on && hasLineOfSight(world.map, me.x, me.y, other.x, other.y)) return true;
    }
    return false;
  }
}

/** Whether an aim passes a target's middle closely, where it is or where a bolt would meet it. */
function isHit(me: Puck, aim: number, x: number, y: number, vx: number, vy: number): boolean {
  const dx = x - me.x;
  const dy = y - me.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance < NEAREST || distance > FARTHEST) return false;
  const seconds = distance / BOLT.speed + 1 / TICK_HZ;
  return passes(aim, dx, dy) || passes(aim, dx + vx * seconds, dy + vy * seconds);
}

function passes(aim: number, dx: number, dy: number): boolean {
  const ax = AIM_X[aim] as number;
  const ay = AIM_Y[aim] as number;
  return ax * dx + ay * dy > 0 && Math.abs(ax * dy - ay * dx) <= EXACT;
}
