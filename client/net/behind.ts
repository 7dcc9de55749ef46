// How far behind the present other pucks are shown: as far as is needed to know where they were, and no farther. It grows
// with the line's delay and its jitter, and shrinks again when snapshots come sooner.

/** More than the newest snapshot's age when it comes: half the way to the next one, the other half is guessed. */
const MARGIN_TICKS = 2;
/** It changes by this share of the passing time at most, so that nothing jumps. */
const SLEW = 0.1;
/** What was needed once is needed less with every tick, by so many ticks. */
const RELAX = 0.005;
/** A snapshot that is older comes from a sleep or a stall: no reason to live in the past afterwards. */
const MOST_TICKS = 30;

export class Behind {
  /** Ticks. */
  ticks = 0;
  #needed = 0;

  /** A snapshot came, and it is of so many ticks before the present. */
  snapshot(age: number): void {
    if (age <= MOST_TICKS) this.#needed = Math.max(this.#needed, age);
  }

  /** Time passes. */
  advance(ticks: number): void {
    this.#needed = Math.max(0, this.#needed - RELAX * ticks);
    const most = SLEW * ticks;
    this.ticks += Math.max(-most, Math.min(most, this.#needed + MARGIN_TICKS - this.ticks));
  }
}
