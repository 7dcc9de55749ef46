// Bolts that come, and what is pressed against them: how soon after one became dangerous. Nobody answers what they have
// seen for less than a tenth of a second, except by chance; again and again is no chance.

import { hasLineOfSight } from '#shared/sim/map.ts';
import { areMates } from '#shared/sim/scores.ts';
import { type Bolt, BUTTON, type Command, type Puck, type World } from '#shared/sim/types.ts';
import { BOLT, MAX_BOLTS, MAX_PUCKS, PUCK, TICK_HZ } from '#shared/tuning.ts';
import { Incidents } from './incidents.ts';

/** Quicker than this is quicker than people. */
const FAST_TICKS = 4;
/** Bolts that arrive later are no danger yet. */
const AHEAD_TICKS = 40;
const NEAR = 520;
/** What passes so close is a danger. */
const REACH = PUCK.radius + BOLT.half + 10;
/** Contacts of a bolt are fewer: a generation and its contacts make one number. */
const CONTACTS = 8;

export class Answers {
  /** Dashes and parries while a bolt came: were they quicker than people are? */
  readonly incidents = new Incidents();
  /** By bolt and puck: which course of which bolt is dangerous, and since when. */
  readonly #course = new Int32Array(MAX_BOLTS * MAX_PUCKS).fill(-1);
  readonly #since = new Int32Array(MAX_BOLTS * MAX_PUCKS);
  /** By puck: since when the bolt that will arrive first is dangerous, 0 for none. */
  readonly #first = new Int32Array(MAX_PUCKS);
  /** By puck: the danger that was answered; each counts once. */
  readonly #answered = new Int32Array(MAX_PUCKS);
  readonly #buttons = new Uint8Array(MAX_PUCKS);

  forget(slot: number): void {
    this.incidents.forget(slot);
    this.#first[slot] = this.#answered[slot] = this.#buttons[slot] = 0;
  }

  /** Takes a command of a puck, in the tick before whose step the dangers were last looked for. */
  press({ slot }: Puck, { buttons }: Command, tick: number): void {
    const pressed = buttons & ~(this.#buttons[slot] as number) & (BUTTON.dash | BUTTON.parry);
    this.#buttons[slot] = buttons;
    const since = this.#first[slot] as number;
    if (!pressed || since === 0 || since === this.#answered[slot]) return;
    this.#answered[slot] = since;
    this.incidents.note(slot, tick - since <= FAST_TICKS, tick);
  }

  /** Looks for bolts that come for a puck, after a tick's step. */
  look(world: World, me: Puck): void {
    let least = AHEAD_TICKS;
    this.#first[me.slot] = 0;
    if (!me.alive) return;
    for (const bolt of world.bolts) {
      if (!bolt.live || Math.abs(bolt.x - me.x) > NEAR || Math.abs(bolt.y - me.y) > NEAR) continue;
      const ticks = ticksToPass(bolt, me);
      if (ticks >= least || !hurts(world, me, bolt)) continue;
      const pair = bolt.slot * MAX_PUCKS + me.slot;
      const course = bolt.generation * CONTACTS + bolt.contacts;
      if (this.#course[pair] !== course) {
        if (!hasLineOfSight(world.map, bolt.x, bolt.y, me.x, me.y)) continue;
        this.#course[pair] = course;
        this.#since[pair] = world.tick;
      }
      least = ticks;
      this.#first[me.slot] = this.#since[pair] as number;
    }
  }
}

function hurts(world: World, me: Puck, bolt: Bolt): boolean {
  if (bolt.owner === me.slot) return false;
  const owner = world.pucks[bolt.owner];
  return world.friendlyFire || !owner || !areMates(world, me, owner);
}

/** Ticks until a bolt passes a puck that stands, near enough to be a danger; infinite if it does not. */
function ticksToPass(bolt: Bolt, me: Puck): number {
  const dx = me.x - bolt.x;
  const dy = me.y - bolt.y;
  const along = dx * bolt.dx + dy * bolt.dy;
  if (along < 0 || Math.abs(dx * bolt.dy - dy * bolt.dx) > REACH) return Number.POSITIVE_INFINITY;
  return (along / bolt.speed) * TICK_HZ;
}
