// What a bot does only every so many ticks, at other ticks than its neighbours, so that no tick has to wait for all of them.

export class Pulse {
  readonly #every: number;
  readonly #offset: number;
  #count = Number.NaN;

  /** Beats once in `every` ticks; `offset` shifts it against others. */
  constructor(every: number, offset: number) {
    this.#every = every;
    this.#offset = offset;
  }

  /** Whether it is time, at a tick that is not asked for again. It also is after ticks that were skipped: clocks of clients do. */
  beats(tick: number): boolean {
    const count = Math.floor((tick + this.#offset) / this.#every);
    if (count === this.#count) return false;
    this.#count = count;
    return true;
  }
}
