// How far behind the present other pucks are shown: as far as is needed to know where they were, and no farther. It grows
// with the line's delay and its jitter, and shrinks again when snapshots come sooner. Stalls that come again and again are
// waited for; nobody lives in the past for a single one.

/** More than the newest snapshot's age when it comes: half the way to the next one, the other half is guessed. */
const MARGIN_TICKS = 2;
/** It changes by this share of the passing time at most, so that nothing jumps. */
const SLEW = 0.1;
/** A snapshot that is as old comes from a sleep or a long stall: no reason to live in the past afterwards. */
const MOST_TICKS = 30;
/** What counts are the last so many periods of so many ticks. */
const PERIODS = 20;
const PERIOD_TICKS = 60;
/** Of a period without snapshots. */
const NONE = -1;

export class Behind {
  /** Ticks. */
  ticks = 0;
  /** The greatest age of a snapshot in each period. */
  readonly #ages = new Float64Array(PERIODS).fill(NONE);
  #needed = 0;
  #period = 0;
  #passed = 0;

  /** A snapshot came, and it is of so many ticks before the present. */
  snapshot(age: number): void {
    if (age >= MOST_TICKS) return;
    this.#ages[this.#period] = Math.max(0, age, this.#ages[this.#period] as number);
    this.#needed = this.#usual();
  }

  /** Time passes. */
  advance(ticks: number): void {
    this.#passed += ticks;
    // A time in which nothing comes teaches nothing.
    if (this.#passed >= PERIOD_TICKS && this.#ages[this.#period] !== NONE) {
      this.#passed = 0;
      this.#period = (this.#period + 1) % PERIODS;
      this.#ages[this.#period] = NONE;
    }
    const most = SLEW * ticks;
    this.ticks += Math.max(-most, Math.min(most, this.#needed + MARGIN_TICKS - this.ticks));
  }

  /** The greatest age but for the worst period and those beside it, since a stall may be of two; at the start there are no others. */
  #usual(): number {
    const ages = this.#ages;
    let worst = 0;
    for (let i = 1; i < PERIODS; i++) if ((ages[i] as number) > (ages[worst] as number)) worst = i;
    let usual = NONE;
    for (let i = 2; i < PERIODS - 1; i++) usual = Math.max(usual, ages[(worst + i) % PERIODS] as number);
    return usual === NONE ? (ages[worst] as number) : usual;
  }
}
