// Counts of what was noticed of each seat, and the match's ticks of the latest few. Preallocated: a tick makes no garbage.

import { MAX_PUCKS } from '#shared/tuning.ts';

/** So many of the latest are kept as evidence. */
const KEPT = 8;

export class Incidents {
  readonly #counts = new Int32Array(MAX_PUCKS);
  readonly #chances = new Int32Array(MAX_PUCKS);
  readonly #ticks = new Int32Array(MAX_PUCKS * KEPT);

  /** How often it happened. */
  countOf(slot: number): number {
    return this.#counts[slot] as number;
  }

  /** How often it could have happened. */
  chancesOf(slot: number): number {
    return this.#chances[slot] as number;
  }

  /** It could have happened, and did or did not. */
  note(slot: number, happened: boolean, tick: number): void {
    this.#chances[slot] = this.chancesOf(slot) + 1;
    if (!happened) return;
    const count = this.countOf(slot);
    this.#ticks[slot * KEPT + (count % KEPT)] = tick;
    this.#counts[slot] = count + 1;
  }

  forget(slot: number): void {
    this.#counts[slot] = this.#chances[slot] = 0;
  }

  /** World ticks of the latest, the oldest first. */
  ticksOf(slot: number): number[] {
    const from = slot * KEPT;
    return [...this.#ticks.subarray(from, from + Math.min(KEPT, this.countOf(slot)))].sort((a, b) => a - b);
  }

  /** The least share that the counts speak for, 0 to 1: few of few prove little (Wilson's lower bound, two sigma). */
  shareOf(slot: number): number {
    const n = this.chancesOf(slot);
    if (n === 0) return 0;
    const p = this.countOf(slot) / n;
    const z = 2;
    const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return (p + (z * z) / (2 * n) - spread) / (1 + (z * z) / n);
  }
}
