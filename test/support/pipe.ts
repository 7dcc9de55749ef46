// One way of a bad line: what goes in comes out later, in order and by a seed. Chunks never overtake each other, as on a
// real TCP connection: when one is late, all behind it wait. Whoever owns the timers owns the time: the proxy runs it in
// real time, the network laboratory in its own.

import { random } from '#shared/sim/rng.ts';

export interface Line {
  /** One way, in milliseconds: half of the round trip. */
  delayMs?: number;
  /** Up to so much more or less, one way, for each chunk anew. */
  jitterMs?: number;
  /** Bytes a second, each way; none for as many as come. */
  bytesPerSecond?: number;
  /** Share of the chunks that are lost once: everything waits until they were sent again. */
  lossShare?: number;
  /** How long that takes, in milliseconds. */
  lossMs?: number;
}

interface Chunk {
  at: number;
  bytes: Uint8Array;
}

/** Timers may fire that much early, in milliseconds. */
const EARLY_MS = 0.5;

export class Pipe {
  readonly #line: () => Line;
  readonly #seeded: { rng: number };
  readonly #deliver: (bytes: Uint8Array) => void;
  readonly #queue: Chunk[] = [];
  #last = 0;
  #armed = false;
  #stalledUntil = 0;

  /** `line` is asked anew for each chunk; `seeded` may be shared with the other way. */
  constructor(line: () => Line, seeded: { rng: number }, deliver: (bytes: Uint8Array) => void) {
    this.#line = line;
    this.#seeded = seeded;
    this.#deliver = deliver;
  }

  /** Puts a chunk in; the bytes must not change afterwards. */
  send(bytes: Uint8Array): void {
    const { delayMs = 0, jitterMs = 0, bytesPerSecond, lossShare = 0, lossMs = 0 } = this.#line();
    const jitter = jitterMs ? (random(this.#seeded) * 2 - 1) * jitterMs : 0;
    const lost = lossShare > 0 && random(this.#seeded) < lossShare ? lossMs : 0;
    const start = Math.max(performance.now() + Math.max(0, delayMs + jitter) + lost, this.#last);
    this.#last = start + (bytesPerSecond ? (bytes.length / bytesPerSecond) * 1000 : 0);
    this.#queue.push({ at: this.#last, bytes });
    this.#arm();
  }

  /** Nothing comes out for so long; then all of it at once. */
  stall(ms: number): void {
    this.#stalledUntil = performance.now() + ms;
  }

  #arm(): void {
    const next = this.#queue[0];
    if (this.#armed || !next) return;
    this.#armed = true;
    setTimeout(this.#pump, Math.max(0, Math.max(next.at, this.#stalledUntil) - performance.now()));
  }

  readonly #pump = (): void => {
    this.#armed = false;
    const now = performance.now();
    while (now >= this.#stalledUntil && (this.#queue[0]?.at ?? Number.POSITIVE_INFINITY) <= now + EARLY_MS) {
      this.#deliver((this.#queue.shift() as Chunk).bytes);
    }
    this.#arm();
  };
}
