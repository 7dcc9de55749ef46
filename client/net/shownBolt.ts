// One bolt on the screen: flown from its spawn with the simulation's own flight to the tick at which it is shown, as many
// ticks behind the present as it is told, never backwards.

import type { BoltState } from '#shared/net/schema.ts';
import { advanceFlight } from '#shared/sim/flight.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Bolt, Flight } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, TICK_S } from '#shared/tuning.ts';

/** An enemy's bolt makes up for its delay by so many ticks a tick: it must be in time before it arrives. */
const CATCH_UP = 2;
/** Otherwise a delay grows and shrinks by so many: with the slewing present a bolt still never flies backwards. */
const HOLD_BACK = 0.85;
/** A contact is told if it happened at most so many ticks ago. */
export const NEWS_TICKS = 20;
const ignore = (): void => {};

/** A contact with a wall, for sparks and sounds. */
export interface Bounce {
  x: number;
  y: number;
  level: number;
  /** False for a dull clink. */
  counted: boolean;
  owner: number;
}

/** Where a bolt met one's own puck, from the puck's centre, in the tick after `tick`. */
export interface Strike {
  tick: number;
  x: number;
  y: number;
}

export class ShownBolt {
  /** Flown to tick `#tick`. */
  readonly bolt: Bolt;
  /** Shown place and heat. */
  x = 0;
  y = 0;
  dx = 1;
  dy = 0;
  level = 0;
  /** False before its time, after its end, or while a predicted contact hides it. */
  visible = false;
  /** Corners of the way so far: x and y of the muzzle, then of each contact. */
  readonly corners: number[] = [];
  /** The sequence of the command that fired it, while the server has not confirmed it; else 0. */
  pending = 0;
  /** The present at which it was first seen, -1 before. */
  seenTick = -1;
  /** Ticks that it is shown behind the present. */
  delay = 0;
  /** Whether it is shown where it struck one's own puck: in that frame alone. */
  striking = false;
  #tick = 0;
  #hiddenUntil = 0;
  /** Until it was shown. */
  #strike: Strike | undefined;
  readonly #catchUp: number;
  #ended = false;
  #endTick = Number.POSITIVE_INFINITY;

  /** `mine`: fired by one's own puck. */
  constructor(slot: number, mine: boolean) {
    this.bolt = emptyBolt(slot);
    this.#catchUp = mine ? HOLD_BACK : CATCH_UP;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The bolt begins its flight at its spawn; it is shown `delay` ticks behind. */
  begin(delay: number): void {
    const { bolt } = this;
    this.#tick = bolt.spawnTick;
    this.#ended = false;
    this.#endTick = bolt.endTick;
    this.#hiddenUntil = 0;
    this.delay = delay;
    this.corners.length = 0;
    this.corners.push(bolt.x, bolt.y);
    this.x = bolt.x;
    this.y = bolt.y;
    this.level = bolt.level;
  }

  /** The server's word for a predicted bolt: the same flight, perhaps at another tick; the difference fades. */
  confirm(slot: number, from: BoltState): void {
    const shift = from.spawnTick - this.bolt.spawnTick;
    this.bolt.slot = slot;
    this.bolt.generation = from.generation;
    this.bolt.spawnTick += shift;
    this.#tick += shift;
    this.#endTick += shift;
    this.delay -= shift;
    this.pending = 0;
  }

  /** The server says that it ended at a tick. */
  cut(tick: number): void {
    this.#endTick = Math.min(this.#endTick, tick);
    // It ended on its way to one's own puck: at another's.
    if (this.#strike && tick < this.#strike.tick) this.#strike = undefined;
  }

  /** Hides it at a contact that the server has not confirmed yet. */
  hide(untilTick: number): void {
    if (this.#hiddenUntil === 0) this.#hiddenUntil = untilTick;
  }

  /** It met one's own puck before one could know of it: shown there for a frame, then hidden like any contact. */
  strike(strike: Strike, untilTick: number): void {
    this.#strike = strike;
    this.hide(untilTick);
  }

  /** Shows a strike on one's own puck, once, at the end of the way to it. Returns whether there was one to show. */
  showStrike(own: { x: number; y: number }, present: number, map: ArenaMap, onBounce: (bounce: Bounce) => void): boolean {
    const strike = this.#strike;
    this.striking = strike !== undefined;
    if (!strike) return false;
    this.#strike = undefined;
    while (this.#tick < strike.tick) this.#step(map, onBounce);
    this.#show(this.bolt);
    this.x = own.x + strike.x;
    this.y = own.y + strike.y;
    this.visible = true;
    this.seenTick = present;
    return true;
  }

  /** Flies it to the shown tick, which is to be `wanted` ticks behind the present. */
  advance(present: number, ticks: number, wanted: number, map: ArenaMap, onBounce: (bounce: Bounce) => void): void {
    this.delay = Math.max(this.delay - ticks * this.#catchUp, Math.min(this.delay + ticks * HOLD_BACK, wanted));
    const at = present - this.delay;
    const to = Math.min(Math.floor(at), this.#endTick);
    // Contacts of long ago (of a bolt that was in the air before one came) are no news.
    while (!this.#ended && this.#tick < to) this.#step(map, present - this.#tick < NEWS_TICKS ? onBounce : ignore);
    if (at >= this.#endTick) this.#ended = true;
    const started = at >= this.bolt.spawnTick;
    this.visible = started && !this.#ended && !(this.#hiddenUntil > present);
    if (this.visible && this.seenTick < 0) this.seenTick = present;
    if (this.visible) this.#place(at - this.#tick, map);
  }

  #step(map: ArenaMap, onBounce: (bounce: Bounce) => void): void {
    const { bolt } = this;
    let left = TICK_S;
    while (left > 0 && !this.#ended) {
      const { contacts, bounces } = bolt;
      left -= advanceFlight(bolt, map, left);
      if (bolt.contacts === contacts) continue;
      this.corners.push(bolt.x, bolt.y);
      onBounce({ x: bolt.x, y: bolt.y, level: bolt.level, counted: bolt.bounces > bounces, owner: bolt.owner });
      if (bolt.contacts >= BOLT.lastContact) this.#ended = true;
    }
    this.#tick++;
  }

  #place(share: number, map: ArenaMap): void {
    copyFlight(between, this.bolt);
    for (let left = Math.max(0, Math.min(1, share)) * TICK_S; left > 0 && between.contacts < BOLT.lastContact; ) {
      left -= advanceFlight(between, map, left);
    }
    this.#show(between);
  }

  #show({ x, y, dx, dy, level }: Flight): void {
    this.x = x;
    this.y = y;
    this.dx = dx;
    this.dy = dy;
    this.level = level;
  }
}

const between: Flight = emptyBolt(0);

/** Only what flies, field by field: for each bolt in each frame. */
export function copyFlight(to: Flight, from: Flight): void {
  to.x = from.x;
  to.y = from.y;
  to.dx = from.dx;
  to.dy = from.dy;
  to.speed = from.speed;
  to.level = from.level;
  to.bounces = from.bounces;
  to.contacts = from.contacts;
  to.run = from.run;
  to.parries = from.parries;
}
