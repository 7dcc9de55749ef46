// The skill of getting somewhere: follows a way of ways.ts, cutting the corners that are free, and finds a new one when the
// goal moves to another tile, from time to time, and when it got stuck or was thrown off.

import type { Puck, World } from '../sim/types.ts';
import { TICK_HZ, TILE } from '../tuning.ts';
import { isWayClear, type Point, waysOf } from './ways.ts';

/** A way is found anew so often, and at once when the goal has moved; but each bot has its own ticks to search in, one of so
 * many, so that a tick never waits for all of them. */
const FRESH_TICKS = TICK_HZ / 2;
const TURN_TICKS = 8;
/** Ticks from one look along the way to the next. */
const LOOK_TICKS = 4;
/** So many points ahead are looked at for a straight way. */
const AHEAD = 6;

export class Walk {
  /** Where to go now, as a unit vector; 0, 0 on the spot. */
  readonly heading: Point = { x: 0, y: 0 };
  readonly #slot: number;
  #way: Point[] = [];
  #tile = -1;
  #foundTick = Number.NEGATIVE_INFINITY;
  #life = -1;

  constructor(slot: number) {
    this.#slot = slot;
  }

  /** Takes the next step toward a place: sets `heading`. */
  toward(world: World, me: Puck, x: number, y: number): void {
    const { map, tick } = world;
    const tile = Math.floor(y / TILE) * map.cols + Math.floor(x / TILE);
    const isStale = me.life !== this.#life || tile !== this.#tile || tick - this.#foundTick >= FRESH_TICKS;
    if (isStale && (tick + this.#slot) % TURN_TICKS === 0) {
      this.#way = isWayClear(map, me.x, me.y, x, y) ? [{ x, y }] : waysOf(map).find(me.x, me.y, x, y);
      this.#tile = tile;
      this.#life = me.life;
      this.#foundTick = tick;
    }
    if ((tick + this.#slot) % LOOK_TICKS === 0) this.#cutCorners(world, me);
    let next = this.#way[0];
    while (next && this.#way.length > 1 && Math.hypot(next.x - me.x, next.y - me.y) < TILE / 3) {
      this.#way.shift();
      next = this.#way[0];
    }
    // Until its turn comes a newborn stays: its old way is elsewhere.
    this.#head(me, this.#life === me.life ? (next ?? { x, y }) : me);
  }

  /** Units of straight way ahead. */
  straightAhead(me: Puck): number {
    const next = this.#way[0];
    return next ? Math.hypot(next.x - me.x, next.y - me.y) : 0;
  }

  /** What was found leads nowhere. */
  again(): void {
    this.#foundTick = Number.NEGATIVE_INFINITY;
  }

  #cutCorners(world: World, me: Puck): void {
    for (let i = Math.min(AHEAD, this.#way.length - 1); i > 0; i--) {
      const { x, y } = this.#way[i] as Point;
      if (!isWayClear(world.map, me.x, me.y, x, y)) continue;
      this.#way.splice(0, i);
      return;
    }
  }

  #head(me: Puck, to: Point): void {
    const dx = to.x - me.x;
    const dy = to.y - me.y;
    const distance = Math.hypot(dx, dy);
    // On the spot: slower near it, so that it does not go to and fro.
    const scale = distance > 0 ? Math.min(1, distance / (TILE / 4)) / distance : 0;
    this.heading.x = dx * scale;
    this.heading.y = dy * scale;
  }
}
