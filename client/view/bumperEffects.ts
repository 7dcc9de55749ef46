// A bumper's answer: it lights up where a bolt or a puck strikes it.

import { type ArenaMap, BUMPER, tileAt } from '#shared/sim/map.ts';
import { DID, isDashing } from '#shared/sim/puck.ts';
import { BOLT, PUCK, TILE } from '#shared/tuning.ts';
import type { SessionListener, ShownPuck } from '../net/sessionTypes.ts';
import type { Bounce } from '../net/shownBolt.ts';
import type { Stage } from './effects.ts';
import { BUMPER_COLOR } from './tileArt.ts';

/** A puck that is faster than it can run, and was not before, was kicked. */
const KICKED_SPEED = PUCK.topSpeed * 1.3;
/** Units beyond the touch in which the tile is looked for: what is shown may lie a frame behind. */
const REACH = 14;
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

export class BumperEffects implements SessionListener {
  readonly #stage: Stage;
  readonly #fast: boolean[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  onBounce({ x, y }: Bounce): void {
    this.#strike(x, y, BOLT.half + 1);
  }

  /** One's own puck is told of its kicks as it feels them. */
  onAct(did: number): void {
    const own = did & DID.bump ? this.#stage.puckAt(this.#stage.me()) : undefined;
    if (own) this.#strike(own.x, own.y, PUCK.radius + REACH);
  }

  /** Looks for pucks that were kicked since the last frame. */
  follow(pucks: readonly ShownPuck[]): void {
    for (const { slot, x, y, puck, me } of pucks) {
      const fast = !isDashing(puck) && Math.hypot(puck.vx, puck.vy) > KICKED_SPEED;
      if (fast && !this.#fast[slot] && !me) this.#strike(x, y, PUCK.radius + REACH);
      this.#fast[slot] = fast;
    }
  }

  /** Lights the bumper that touches a place, if there is one. */
  #strike(x: number, y: number, reach: number): void {
    const map = this.#stage.map();
    if (!map) return;
    for (const [dx, dy] of SIDES) if (this.#light(map, x, y, dx * reach, dy * reach)) return;
  }

  #light(map: ArenaMap, x: number, y: number, dx: number, dy: number): boolean {
    const col = Math.floor((x + dx) / TILE);
    const row = Math.floor((y + dy) / TILE);
    if (tileAt(map, col, row) !== BUMPER) return false;
    const { sprites, particles, flashes } = this.#stage;
    if (flashes.allows(false)) sprites.add('cell', (col + 0.5) * TILE, (row + 0.5) * TILE, BUMPER_COLOR, 0.58, 0.5, 0.4);
    sprites.add('ring', x, y, BUMPER_COLOR, 0.1, 0.36, 0.36, 0.9);
    particles.sparks(x, y, BUMPER_COLOR, 8);
    this.#stage.grid()?.blast(x, y, 9, 260);
    return true;
  }
}
