// What the quality setting switches, and the automatic one: it steps down when frames come late, and back when
// that does not help.

import type { Quality } from '../ui/settings.ts';

export interface Look {
  /** Canvas pixels in a CSS pixel at most. */
  maxResolution: number;
  /** The grid bends around blasts. */
  waves: boolean;
  /** Bolts light the floor. */
  lights: boolean;
  /** Share of particles. */
  particles: number;
  bloom: boolean;
}

export const LOOKS: Record<Exclude<Quality, 'auto'>, Look> = {
  low: { maxResolution: 0.75, waves: false, lights: false, particles: 0.4, bloom: false },
  medium: { maxResolution: 1.5, waves: true, lights: true, particles: 1, bloom: false },
  high: { maxResolution: 2, waves: true, lights: true, particles: 1, bloom: true },
};

/** A frame this late, in milliseconds, is a late one. */
const LATE_MS = 24;
/** Out of so many frames; the first ones after a change do not count. */
const WINDOW = 120;
const SETTLE = 60;
const LATE_SHARE = 0.4;
/** A longer frame counts as one of so many milliseconds: the page was hidden, or loaded something. */
const MOST_MS = 100;
/** Frames that take more than this share of what they took before have not become faster. */
const AS_SLOW = 0.9;

export class AutoQuality {
  #level: 'medium' | 'low' = 'medium';
  /** Whether the low level was tried, and kept or not. */
  #decided = false;
  /** What the frames of the last window took together. */
  #before = 0;
  #frames = -SETTLE;
  #late = 0;
  #ms = 0;

  get level(): 'medium' | 'low' {
    return this.#level;
  }

  /** Counts a frame. Returns true when the level has just changed. */
  frame(ms: number): boolean {
    if (this.#decided || ++this.#frames <= 0) return false;
    if (ms > LATE_MS) this.#late++;
    this.#ms += Math.min(ms, MOST_MS);
    return this.#frames >= WINDOW && this.#judge();
  }

  /** Low where too many frames were late; back, for good, where that made them no faster: a browser that saves power keeps to a few. */
  #judge(): boolean {
    const tooLate = this.#late > WINDOW * LATE_SHARE;
    const before = this.#before;
    this.#before = this.#ms;
    this.#late = this.#ms = 0;
    if (this.#level === 'low') {
      this.#decided = true;
      if (!tooLate || this.#before < before * AS_SLOW) return false;
      this.#level = 'medium';
      return true;
    }
    this.#frames = tooLate ? -SETTLE : 0;
    if (tooLate) this.#level = 'low';
    return tooLate;
  }
}
