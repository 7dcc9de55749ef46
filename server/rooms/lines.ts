// How each player's line has been of late, for operators: its jitter, how many commands came, and how often there were none;
// and what their own page says of its prediction.

import type { Corrections } from '#shared/net/protocol.ts';
import type { LineReport } from '#shared/net/reports.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import type { Seat } from './seats.ts';

/** Share by which a new difference moves the jitter, as RFC 3550 has it. */
const SHARE = 1 / 16;
/** A second with more ticks without a command than this had a stall. */
const STALL_TICKS = 9;

export const NO_LINE: LineReport = { jitter: 0, rate: 0, starved: 0, stalls: 0, corrections: 0, largestCorrection: 0 };

interface Line extends LineReport {
  /** The last round trip, milliseconds. */
  trip: number;
}

export class Lines {
  /** By seat: it goes with whoever holds it. */
  readonly #lines = new WeakMap<Seat, Line>();

  /** A round trip was measured, in milliseconds. */
  tripped(seat: Seat, ms: number): void {
    const line = this.#of(seat);
    if (line.trip > 0) line.jitter += (Math.abs(ms - line.trip) - line.jitter) * SHARE;
    line.trip = ms;
  }

  /** A second has passed; before the seat's counts begin anew. */
  second(seat: Seat): void {
    const line = this.#of(seat);
    line.rate = Math.min(seat.taken, 2 * TICK_HZ);
    line.starved = seat.starved;
    if (seat.starved > STALL_TICKS && !seat.away) line.stalls++;
  }

  /** What a player's page says of itself. */
  corrected(seat: Seat, { count, largest }: Corrections): void {
    Object.assign(this.#of(seat), { corrections: count, largestCorrection: largest });
  }

  /** What operators see of it. */
  of(seat: Seat): LineReport {
    const { trip: _, ...line } = this.#of(seat);
    return { ...line, jitter: Math.round(line.jitter * 10) / 10 };
  }

  #of(seat: Seat): Line {
    let line = this.#lines.get(seat);
    if (!line) {
      line = { trip: 0, ...NO_LINE };
      this.#lines.set(seat, line);
    }
    return line;
  }
}
