// The last moments of one's own puck, as the screen showed it and as the server kept it: what a death looks like from
// both sides.

import { PATCH_EVERY_TICKS } from '#shared/tuning.ts';

/** How far back it reaches; so many places are enough for it at 144 frames a second. */
const KEPT_TICKS = 90;
const PLACES = 256;

type Place = [tick: number, x: number, y: number];

/** Ticks with places, the oldest overwritten. */
class Places {
  readonly #values = new Float64Array(PLACES * 3);
  #count = 0;

  add(tick: number, x: number, y: number): void {
    this.#values.set([tick, x, y], (this.#count++ % PLACES) * 3);
  }

  clear(): void {
    this.#count = 0;
  }

  /** The place at a tick, on the straight way between its neighbours; nothing before or after all that is known. */
  at(tick: number): { x: number; y: number } | undefined {
    for (let i = this.#count - 1; i > 0 && i >= this.#count - PLACES + 1; i--) {
      const from = this.#values.subarray(((i - 1) % PLACES) * 3, ((i - 1) % PLACES) * 3 + 3) as unknown as Place;
      if (from[0] > tick) continue;
      const to = this.#values.subarray((i % PLACES) * 3, (i % PLACES) * 3 + 3) as unknown as Place;
      if (to[0] < tick) return undefined;
      const share = to[0] > from[0] ? (tick - from[0]) / (to[0] - from[0]) : 0;
      return { x: from[1] + (to[1] - from[1]) * share, y: from[2] + (to[2] - from[2]) * share };
    }
    return undefined;
  }

  /** x and y in turn, oldest first, of ticks after `from` and up to `to`. */
  between(from: number, to: number): number[] {
    const way: number[] = [];
    for (let i = Math.max(0, this.#count - PLACES); i < this.#count; i++) {
      const [tick, x, y] = this.#values.subarray((i % PLACES) * 3) as unknown as Place;
      if (tick > from && tick <= to) way.push(x, y);
    }
    return way;
  }
}

/** x and y in turn, oldest first. */
export interface BothWays {
  shown: number[];
  /** What the screen showed after it was over. */
  after: number[];
  server: number[];
  /** Units between the two places at the end. */
  gap: number;
}

export class Trace {
  readonly #shown = new Places();
  readonly #server = new Places();

  /** The screen shows one's own puck at a place, at a fractional tick. */
  show(present: number, x: number, y: number): void {
    this.#shown.add(present, x, y);
  }

  /** The server says where it was at a tick. */
  receive(tick: number, x: number, y: number): void {
    this.#server.add(tick, x, y);
  }

  /** A new life is elsewhere. */
  clear(): void {
    this.#shown.clear();
    this.#server.clear();
  }

  /** Where the screen showed it at a tick of this life; nothing when that is not known. */
  shownAt(tick: number): { x: number; y: number } | undefined {
    return this.#shown.at(tick);
  }

  /** Both ways of the last moments before the tick of a death; the dead lie still until the patch that tells of it. */
  upTo(tick: number): BothWays {
    const shown = this.#shown.between(tick - KEPT_TICKS, tick);
    const end = this.#shown.at(tick);
    if (end) shown.push(end.x, end.y);
    const server = this.#server.between(tick - KEPT_TICKS, tick + PATCH_EVERY_TICKS - 1);
    const gap = shown.length && server.length ? Math.hypot(...difference(shown, server)) : 0;
    return { shown, server, gap, after: this.#shown.between(tick, Number.POSITIVE_INFINITY) };
  }
}

/** From the last place of one way to that of another. */
function difference(a: readonly number[], b: readonly number[]): [number, number] {
  return [(b.at(-2) as number) - (a.at(-2) as number), (b.at(-1) as number) - (a.at(-1) as number)];
}
