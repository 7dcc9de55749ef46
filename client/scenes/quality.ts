// What the quality setting switches, and the automatic one: it steps down when frames come late.

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

export class AutoQuality {
  #level: 'medium' | 'low' = 'medium';
  #frames = -SETTLE;
  #late = 0;

  get level(): 'medium' | 'low' {
    return this.#level;
  }

  /** Counts a frame. Returns true when the level has just changed. */
  frame(ms: number): boolean {
    this.#frames++;
    if (this.#frames <= 0 || this.#level === 'low') return false;
    if (ms > LATE_MS) this.#late++;
    if (this.#frames < WINDOW) return false;
    const tooLate = this.#late > WINDOW * LATE_SHARE;
    this.#frames = 0;
    this.#late = 0;
    if (tooLate) this.#level = 'low';
    return tooLate;
  }
}
