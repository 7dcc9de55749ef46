// Notices that a bot has not got on: that it has not left a place for too long.

import type { Puck } from '../sim/types.ts';
import { lengthOf } from './ways.ts';

export class Stillness {
  readonly #distance: number;
  readonly #ticks: number;
  #x = 0;
  #y = 0;
  #since = 0;

  /** Who has not been `distance` units from where it was for so many ticks is still. */
  constructor(distance: number, ticks: number) {
    this.#distance = distance;
    this.#ticks = ticks;
  }

  /** Counts anew from here. */
  restart(me: Puck, tick: number): void {
    this.#x = me.x;
    this.#y = me.y;
    this.#since = tick;
  }

  /** Whether it has been still for too long; then it counts anew. */
  isTooLong(me: Puck, tick: number): boolean {
    const moved = lengthOf(me.x - this.#x, me.y - this.#y) > this.#distance;
    const long = !moved && tick - this.#since >= this.#ticks;
    if (moved || long) this.restart(me, tick);
    return long;
  }
}
