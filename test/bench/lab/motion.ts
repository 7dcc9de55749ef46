// Other pucks on a screen against the truth: how far off at the tick that the screen claims to show, how far behind the
// present that tick is, and how often a puck jumps in a way that nothing it did explains.

import type { LabPlayer } from './player.ts';
import type { Truth } from './truth.ts';

/** A frame in which a puck moves by so many units more or otherwise than it truly did is a visible jump: a third of a radius. */
const JUMP = 8;

interface Seen {
  slot: number;
  tick: number;
  present: number;
  x: number;
  y: number;
}

export class Motion {
  /** Units, of every shown puck in every frame: at the tick shown, and at the present. */
  readonly errors: number[] = [];
  readonly presentErrors: number[] = [];
  /** Ticks behind the present. */
  readonly behind: number[] = [];
  jumps = 0;
  frames = 0;
  readonly #truth: Truth;
  readonly #waiting: Seen[] = [];
  readonly #last = new Map<number, { seen: Seen; life: number; x: number; y: number }>();

  constructor(truth: Truth) {
    this.#truth = truth;
  }

  /** Notes what a frame shows. */
  look({ session }: LabPlayer): void {
    const { present, pucks } = session;
    for (const puck of pucks) {
      if (puck.me || !puck.alive) continue;
      this.#waiting.push({ slot: puck.slot, tick: puck.at, present, x: puck.x, y: puck.y });
    }
    while ((this.#waiting[0]?.present ?? Number.POSITIVE_INFINITY) + 1 < this.#truth.tick) this.#compare(this.#waiting.shift() as Seen);
  }

  /** What was measured so far is of the warm-up. */
  start(): void {
    this.errors.length = this.presentErrors.length = this.behind.length = 0;
    this.jumps = this.frames = 0;
  }

  #compare(seen: Seen): void {
    const { slot, tick, x, y, present } = seen;
    const truth = this.#truth.at(slot, tick);
    if (!truth) {
      this.#last.delete(slot);
      return;
    }
    this.frames++;
    this.behind.push(present - tick);
    this.errors.push(Math.hypot(x - truth.x, y - truth.y));
    const now = this.#truth.at(slot, present);
    if (now && now.life === truth.life) this.presentErrors.push(Math.hypot(x - now.x, y - now.y));
    const last = this.#last.get(slot);
    if (last?.life === truth.life) {
      const off = Math.hypot(x - last.seen.x - (truth.x - last.x), y - last.seen.y - (truth.y - last.y));
      if (off > JUMP) this.jumps++;
    }
    this.#last.set(slot, { seen, life: truth.life, x: truth.x, y: truth.y });
  }
}
