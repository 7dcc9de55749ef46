// Short-lived sprites: rings, flashes and lights that grow or shrink and fade. A fixed pool, so a fight makes no garbage.

import type { Quads } from './quads.ts';

interface Fading {
  frame: string;
  x: number;
  y: number;
  rotation: number;
  color: number;
  age: number;
  /** 0: free. */
  seconds: number;
  from: number;
  to: number;
  alpha: number;
}

const POOL = 64;

export class FadingSprites {
  readonly #all: Fading[] = [];
  #next = 0;

  constructor() {
    for (let i = 0; i < POOL; i++) {
      this.#all.push({ frame: 'glow', x: 0, y: 0, rotation: 0, color: 0, age: 0, seconds: 0, from: 0, to: 0, alpha: 0 });
    }
  }

  /** Shows a frame of the atlas that goes from one scale to another while it fades. */
  add(frame: string, x: number, y: number, color: number, from: number, to: number, seconds: number, alpha = 1, rotation = 0): void {
    const one = this.#all[this.#next++ % POOL] as Fading;
    one.frame = frame;
    one.x = x;
    one.y = y;
    one.rotation = rotation;
    one.color = color;
    one.age = 0;
    one.seconds = seconds;
    one.from = from;
    one.to = to;
    one.alpha = alpha;
  }

  /** Moves them on and draws them. */
  draw(seconds: number, quads: Quads): void {
    for (const one of this.#all) {
      if (one.seconds === 0) continue;
      one.age += seconds;
      const share = one.age / one.seconds;
      if (share >= 1) {
        one.seconds = 0;
        continue;
      }
      const left = 1 - share;
      const scale = one.from + (one.to - one.from) * (1 - left * left * left);
      quads.add(one.frame, one.x, one.y, one.rotation, scale, scale, one.color, one.alpha * left);
    }
  }
}
