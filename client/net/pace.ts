// The pace of one's commands: sixty a second of this device's clock whatever the frames do, and a little fewer while some
// always wait at the server. They are counted in ticks, never in frames.

import { TICK_MS } from '#shared/tuning.ts';

/** A frame makes up for so many ticks at most; a longer sleep is not made up for. */
const MAX_TICKS_A_FRAME = 5;
/** For each command that always waits at the server the pace is slowed down by this share, until the next report; by MOST_EASE at most. */
const EASE = 0.03;
const MOST_EASE = 0.06;

export class Pace {
  /** Share of the way from the last command to the next, 0 to 1. */
  sinceCommand = 0;
  #lastMs = -1;
  #rate = 1;

  /** A frame comes at `nowMs` on any steady clock. Returns the ticks since the last one. */
  frame(nowMs: number): number {
    const elapsed = this.#lastMs < 0 ? 0 : Math.min(nowMs - this.#lastMs, MAX_TICKS_A_FRAME * TICK_MS);
    this.#lastMs = nowMs;
    return elapsed / TICK_MS;
  }

  /** Ticks pass. Returns how many commands are due. */
  commandsDue(ticks: number): number {
    const since = this.sinceCommand + ticks * this.#rate;
    const due = Math.floor(since);
    this.sinceCommand = since - due;
    return due;
  }

  /** The server says how many commands always waited in the last second. */
  waiting(commands: number): void {
    this.#rate = 1 - Math.max(0, Math.min(MOST_EASE, EASE * (commands - 1)));
  }
}
