// So many acts at once and no more than one every so often afterwards, each person for themselves.

/** What sums and differences of times may be off by. */
const ROUNDING_MS = 0.001;

export class Allowance {
  readonly #most: number;
  readonly #everyMs: number;
  /** By person: when their allowance would be full again, on `performance.now()`. */
  readonly #fullAt = new Map<string, number>();

  /** `most` at once; each comes back after `everyMs`. */
  constructor(most: number, everyMs: number) {
    this.#most = most;
    this.#everyMs = everyMs;
  }

  /** Takes one. False when none is left. */
  take(person: string): boolean {
    const now = performance.now();
    const from = Math.max(now, this.#fullAt.get(person) ?? 0);
    if (from - now > (this.#most - 1) * this.#everyMs + ROUNDING_MS) return false;
    this.#fullAt.set(person, from + this.#everyMs);
    return true;
  }

  /** Seconds until the next one, 0 when there is one. */
  waitS(person: string): number {
    const spare = (this.#fullAt.get(person) ?? 0) - performance.now() - (this.#most - 1) * this.#everyMs;
    return Math.max(0, Math.ceil(spare / 1000));
  }

  /** Forgets those whose allowance is full: they need no place in memory. */
  sweep(): void {
    const now = performance.now();
    for (const [person, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(person);
  }
}
