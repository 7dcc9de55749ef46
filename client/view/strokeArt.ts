// The strips that strokes of light are textured with: one cell for each seat's colour and each heat. Along a cell (u)
// light rises from nothing to full, across it (v) lie the halo and the core.

import { BOLT, MAX_PUCKS } from '#shared/tuning.ts';
import { type Coloring, mixColor, seatColor } from './palette.ts';

export const CELL_WIDTH = 64;
export const CELL_HEIGHT = 16;
const GAP = 2;
const LEVELS = BOLT.maxLevel + 1;
/** Rows of the atlas that the strips take. */
export const STROKES_HEIGHT = (LEVELS + 1) * (CELL_HEIGHT + GAP);

/** By heat: how much of a cell's height is core, how white that is, how bright the halo. */
const CORE_SHARE = [0.16, 0.24, 0.3, 0.36] as const;
const CORE_WHITE = [0.35, 0.6, 0.85, 1] as const;
const HALO = [0.28, 0.45, 0.6, 0.8] as const;

/** Left and upper edge of a cell in texels. `seat` -1 is the white one. */
export const cellX = (seat: number): number => (seat < 0 ? 0 : (seat % MAX_PUCKS) * (CELL_WIDTH + GAP));
export const cellY = (seat: number, level: number): number => (seat < 0 ? LEVELS : level) * (CELL_HEIGHT + GAP);

/** Draws all cells. */
export function drawStrokes(g: CanvasRenderingContext2D, colors: Coloring): void {
  for (let seat = -1; seat < MAX_PUCKS; seat++) {
    const color = seat < 0 ? 0xffffff : seatColor(seat, colors);
    for (let level = 0; level < (seat < 0 ? 1 : LEVELS); level++) {
      g.putImageData(cell(color, level), cellX(seat), cellY(seat, level));
    }
  }
}

function cell(color: number, level: number): ImageData {
  const image = new ImageData(CELL_WIDTH, CELL_HEIGHT);
  const core = mixColor(color, 0xffffff, CORE_WHITE[level] as number);
  const share = CORE_SHARE[level] as number;
  for (let row = 0; row < CELL_HEIGHT; row++) {
    const off = Math.abs((row + 0.5) / CELL_HEIGHT - 0.5) * 2;
    const coreLight = Math.exp(-((off / share) ** 2));
    const haloLight = Math.exp(-off * off * 5) * (HALO[level] as number) * (1 - off ** 6);
    for (let column = 0; column < CELL_WIDTH; column++) {
      const along = column / (CELL_WIDTH - 1);
      const bright = coreLight * along ** 1.6;
      const light = Math.min(1, bright + haloLight * along);
      const mixed = mixColor(color, core, bright / (bright + haloLight * along + 1e-6));
      image.data.set([mixed >> 16, (mixed >> 8) & 255, mixed & 255, light * 255], (row * CELL_WIDTH + column) * 4);
    }
  }
  return image;
}
