// One drift-free clock for all rooms of a process. Each room has its own absolute deadlines, and rooms are spread
// over the interval, so they never all tick at once. A framework timer in whole milliseconds would lose a tick in
// a hundred. Method: fixed timestep with absolute time (Fiedler, "Fix Your Timestep!").

import { TICK_HZ } from '#shared/tuning.ts';

/** A late room catches up at most so many ticks at once; what is beyond is dropped and counted. */
const MAX_CATCH_UP = 5;

interface Entry {
  tick: () => void;
  /** Milliseconds on the `now` clock. */
  deadline: number;
  stats: TickStats;
}

export interface TickStats {
  ticks: number;
  /** Ticks that began a whole interval or more after their time. */
  late: number;
  /** Ticks that never ran, because the process was too far behind. */
  skipped: number;
}

/** Golden ratio: each new room falls into the largest gap of the interval. */
const SPREAD = 0.618_033_988_749_895;

export class TickScheduler {
  readonly #intervalMs: number;
  readonly #entries = new Set<Entry>();
  #timer: NodeJS.Timeout | undefined;
  #added = 0;

  /** `hz` is the rate of every entry's ticks. */
  constructor(hz: number) {
    this.#intervalMs = 1000 / hz;
  }

  /** Calls `tick` at the rate from now on. Returns its counters and how to stop it. */
  add(tick: () => void): { stats: TickStats; stop: () => void } {
    const phase = ((this.#added++ * SPREAD) % 1) * this.#intervalMs;
    const base = Math.ceil(performance.now() / this.#intervalMs) * this.#intervalMs;
    const entry: Entry = { tick, deadline: base + phase, stats: { ticks: 0, late: 0, skipped: 0 } };
    this.#entries.add(entry);
    this.#arm();
    const stop = () => {
      this.#entries.delete(entry);
      this.#arm();
    };
    return { stats: entry.stats, stop };
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let next = Number.POSITIVE_INFINITY;
    for (const entry of this.#entries) next = Math.min(next, entry.deadline);
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(this.#run, Math.max(0, Math.ceil(next - performance.now())));
  }

  readonly #run = (): void => {
    for (const entry of this.#entries) this.#catchUp(entry);
    this.#arm();
  };

  #catchUp(entry: Entry): void {
    const { stats } = entry;
    for (let ran = 0; entry.deadline <= performance.now(); ran++) {
      const behind = performance.now() - entry.deadline;
      if (ran === MAX_CATCH_UP) {
        const skipped = Math.ceil(behind / this.#intervalMs);
        stats.skipped += skipped;
        entry.deadline += skipped * this.#intervalMs;
        return;
      }
      if (behind >= this.#intervalMs) stats.late++;
      stats.ticks++;
      entry.deadline += this.#intervalMs;
      entry.tick();
      if (!this.#entries.has(entry)) return;
    }
  }
}

/** The process's one clock for rooms. */
export const scheduler = new TickScheduler(TICK_HZ);
