// The atlas's frames of what can be picked up: a glyph in a colour of its own for each kind, the plate on the floor, and
// what a puck wears of it.

import { PICKUPS } from '#shared/pickups/index.ts';
import type { AtlasFrame } from './atlas.ts';
import { circle, neon, spot } from './neon.ts';
import { cssColor, mixColor } from './palette.ts';

interface Look {
  /** Outline in a box of -10 to 10. */
  path: string;
  color: number;
}

/** By the kind's id. */
const LOOKS: Record<string, Look> = {
  repair: { path: 'M-3-9H3V-3H9V3H3V9H-3V3H-9V-3H-3Z', color: 0x4dffa0 },
  overcharge: { path: 'M3-10L-7 2H-1L-3 10L7-3H1Z', color: 0xffb020 },
  shield: { path: 'M0-10L8.5-6.5V0C8.5 5 5 8.5 0 10.5C-5 8.5-8.5 5-8.5 0V-6.5Z', color: 0x8fa8ff },
};
/** A kind that has no glyph yet is a plain gem. */
const GEM: Look = { path: 'M0-10L9 0L0 10L-9 0Z', color: 0xffffff };
const GLYPH_SCALE = 3.1;

/** Name, size and picture of each. */
export function* pickupFrames(): Iterable<AtlasFrame> {
  for (const id of Object.keys(PICKUPS)) yield [pickupFrame(id), 128, 128, (g) => drawGlyph(g, pickupLook(id))];
  yield ['plate', 160, 160, drawPlate];
  yield ['guard', 176, 176, drawGuard];
  yield ['clamp', 48, 64, drawClamp];
}

/** The frame of a kind's glyph. */
export const pickupFrame = (id: string): string => `pickup-${id}`;

/** A kind's colour. */
export const pickupColor = (id: string): number => pickupLook(id).color;

/** How a kind is drawn. */
export function pickupLook(id: string): Look {
  return (Object.hasOwn(LOOKS, id) ? LOOKS[id] : undefined) ?? GEM;
}

function drawGlyph(g: CanvasRenderingContext2D, { path, color }: Look): void {
  spot(g, 0, 0, 62, color, 2, 0.75);
  const glyph = new Path2D();
  glyph.addPath(new Path2D(path), new DOMMatrix().scale(GLYPH_SCALE));
  g.fillStyle = cssColor(mixColor(color, 0x04060f, 0.55), 0.95);
  g.fill(glyph);
  neon(g, glyph, mixColor(color, 0xffffff, 0.2), 5, 10, 1);
}

function hexagon(radius: number, turn = 0): Path2D {
  const path = new Path2D();
  for (let i = 0; i < 6; i++) path.lineTo(radius * Math.cos(turn + (i * Math.PI) / 3), radius * Math.sin(turn + (i * Math.PI) / 3));
  path.closePath();
  return path;
}

/** Where a thing lies: dark, so that it stands out from the grid. */
function drawPlate(g: CanvasRenderingContext2D): void {
  g.fillStyle = 'rgba(3,5,14,.72)';
  g.fill(hexagon(62, Math.PI / 6));
  neon(g, hexagon(62, Math.PI / 6), 0xffffff, 3, 5, 0.4, 0.6);
  neon(g, circle(0, 0, 8), 0xffffff, 2, 4, 0.3, 0.4);
}

/** The shell of a puck whose next hit is taken for it. */
function drawGuard(g: CanvasRenderingContext2D): void {
  const fill = g.createRadialGradient(0, 0, 44, 0, 0, 82);
  fill.addColorStop(0, 'rgba(255,255,255,0)');
  fill.addColorStop(1, 'rgba(255,255,255,.22)');
  g.fillStyle = fill;
  g.fill(hexagon(76));
  neon(g, hexagon(76), 0xffffff, 4.5, 9, 0.9);
  for (let i = 0; i < 6; i++) {
    const angle = (i * Math.PI) / 3;
    const node = circle(76 * Math.cos(angle), 76 * Math.sin(angle), 3);
    neon(g, node, 0xffffff, 5, 5, 0.9);
  }
}

/** One of the clamps that hold a puck before the start; it grips to the left. */
function drawClamp(g: CanvasRenderingContext2D): void {
  const clamp = new Path2D('M8-20Q-6-12-6 0T8 20L12 9L4 0L12-9Z');
  g.fillStyle = 'rgba(255,255,255,.3)';
  g.fill(clamp);
  neon(g, clamp, 0xffffff, 3, 7, 0.8);
}
