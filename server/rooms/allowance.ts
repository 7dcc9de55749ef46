// So many acts at once and no more than one every so often afterwards, each person for themselves.

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
    const fullAt = Math.max(now, this.#fullAt.get(person) ?? 0) + this.#everyMs;
    if (fullAt - now > this.#most * this.#everyMs) return false;
    this.#fullAt.set(person, fullAt);
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
