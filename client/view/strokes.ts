// Strokes of light: trails, the aim line. Whoever draws adds strips each frame; only those cost anything.

import { ATLAS_HEIGHT, ATLAS_WIDTH } from './atlas.ts';
import type { Quads } from './quads.ts';
import { CELL_HEIGHT, CELL_WIDTH, cellX, cellY } from './strokeArt.ts';

export class Strokes {
  readonly #quads: Quads;

  constructor(quads: Quads) {
    this.#quads = quads;
  }

  /**
   * Adds a straight strip from one point to another, `width` units wide; its light goes from `light0` to `light1`,
   * 0 to 1. `seat` -1 is white.
   */
  add(x0: number, y0: number, light0: number, x1: number, y1: number, light1: number, width: number, seat: number, level: number): void {
    const x = cellX(seat);
    const y = cellY(seat, level);
    // Half a texel inside the cell, so that neighbours do not bleed in. v counts from below.
    const u0 = (x + 0.5 + light0 * (CELL_WIDTH - 1)) / ATLAS_WIDTH;
    const u1 = (x + 0.5 + light1 * (CELL_WIDTH - 1)) / ATLAS_WIDTH;
    const top = 1 - (y + 0.5) / ATLAS_HEIGHT;
    const bottom = 1 - (y + CELL_HEIGHT - 0.5) / ATLAS_HEIGHT;
    this.#quads.strip(x0, y0, x1, y1, width, u0, top, u1, bottom);
  }
}
