// The atlas's frames of what a match is fought over: flags and their bases in the teams' colours, the hill's crown, and
// the white pieces that zones, bounds and rings of time are put together from.

import type { AtlasFrame } from './atlas.ts';
import { rimPath } from './emblems.ts';
import { arc, circle, neon, spot } from './neon.ts';
import { cssColor, mixColor, type Palette, teamColor } from './palette.ts';

/** Segments of a ring of time, and its radius in texels. */
export const RING_SEGMENTS = 20;
export const SEGMENT_TEXELS = 72;
/** The foot of a flag's pole in its frame, from the middle in texels. */
export const FLAG_FOOT = { x: -30, y: 58 };

type Canvas2D = CanvasRenderingContext2D;

/** Name, size and picture of each. */
export function* objectiveFrames(palette: Palette): Iterable<AtlasFrame> {
  for (const team of [0, 1]) {
    const color = teamColor(team, palette);
    yield [`flag${team}`, 112, 144, (g) => drawFlag(g, team, color)];
    yield [`base${team}`, 224, 224, (g) => drawBase(g, team, color)];
  }
  yield ['crown', 112, 96, drawCrown];
  yield ['corner', 64, 64, drawCorner];
  yield ['segment', 24, 32, (g) => neon(g, arc(-SEGMENT_TEXELS, 0, SEGMENT_TEXELS, -0.11, 0.11), 0xffffff, 5, 5, 0.7)];
  yield ['cell', 128, 128, drawCell];
  // Painted beyond their frames: they are stretched, and their ends must not fade.
  yield ['fill', 8, 8, (g) => fillAll(g, 8), 2];
  yield ['line', 24, 40, drawLineProfile, 4];
}

function drawFlag(g: Canvas2D, team: number, color: number): void {
  const { x, y } = FLAG_FOOT;
  const cloth = new Path2D(`M${x + 3}-58L46-50L30-26L46-2L${x + 3}-8Z`);
  spot(g, 4, -28, 46, color, 2, 0.5);
  g.fillStyle = cssColor(mixColor(color, 0x05070f, 0.62), 0.94);
  g.fill(cloth);
  neon(g, cloth, color, 3.5, 8, 0.9);
  const pole = new Path2D(`M${x}-62L${x} ${y}`);
  neon(g, pole, mixColor(color, 0xffffff, 0.6), 6, 5, 0.7);
  const sign = new Path2D();
  sign.addPath(new Path2D(rimPath(team)), new DOMMatrix().translate(2, -30).scale(1.15));
  neon(g, sign, mixColor(color, 0xffffff, 0.5), 4.5, 5, 0.9);
}

/** The ring that a flag comes home to, and a ground plate in the shape of the team's rim. */
function drawBase(g: Canvas2D, team: number, color: number): void {
  g.fillStyle = cssColor(color, 0.1);
  g.fill(circle(0, 0, 88));
  neon(g, circle(0, 0, 88), color, 4, 12, 0.9);
  g.setLineDash([18, 16.5]);
  neon(g, circle(0, 0, 101), color, 3, 4, 0.6, 0.7);
  g.setLineDash([]);
  const plate = new Path2D();
  plate.addPath(new Path2D(rimPath(team)), new DOMMatrix().scale(4.4));
  neon(g, plate, color, 3, 7, 0.6, 0.7);
}

function drawCrown(g: Canvas2D): void {
  const crown = new Path2D('M-36 26L-42-18L-20 2L0-30L20 2L42-18L36 26Z');
  g.fillStyle = 'rgba(255,255,255,.14)';
  g.fill(crown);
  neon(g, crown, 0xffffff, 5, 9, 0.8);
}

/** The upper left corner of a zone. */
function drawCorner(g: Canvas2D): void {
  neon(g, new Path2D('M-16 14V-16H14'), 0xffffff, 8, 9, 0.9);
}

/** A tile's light, for a bumper that was struck. */
function drawCell(g: Canvas2D): void {
  const tile = new Path2D();
  tile.roundRect(-48, -48, 96, 96, 14);
  g.fillStyle = 'rgba(255,255,255,.34)';
  g.fill(tile);
  neon(g, tile, 0xffffff, 7, 15, 1.3);
}

function fillAll(g: Canvas2D, size: number): void {
  g.fillStyle = '#fff';
  g.fillRect(-size / 2, -size / 2, size, size);
}

/** Bright in the middle, falling off to both sides, alike all along. */
function drawLineProfile(g: Canvas2D): void {
  for (let row = -16; row < 16; row++) {
    const off = Math.abs(row + 0.5) / 16;
    const light = Math.exp(-((off / 0.17) ** 2)) + 0.34 * Math.exp(-off * off * 5) * (1 - off ** 4);
    g.fillStyle = cssColor(0xffffff, Math.min(1, light));
    g.fillRect(-12, row, 24, 1);
  }
}
