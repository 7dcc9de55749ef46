// The other pucks, at a tick of the near past: between two snapshots where that is known, and stepped on with their last
// known stick where it is not yet. When a snapshot tells otherwise than was guessed the difference fades.

import { PuckReader } from '#shared/net/reader.ts';
import { reckon } from '#shared/net/reckoning.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Puck } from '#shared/sim/types.ts';
import { ErrorOffset } from './errorOffset.ts';

/** Snapshots that are kept: more than the longest delay needs. */
const KEPT = 24;
/** A puck is stepped on so many ticks at most; farther is guessing. */
const MAX_GUESS = 30;

interface Moment {
  tick: number;
  puck: Puck;
}

export class Remote {
  readonly slot: number;
  /** As shown, without the fading difference. */
  readonly puck: Puck;
  /** Shown place. */
  x = 0;
  y = 0;
  readonly error = new ErrorOffset();

  readonly #reader: PuckReader;
  readonly #map: ArenaMap;
  readonly #moments: Moment[];
  /** Counts snapshots: of the newest one, and of the newest that was there at the last frame. */
  #newest = 0;
  #known = 0;

  constructor(from: PuckState, state: MatchState, slot: number, map: ArenaMap) {
    this.slot = slot;
    this.#map = map;
    this.#reader = new PuckReader(slot, map);
    const puck = this.#reader.read(from, state);
    this.#moments = Array.from({ length: KEPT }, () => ({ tick: state.tick, puck: { ...puck } }));
    this.puck = { ...puck };
    this.x = puck.x;
    this.y = puck.y;
  }

  /** A snapshot came. */
  snapshot(from: PuckState, state: MatchState): void {
    const moment = this.#moment(++this.#newest);
    Object.assign(moment.puck, this.#reader.read(from, state));
    moment.tick = state.tick;
  }

  /** Brings it to a tick; `seconds` since the last call let the difference fade. */
  advance(at: number, seconds: number): void {
    const { puck, error } = this;
    const { life } = puck;
    error.fade(seconds);
    if (this.#known !== this.#newest) {
      this.#place(at, this.#known);
      const { x, y } = puck;
      this.#known = this.#newest;
      this.#place(at, this.#known);
      error.add(x - puck.x, y - puck.y);
    } else {
      this.#place(at, this.#known);
    }
    // A new life is elsewhere: nothing to glide from.
    if (puck.life !== life) error.clear();
    this.x = puck.x + error.x;
    this.y = puck.y + error.y;
  }

  #moment(count: number): Moment {
    return this.#moments[count % KEPT] as Moment;
  }

  /** Sets the puck to a tick, by the snapshots up to the one of a count. */
  #place(at: number, newest: number): void {
    let to = this.#moment(newest);
    if (at > to.tick) {
      this.#guess(at, to);
      return;
    }
    let from = to;
    for (let back = 1; from.tick > at && back < KEPT; back++) {
      to = from;
      from = this.#moment(newest + KEPT - back);
      // Not older: the ring has not been filled yet.
      if (from.tick >= to.tick) from = to;
    }
    const { puck } = this;
    Object.assign(puck, from.puck);
    if (to.tick <= from.tick || to.puck.life !== from.puck.life) return;
    const share = Math.max(0, (at - from.tick) / (to.tick - from.tick));
    puck.x += (to.puck.x - puck.x) * share;
    puck.y += (to.puck.y - puck.y) * share;
  }

  /** Steps on with the last stick, the last step in part. */
  #guess(at: number, from: Moment): void {
    const { puck } = this;
    const ticks = Math.min(at - from.tick, MAX_GUESS);
    const whole = Math.ceil(ticks);
    Object.assign(puck, from.puck);
    reckon(puck, this.#map, whole - 1, 0, puck.mx, puck.my);
    const { x, y } = puck;
    reckon(puck, this.#map, 1, 0, puck.mx, puck.my);
    const share = 1 - (whole - ticks);
    puck.x = x + (puck.x - x) * share;
    puck.y = y + (puck.y - y) * share;
  }
}
