// No more than three bright flashes in a second: of those that fill the screen always, of all others where the player
// wants it so. What is too much is left out, never put off: a late flash would tell of something else.

/** General flashes a second that are held to be safe (WCAG 2.3.1). */
const MOST = 3;

export class FlashGate {
  /** Whether small flashes are counted too. */
  limited = false;
  #seconds = 0;
  /** When the last ones were, oldest first. */
  readonly #at: number[] = Array.from({ length: MOST }, () => Number.NEGATIVE_INFINITY);

  /** Time goes on, in seconds as they are drawn. */
  advance(seconds: number): void {
    this.#seconds += seconds;
  }

  /** Whether there may be lights that come by the dozen, at muzzles and walls: counted, they would leave none to hits and kills. */
  get allowsFrequent(): boolean {
    return !this.limited;
  }

  /** Whether a flash may be shown now; `large` ones fill much of the screen. */
  allows(large: boolean): boolean {
    if (!large && !this.limited) return true;
    if (this.#seconds - (this.#at[0] as number) < 1) return false;
    this.#at.shift();
    this.#at.push(this.#seconds);
    return true;
  }
}
