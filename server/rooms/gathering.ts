// After a restart of the server: all seats wait for their holders, and the match for the first of them and a moment longer.

import { TICK_HZ } from '#shared/tuning.ts';
import type { Hosting } from './hosting.ts';
import type { KeptSeat } from './keptRoom.ts';
import type { Seating } from './seating.ts';

/** Seats wait for so long for the people of before. */
export const SEATS_KEPT_MS = 60_000;
/** From the first who is back to the match: the others come within moments, or a bot plays for them. */
const GATHER_TICKS = 3 * TICK_HZ;
/** Stands before the session of somebody who is not back. */
const KEPT = 'kept-';

export class Gathering {
  readonly #seating: Seating;
  #ticks = -1;

  /** Keeps the seats of before, and whose the room is. */
  constructor(kept: readonly KeptSeat[], seating: Seating, hosting: Hosting) {
    this.#seating = seating;
    for (const { slot, host, ...holder } of kept) {
      const sessionId = `${KEPT}${slot}`;
      seating.keep(sessionId, slot, holder);
      hosting.came(sessionId);
      if (host) hosting.handTo(sessionId);
    }
  }

  /** Sessions that stand for the holders who are not back. */
  get missing(): string[] {
    return [...this.#seating.seats.entries()].map(([sessionId]) => sessionId).filter((sessionId) => sessionId.startsWith(KEPT));
  }

  /** Somebody is back. */
  came(): void {
    if (this.#ticks < 0) this.#ticks = GATHER_TICKS;
  }

  /** A tick's time passes. Returns whether the match still waits. */
  waits(): boolean {
    if (this.missing.length === 0) return false;
    if (this.#ticks > 0) this.#ticks--;
    return this.#ticks !== 0;
  }
}
