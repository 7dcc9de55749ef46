// The line between a page and its match: how long it is, what goes through it, and how much worse its owner makes it.

import { type Corrections, handicapOf, type Lag, MAX_CORRECTIONS, MESSAGE, type NetReport } from '#shared/net/messages.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { simulateLag } from './lag.ts';
import { type Meter, meter } from './meter.ts';
import type { Prediction } from './prediction.ts';
import type { NetStats } from './sessionTypes.ts';
import type { MatchSource } from './source.ts';

/** Reports of the server, one a second, from one word about corrections to the next. */
const CORRECTIONS_EVERY = 5;

export class Line {
  readonly meter: Meter;
  /** How the server sees it. */
  report: NetReport | undefined;
  readonly #room: MatchSource;
  #lag: Lag = { ms: 0, jitterMs: 0 };
  #corrections = 0;
  #reports = CORRECTIONS_EVERY;

  /** `onReport` gets the server's reports. */
  constructor(room: MatchSource, onReport: (report: NetReport) => void) {
    this.#room = room;
    this.meter = meter(room.connection);
    if (room.connection) simulateLag(room.connection, () => this.#lag);
    room.onMessage(MESSAGE.net, (report: NetReport) => {
      this.report = report;
      this.#reports++;
      onReport(report);
    });
  }

  get rttMs(): number {
    return this.#room.clock.smoothedRtt();
  }

  get jitterMs(): number {
    return this.#room.clock.jitter();
  }

  get roundTripTicks(): number {
    return (this.rttMs * TICK_HZ) / 1000;
  }

  /** Its figures, with those of what is predicted across it. */
  stats(prediction: Prediction | undefined, unacknowledged: number): NetStats {
    const { rttMs, jitterMs, meter, report } = this;
    const { corrections = 0, largestCorrection = 0 } = prediction ?? {};
    return { rttMs, jitterMs, corrections, largestCorrection, unacknowledged, meter, report };
  }

  /** Milliseconds that its owner lets be added to a round trip. */
  get handicap(): number {
    return handicapOf(this.#lag);
  }

  /** Makes it worse from now on. Returns whether that is news. */
  simulate(lag: Lag): boolean {
    const { ms, jitterMs } = this.#lag;
    this.#lag = lag;
    return ms !== lag.ms || jitterMs !== lag.jitterMs;
  }

  /** Tells the others how much worse it is made. */
  tell(): void {
    this.#room.send?.(MESSAGE.lag, this.#lag);
  }

  /** Tells those who run the server how often one's own prediction was wrong: only what is new, and not often. */
  tellCorrections({ corrections, largestCorrection }: { corrections: number; largestCorrection: number }): void {
    if (corrections === this.#corrections || this.#reports < CORRECTIONS_EVERY) return;
    this.#reports = 0;
    this.#corrections = corrections;
    const said: Corrections = {
      count: Math.min(corrections, MAX_CORRECTIONS.count),
      largest: Math.min(Math.ceil(largestCorrection), MAX_CORRECTIONS.largest),
    };
    this.#room.send?.(MESSAGE.corrections, said);
  }
}
