// A room's ticks: driven by the process's scheduler, measured on the way. The histogram is native and preallocated, so
// measuring makes no garbage.

import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { TickFigures } from '#shared/net/reports.ts';
import { scheduler, type TickStats } from '../scheduler.ts';

const NS_A_MS = 1e6;
const NOT_STARTED: TickStats = { ticks: 0, late: 0, skipped: 0 };

const newHistogram = (): RecordableHistogram => createHistogram({ lowest: 1, highest: 1e9, figures: 2 });

export class RoomTicks {
  readonly #histogram = newHistogram();
  /** Since the last look. */
  readonly #recent = newHistogram();
  #entry: { stats: TickStats; stop: () => void } | undefined;

  /** Calls `tick` at the simulation's rate from now on, and `onError` with what it throws. */
  start(tick: () => void, onError: (error: unknown) => void): void {
    this.#entry = scheduler.add(() => {
      const start = performance.now();
      try {
        tick();
      } catch (error) {
        onError(error);
      }
      const ns = Math.max(1, Math.round((performance.now() - start) * NS_A_MS));
      this.#histogram.record(ns);
      this.#recent.record(ns);
    });
  }

  stop(): void {
    this.#entry?.stop();
  }

  /** Ticks that began late or never ran, since the room opened. */
  get late(): number {
    const { late, skipped } = this.#stats;
    return late + skipped;
  }

  figures(): TickFigures {
    const { ticks, late, skipped } = this.#stats;
    return {
      ticks,
      lateTicks: late,
      skippedTicks: skipped,
      tickP50: percentileMs(this.#histogram, 50),
      tickP99: percentileMs(this.#histogram, 99),
    };
  }

  /** Milliseconds of the ticks since the last call. */
  takeRecent(): { p50: number; p99: number } {
    const recent = { p50: percentileMs(this.#recent, 50), p99: percentileMs(this.#recent, 99) };
    this.#recent.reset();
    return recent;
  }

  get #stats(): TickStats {
    return this.#entry?.stats ?? NOT_STARTED;
  }
}

function percentileMs(histogram: RecordableHistogram, percentile: number): number {
  return histogram.count === 0 ? 0 : histogram.percentile(percentile) / NS_A_MS;
}
