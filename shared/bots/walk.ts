// The skill of getting somewhere: follows a way of ways.ts, cutting the corners that are free, and finds a new one when the
// goal has moved, and when it got stuck or was thrown off.

import type { Puck, World } from '../sim/types.ts';
import { TICK_HZ, TILE } from '../tuning.ts';
import { Pulse } from './pulse.ts';
import { isWayClear, lengthOf, type Point, waysOf } from './ways.ts';

/** Each bot has its own ticks to search in, one of so many, so that a tick never waits for all of them. */
const TURN_TICKS = 9;
/** A way that is so old is looked at again: a bot may have been thrown off it. */
const FRESH_TICKS = TICK_HZ / 2;
/** A goal that has moved by less than this share of its distance is not worth a search. */
const STROLL = 0.25;
/** Ticks from one look along the way to the next. */
const LOOK_TICKS = 6;
/** So many points ahead are looked at for a straight way. */
const AHEAD = 6;

export class Walk {
  /** Where to go now, as a unit vector; 0, 0 on the spot. */
  readonly heading: Point = { x: 0, y: 0 };
  readonly #turns: Pulse;
  readonly #looks: Pulse;
  /** The way and the index of its next point. It may be another's too: it is never changed. */
  #way: readonly Point[] = [];
  #next = 0;
  readonly #goal: Point = { x: 0, y: 0 };
  #foundTick = Number.NEGATIVE_INFINITY;
  #life = -1;

  constructor(slot: number) {
    this.#turns = new Pulse(TURN_TICKS, slot);
    this.#looks = new Pulse(LOOK_TICKS, slot);
  }

  /** Takes the next step toward a place: sets `heading`. */
  toward(world: World, me: Puck, x: number, y: number): void {
    const { map, tick } = world;
    if (this.#turns.beats(tick)) {
      if (me.life !== this.#life || this.#isElsewhere(me, x, y) || this.#isLost(world, me)) {
        this.#way = isWayClear(map, me.x, me.y, x, y) ? [{ x, y }] : waysOf(map).find(me.x, me.y, x, y);
        this.#next = 0;
        this.#goal.x = x;
        this.#goal.y = y;
        this.#life = me.life;
        this.#foundTick = tick;
      }
    }
    if (this.#looks.beats(tick)) this.#cutCorners(world, me);
    while (this.#next < this.#way.length - 1 && this.straightAhead(me) < TILE / 3) this.#next++;
    // Until its turn comes a newborn stays: its old way is elsewhere.
    if (this.#life !== me.life) this.#head(me, me.x, me.y);
    else {
      const next = this.#way[this.#next];
      this.#head(me, next ? next.x : x, next ? next.y : y);
    }
  }

  /** Units of straight way ahead. */
  straightAhead(me: Puck): number {
    const next = this.#way[this.#next];
    return next ? lengthOf(next.x - me.x, next.y - me.y) : 0;
  }

  /** What was found leads nowhere. */
  again(): void {
    this.#goal.x = Number.POSITIVE_INFINITY;
  }

  /** Whether the goal is not where the way leads: of one that is far a part of the way is the same wherever it strolls. */
  #isElsewhere(me: Puck, x: number, y: number): boolean {
    const moved = lengthOf(x - this.#goal.x, y - this.#goal.y);
    return moved > TILE / 2 && moved > lengthOf(x - me.x, y - me.y) * STROLL;
  }

  /** Whether what was found is of no use any more: it is old, and the bot was thrown off it or has come to its end. */
  #isLost({ map, tick }: World, me: Puck): boolean {
    if (tick - this.#foundTick < FRESH_TICKS) return false;
    const next = this.#way[this.#next];
    return !next || this.#next === this.#way.length - 1 || !isWayClear(map, me.x, me.y, next.x, next.y);
  }

  #cutCorners(world: World, me: Puck): void {
    for (let i = Math.min(this.#next + AHEAD, this.#way.length - 1); i > this.#next; i--) {
      const { x, y } = this.#way[i] as Point;
      if (!isWayClear(world.map, me.x, me.y, x, y)) continue;
      this.#next = i;
      return;
    }
  }

  #head(me: Puck, x: number, y: number): void {
    const dx = x - me.x;
    const dy = y - me.y;
    const distance = lengthOf(dx, dy);
    // On the spot: slower near it, so that it does not go to and fro.
    const scale = distance > 0 ? Math.min(1, distance / (TILE / 4)) / distance : 0;
    this.heading.x = dx * scale;
    this.heading.y = dy * scale;
  }
}
