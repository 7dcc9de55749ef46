// Where pucks have been lately: whoever aims sees the others as they were a line's length ago.

import type { World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';

/** Ticks that are kept; a power of two. */
const DEPTH = 32;

export class Tracks {
  readonly #x = new Float32Array(MAX_PUCKS * DEPTH);
  readonly #y = new Float32Array(MAX_PUCKS * DEPTH);

  /** Takes a tick, after its step. */
  observe({ tick, pucks }: World): void {
    const at = tick & (DEPTH - 1);
    for (const { slot, x, y } of pucks) {
      this.#x[slot * DEPTH + at] = x;
      this.#y[slot * DEPTH + at] = y;
    }
  }

  /** Where a puck was after a tick, one of the last 31. */
  xAt(slot: number, tick: number): number {
    return this.#x[slot * DEPTH + (tick & (DEPTH - 1))] as number;
  }

  yAt(slot: number, tick: number): number {
    return this.#y[slot * DEPTH + (tick & (DEPTH - 1))] as number;
  }

  /** Ticks back that can be asked for at most. */
  static readonly longest = DEPTH - 1;
}
