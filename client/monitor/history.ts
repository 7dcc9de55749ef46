// The trends of the rooms as this page knows them: all rows at first, one more with each answer from then on.

import { type RoomReport, TREND, type TrendRow } from '#shared/net/reports.ts';

const EMPTY: readonly TrendRow[] = [];

export class History {
  readonly #rows = new Map<string, TrendRow[]>();

  /** Takes an answer; rooms that are gone are forgotten. */
  take(list: readonly RoomReport[]): void {
    const codes = new Set(list.map(({ code }) => code));
    for (const code of this.#rows.keys()) if (!codes.has(code)) this.#rows.delete(code);
    for (const { code, trend } of list) {
      const known = this.#rows.get(code) ?? [];
      const last = known.at(-1)?.[0] ?? 0;
      const fresh = trend.filter(([n]) => n > last);
      if (fresh.length > 0) this.#rows.set(code, [...known, ...fresh].slice(-TREND.rows));
    }
  }

  of(code: string): readonly TrendRow[] {
    return this.#rows.get(code) ?? EMPTY;
  }
}
