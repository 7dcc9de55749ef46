// How one watches: through somebody's eyes, flying, over the whole arena, or as the director finds best. The arena asks where
// to look, the HUD whose figures to show.

import type { ArenaMap } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';

/** Units a second of free flight. */
const FLIGHT = 1100;

/** Where the camera looks, and how fast that moves in u/s. */
export interface Look {
  x: number;
  y: number;
  speed: number;
}

export type CameraKind = 'follow' | 'free' | 'overview' | 'director';

export class Spectator {
  /** The followed slot, or whom the director shows; -1 for nobody. */
  slot: number;
  camera: CameraKind;
  readonly #look: Look = { x: 0, y: 0, speed: 0 };
  #placed = false;

  /** -1 leaves it to the director. */
  constructor(slot: number) {
    this.slot = slot;
    this.camera = slot < 0 ? 'director' : 'follow';
  }

  get free(): boolean {
    return this.camera === 'free';
  }

  /** Where one looks; undefined before the first look. */
  get place(): { x: number; y: number } | undefined {
    return this.#placed ? this.#look : undefined;
  }

  /** Follows the next or previous puck in the order of their slots. */
  turn(pucks: readonly ShownPuck[], step: 1 | -1): void {
    const slots = pucks.map(({ slot }) => slot).sort((a, b) => a - b);
    if (slots.length === 0) return;
    this.camera = 'follow';
    const at = slots.indexOf(this.slot);
    this.slot = slots[(at < 0 ? (step > 0 ? 0 : -1) + slots.length : at + step + slots.length) % slots.length] as number;
  }

  /** Leaves the followed puck and flies from there. */
  fly(): void {
    this.camera = 'free';
    this.slot = -1;
  }

  /** Over the whole arena. */
  rise(): void {
    this.camera = 'overview';
    this.slot = -1;
  }

  /** Where the match is, whoever that is. */
  direct(): void {
    this.camera = 'director';
  }

  /** Follows a puck from now on. */
  follow(slot: number): void {
    this.camera = 'follow';
    this.slot = slot;
    this.#placed = true;
  }

  /** The director shows a puck; flying begins there. */
  shows(slot: number, x: number, y: number): void {
    this.slot = slot;
    this.#look.x = x;
    this.#look.y = y;
    this.#placed = true;
  }

  /** Where to look now, among those who may be watched on a map. A stick (-1 to 1) that is pushed lets the followed puck go. */
  look(pucks: readonly ShownPuck[], stick: { x: number; y: number }, map: Pick<ArenaMap, 'cols' | 'rows'>, seconds: number): Look {
    const look = this.#look;
    if (stick.x !== 0 || stick.y !== 0) this.fly();
    if (!this.#placed && this.camera === 'follow' && this.slot < 0) this.turn(pucks, 1);
    const followed = pucks.find(({ slot }) => slot === this.slot);
    if (followed) {
      look.x = followed.x;
      look.y = followed.y;
      look.speed = followed.alive ? Math.hypot(followed.puck.vx, followed.puck.vy) : 0;
      this.#placed = true;
    } else if (this.free) {
      // What flew far beyond the edge, where the camera stays, would first have to come all the way back.
      look.x = within(look.x + stick.x * FLIGHT * seconds, map.cols * TILE);
      look.y = within(look.y + stick.y * FLIGHT * seconds, map.rows * TILE);
      look.speed = 0;
    } else if (this.camera === 'follow' && pucks.length > 0) {
      // Whom we followed has left, or is out.
      this.turn(pucks, 1);
    }
    return look;
  }
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
