// Held and tapped buttons by name. A tap shorter than a tick still counts once: it is remembered until it is taken.

import { BUTTON } from '#shared/sim/types.ts';

export type ButtonName = keyof typeof BUTTON;

export class Buttons {
  #held = 0;
  #tapped = 0;

  press(name: ButtonName): void {
    this.#held |= BUTTON[name];
    this.#tapped |= BUTTON[name];
  }

  release(name: ButtonName): void {
    this.#held &= ~BUTTON[name];
  }

  /** Bits of BUTTON for the next command. */
  take(): number {
    const bits = this.#held | this.#tapped;
    this.#tapped = 0;
    return bits;
  }

  clear(): void {
    this.#held = this.#tapped = 0;
  }
}
