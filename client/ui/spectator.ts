// Whom a spectator follows, or where they fly. The arena asks where to look, the HUD whose figures to show.

import type { ShownPuck } from '../net/sessionTypes.ts';

/** Units a second of free flight. */
const FLIGHT = 1100;

/** Where the camera looks, and how fast that moves in u/s. */
export interface Look {
  x: number;
  y: number;
  speed: number;
}

export class Spectator {
  /** The followed slot, -1 while flying free. */
  slot: number;
  readonly #look: Look = { x: 0, y: 0, speed: 0 };
  #placed = false;

  /** -1 follows the first puck that there is. */
  constructor(slot: number) {
    this.slot = slot;
  }

  get free(): boolean {
    return this.slot < 0;
  }

  /** Where one looks; undefined before the first look. */
  get place(): { x: number; y: number } | undefined {
    return this.#placed ? this.#look : undefined;
  }

  /** Follows the next or previous puck in the order of their slots. */
  turn(pucks: readonly ShownPuck[], step: 1 | -1): void {
    const slots = pucks.map(({ slot }) => slot).sort((a, b) => a - b);
    if (slots.length === 0) return;
    const at = slots.indexOf(this.slot);
    this.slot = slots[(at < 0 ? (step > 0 ? 0 : -1) + slots.length : at + step + slots.length) % slots.length] as number;
  }

  /** Leaves the followed puck and flies from there. */
  fly(): void {
    this.slot = -1;
  }

  /** Follows a puck from now on. */
  follow(slot: number): void {
    this.slot = slot;
    this.#placed = true;
  }

  /** Where to look now, among those who may be watched. A stick (-1 to 1) that is pushed lets the followed puck go. */
  look(pucks: readonly ShownPuck[], stick: { x: number; y: number }, seconds: number): Look {
    const look = this.#look;
    if (stick.x !== 0 || stick.y !== 0) this.fly();
    if (!this.#placed && this.free) this.turn(pucks, 1);
    const followed = pucks.find(({ slot }) => slot === this.slot);
    if (followed) {
      look.x = followed.x;
      look.y = followed.y;
      look.speed = followed.alive ? Math.hypot(followed.puck.vx, followed.puck.vy) : 0;
      this.#placed = true;
    } else if (this.free) {
      look.x += stick.x * FLIGHT * seconds;
      look.y += stick.y * FLIGHT * seconds;
      look.speed = 0;
    } else if (pucks.length > 0) {
      // Whom we followed has left, or is out.
      this.turn(pucks, 1);
    }
    return look;
  }
}
