// The last moments of one's own puck, as the screen showed it and as the server kept it: what a death looks like from
// both sides.

/** How far back it reaches; so many places are enough for it at 144 frames a second. */
const KEPT_TICKS = 90;
const PLACES = 256;

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

  /** x and y in turn, oldest first, of ticks after `from` and up to `to`. */
  between(from: number, to: number): number[] {
    const way: number[] = [];
    for (let i = Math.max(0, this.#count - PLACES); i < this.#count; i++) {
      const [tick, x, y] = this.#values.subarray((i % PLACES) * 3) as unknown as [number, number, number];
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

  /** Both ways of the last moments before a tick. */
  upTo(tick: number): BothWays {
    const shown = this.#shown.between(tick - KEPT_TICKS, tick);
    const server = this.#server.between(tick - KEPT_TICKS, tick);
    const gap = shown.length && server.length ? Math.hypot(...difference(shown, server)) : 0;
    return { shown, server, gap, after: this.#shown.between(tick, Number.POSITIVE_INFINITY) };
  }
}

/** From the last place of one way to that of another. */
function difference(a: readonly number[], b: readonly number[]): [number, number] {
  return [(b.at(-2) as number) - (a.at(-2) as number), (b.at(-1) as number) - (a.at(-1) as number)];
}
