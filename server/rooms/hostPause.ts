// A match that its host has halted: nothing moves, until the host lets it go on or the longest time is over.

import { TICK_HZ } from '#shared/tuning.ts';

/** Seconds that a match may halt. */
export const MAX_PAUSE_S = 300;

export class Pause {
  #ticks = 0;

  /** Seconds that are left, 0 while the match runs. */
  get seconds(): number {
    return Math.ceil(this.#ticks / TICK_HZ);
  }

  begin(): void {
    this.#ticks = MAX_PAUSE_S * TICK_HZ;
  }

  end(): void {
    this.#ticks = 0;
  }

  /** A tick's time passes. Returns whether the match stands still in it. */
  pass(): boolean {
    if (this.#ticks === 0) return false;
    this.#ticks--;
    return true;
  }
}
