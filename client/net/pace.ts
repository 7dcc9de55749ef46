// The pace of one's commands: sixty a second of this device's clock whatever the frames do, and a little fewer while some
// always wait at the server. They are counted in ticks, never in frames; but where a frame is about a tick long, as on most
// displays, each has its one command, though no two frames are equally long: else there would be none in one, two in the next.

import { TICK_MS } from '#shared/tuning.ts';

/** A frame makes up for so many ticks at most; a longer sleep is not made up for. */
const MAX_TICKS_A_FRAME = 5;
/** For each command that always waits at the server the pace is slowed down by this share, until the next report; by MOST_EASE at most. */
const EASE = 0.03;
const MOST_EASE = 0.06;

/** To keep to the frames a command may be so much of a tick early or late. */
const SLACK = 0.2;

export class Pace {
  /** Ticks since the last command was due. */
  #since = 0.5;
  #lastMs = -1;
  #rate = 1;

  /** A frame comes at `nowMs` on any steady clock. Returns the ticks since the last one. */
  frame(nowMs: number): number {
    const elapsed = this.#lastMs < 0 ? 0 : Math.min(nowMs - this.#lastMs, MAX_TICKS_A_FRAME * TICK_MS);
    this.#lastMs = nowMs;
    return elapsed / TICK_MS;
  }

  /** Share of the way from the last command to the next, 0 to 1. */
  get sinceCommand(): number {
    return Math.max(0, Math.min(1, this.#since));
  }

  /** Ticks pass. Returns how many commands are due. */
  commandsDue(ticks: number): number {
    const since = this.#since + ticks * this.#rate;
    const whole = Math.round(ticks);
    const left = since - whole;
    const steady = whole > 0 && Math.abs(ticks - whole) < SLACK && left > -SLACK && left < 1 + SLACK;
    const due = steady ? whole : Math.max(0, Math.floor(since));
    this.#since = since - due;
    return due;
  }

  /** The command that was due could not go out: it is due at once, and the screen stands where the last one ends. */
  hold(): void {
    this.#since = 1;
  }

  /** The server says how many commands always waited in the last second, and how many of them it lets wait. */
  waiting(commands: number, spare: number): void {
    this.#rate = 1 - Math.max(0, Math.min(MOST_EASE, EASE * (commands - 1 - spare)));
  }
}
