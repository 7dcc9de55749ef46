// A room's last minutes, a row every two seconds: what the monitor draws as sparklines.

import { TREND, type TrendRow } from '#shared/net/reports.ts';
import type { RoomTicks } from './roomTicks.ts';
import type { Traffic } from './traffic.ts';

export class Trend {
  readonly #rows: TrendRow[] = [];
  #seconds = 0;
  #number = 0;
  #late = 0;
  #bytes = 0;

  /** A second has passed. */
  second(ticks: RoomTicks, { bytesOut }: Traffic): void {
    if (++this.#seconds % TREND.everyS !== 0) return;
    const { p50, p99 } = ticks.takeRecent();
    const bytes = Math.round((bytesOut - this.#bytes) / TREND.everyS);
    this.#rows.push([++this.#number, round(p50), round(p99), ticks.late - this.#late, bytes]);
    if (this.#rows.length > TREND.rows) this.#rows.shift();
    this.#late = ticks.late;
    this.#bytes = bytesOut;
  }

  /** The latest rows, the oldest first. */
  latest(count: number): TrendRow[] {
    return count > 0 ? this.#rows.slice(-count) : [];
  }
}

/** Microseconds are as exact as it gets. */
const round = (ms: number): number => Math.round(ms * 1000) / 1000;
