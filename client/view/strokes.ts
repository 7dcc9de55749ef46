// Strokes of light as one mesh on the atlas: trails, the aim line. Whoever draws adds strips each frame; only those
// cost anything.

import type * as Phaser from 'phaser';
import { ATLAS, ATLAS_HEIGHT, ATLAS_WIDTH } from './atlas.ts';
import { CELL_HEIGHT, CELL_WIDTH, cellAt } from './strokeArt.ts';

/** Numbers a strip takes: four corners of x, y, u, v; and two triangles of three corners and a page. */
const VERTEX_NUMBERS = 16;
const INDEX_NUMBERS = 8;

export class Strokes {
  readonly #mesh: Phaser.GameObjects.Mesh2D;
  readonly #vertices: number[] = [];
  readonly #indices: number[] = [];
  #count = 0;

  constructor(scene: Phaser.Scene, depth: number, blendMode: Phaser.BlendModes) {
    this.#mesh = scene.add.mesh2d(0, 0, ATLAS, this.#vertices, this.#indices);
    this.#mesh.setDepth(depth).setBlendMode(blendMode);
    this.#mesh.indicesOrdered = this.#indices;
    this.#mesh.useOrderedIndices = true;
  }

  /** Starts a new frame. */
  begin(): void {
    this.#count = 0;
  }

  /**
   * Adds a straight strip from one point to another, `width` units wide; its light goes from `light0` to `light1`,
   * 0 to 1. `seat` -1 is white.
   */
  add(x0: number, y0: number, light0: number, x1: number, y1: number, light1: number, width: number, seat: number, level: number): void {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const length = Math.hypot(dx, dy);
    if (length < 0.01) return;
    const ox = (-dy / length) * width * 0.5;
    const oy = (dx / length) * width * 0.5;
    const { x, y } = cellAt(seat, level);
    // Half a texel inside the cell, so that neighbours do not bleed in. A mesh's v counts from below.
    const u0 = (x + 0.5 + light0 * (CELL_WIDTH - 1)) / ATLAS_WIDTH;
    const u1 = (x + 0.5 + light1 * (CELL_WIDTH - 1)) / ATLAS_WIDTH;
    const top = 1 - (y + 0.5) / ATLAS_HEIGHT;
    const bottom = 1 - (y + CELL_HEIGHT - 0.5) / ATLAS_HEIGHT;
    let at = this.#count++ * VERTEX_NUMBERS;
    const v = this.#vertices;
    v[at++] = x0 - ox;
    v[at++] = y0 - oy;
    v[at++] = u0;
    v[at++] = top;
    v[at++] = x0 + ox;
    v[at++] = y0 + oy;
    v[at++] = u0;
    v[at++] = bottom;
    v[at++] = x1 - ox;
    v[at++] = y1 - oy;
    v[at++] = u1;
    v[at++] = top;
    v[at++] = x1 + ox;
    v[at++] = y1 + oy;
    v[at++] = u1;
    v[at] = bottom;
  }

  /** Ends the frame: what was added is drawn. */
  end(): void {
    const indices = this.#indices;
    for (let quad = indices.length / INDEX_NUMBERS; quad < this.#count; quad++) {
      const a = quad * 4;
      indices.push(a, a + 1, a + 2, 0, a + 1, a + 2, a + 3, 0);
    }
    indices.length = this.#count * INDEX_NUMBERS;
    this.#mesh.setVisible(this.#count > 0);
  }
}
