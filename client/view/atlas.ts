// One texture for everything that moves, drawn once with Canvas 2D: one texture means one batch. Frames are white and
// tinted where they are used, but for those whose colours are drawn in: pucks' bodies, strokes, flags, glyphs.

import type * as Phaser from 'phaser';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { arc, circle, neon, spot } from './neon.ts';
import { objectiveFrames } from './objectiveArt.ts';
import { type Coloring, seatColor, teamOf } from './palette.ts';
import { pickupFrames } from './pickupArt.ts';
import { drawPuckBody } from './puckArt.ts';
import { drawStrokes, STROKES_HEIGHT } from './strokeArt.ts';

export const ATLAS = 'atlas';
export const ATLAS_WIDTH = 2048;
export const ATLAS_HEIGHT = 1024;
const GAP = 4;
/** Radius of the circle that pips and charges are parts of. */
export const PIP_TEXELS = 74;

type Draw = (g: CanvasRenderingContext2D) => void;
/** Name, width, height and picture, whose middle is 0, 0; how much of its sides is painted but not in the frame. */
export type AtlasFrame = [name: string, width: number, height: number, draw: Draw, bleed?: number];

/** Draws the atlas, or draws it anew in other colours. */
export function bakeAtlas(textures: Phaser.Textures.TextureManager, colors: Coloring): void {
  const texture = textures.exists(ATLAS) ? (textures.get(ATLAS) as Phaser.Textures.CanvasTexture) : createAtlas(textures);
  const g = texture.getContext();
  g.clearRect(0, 0, ATLAS_WIDTH, ATLAS_HEIGHT);
  drawStrokes(g, colors);
  let x = GAP;
  let y = STROKES_HEIGHT + GAP;
  let rowHeight = 0;
  for (const [name, width, height, draw, bleed = 0] of frames(colors)) {
    if (x + width + GAP > ATLAS_WIDTH) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    g.save();
    g.beginPath();
    g.rect(x, y, width, height);
    g.clip();
    g.translate(x + width / 2, y + height / 2);
    draw(g);
    g.restore();
    if (!texture.has(name)) texture.add(name, 0, x + bleed, y + bleed, width - 2 * bleed, height - 2 * bleed);
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
  }
  texture.refresh();
}

function createAtlas(textures: Phaser.Textures.TextureManager): Phaser.Textures.CanvasTexture {
  const texture = textures.createCanvas(ATLAS, ATLAS_WIDTH, ATLAS_HEIGHT);
  if (!texture) throw new Error('the browser gives no canvas to draw on');
  return texture;
}

function* frames(colors: Coloring): Iterable<AtlasFrame> {
  for (let slot = 0; slot < MAX_PUCKS; slot++) {
    yield [`puck${slot}`, 128, 128, (g) => drawPuckBody(g, slot, seatColor(slot, colors), teamOf(slot, colors.teams))];
  }
  yield ['glow', 128, 128, (g) => spot(g, 0, 0, 64, 0xffffff, 2.4)];
  yield ['ring', 256, 256, drawRing];
  yield ['bracket', 256, 256, drawBracket];
  yield ['shield', 160, 160, drawShield];
  yield ['parry', 192, 192, drawParry];
  yield ['halo', 128, 64, (g) => drawStretched(g, 2, 32, 2)];
  for (let level = 0; level < 4; level++) yield [`bolt${level}`, 96, 32, (g) => drawBolt(g, level)];
  yield ['spark', 64, 16, (g) => drawStretched(g, 4, 8, 1.6)];
  yield ['bar', 128, 32, (g) => drawStretched(g, 4, 16, 1.8)];
  yield ['dot', 32, 32, (g) => spot(g, 0, 0, 16, 0xffffff, 1.7)];
  yield ['pip', 24, 48, (g) => neon(g, arc(-PIP_TEXELS, 0, PIP_TEXELS, -0.18, 0.18), 0xffffff, 7, 6, 0.8)];
  yield ['charge', 24, 48, (g) => neon(g, arc(-PIP_TEXELS, 0, PIP_TEXELS, -0.14, 0.14), 0xffffff, 5, 6, 0.7)];
  yield ['nose', 48, 48, drawNose];
  yield ['px', 8, 8, (g) => fillBox(g, 8, 8)];
  yield ['marker', 48, 48, drawMarker];
  yield ['mate', 48, 48, drawMate];
  yield* objectiveFrames(colors.palette);
  yield* pickupFrames();
}

function fillBox(g: CanvasRenderingContext2D, width: number, height: number): void {
  g.fillStyle = '#fff';
  g.fillRect(-width / 2, -height / 2, width, height);
}

function drawStretched(g: CanvasRenderingContext2D, stretch: number, radius: number, power: number): void {
  g.scale(stretch, 1);
  spot(g, 0, 0, radius, 0xffffff, power);
}

function drawRing(g: CanvasRenderingContext2D): void {
  neon(g, circle(0, 0, 108), 0xffffff, 5, 17, 0.8);
}

/** Four corners around the puck that one plays or watches. */
function drawBracket(g: CanvasRenderingContext2D): void {
  for (let i = 0; i < 4; i++) {
    const middle = (i + 0.5) * (Math.PI / 2);
    neon(g, arc(0, 0, 106, middle - 0.4, middle + 0.4), 0xffffff, 8, 14, 1.1);
    const tick = new Path2D();
    tick.moveTo(Math.cos(middle) * 106, Math.sin(middle) * 106);
    tick.lineTo(Math.cos(middle) * 90, Math.sin(middle) * 90);
    neon(g, tick, 0xffffff, 6, 10, 0.9);
  }
}

function drawShield(g: CanvasRenderingContext2D): void {
  const fill = g.createRadialGradient(0, 0, 30, 0, 0, 70);
  fill.addColorStop(0, 'rgba(255,255,255,0)');
  fill.addColorStop(1, 'rgba(255,255,255,.3)');
  g.fillStyle = fill;
  g.fill(circle(0, 0, 70));
  g.setLineDash([26, 10]);
  neon(g, circle(0, 0, 70), 0xffffff, 3, 7, 0.6);
}

/** The arc in which bolts are caught, opening to the right. */
function drawParry(g: CanvasRenderingContext2D): void {
  neon(g, arc(0, 0, 76, -Math.PI / 3, Math.PI / 3), 0xffffff, 8, 15, 1.2);
  neon(g, arc(0, 0, 62, -Math.PI / 3.4, Math.PI / 3.4), 0xffffff, 2, 6, 0.7);
}

/** From a thin line to a thick flare; its front is at the right. */
function drawBolt(g: CanvasRenderingContext2D, level: number): void {
  const half = [22, 25, 28, 32][level] as number;
  const width = [5, 8.5, 11.5, 14.5][level] as number;
  const path = new Path2D();
  path.moveTo(-half + 6, 0);
  path.lineTo(half - 4, 0);
  neon(g, path, 0xffffff, width, 4.5 + level * 1.3, 0.7 + level * 0.3);
}

function drawNose(g: CanvasRenderingContext2D): void {
  const path = new Path2D('M10 0L-6-8L-2 0L-6 8Z');
  neon(g, path, 0xffffff, 1.5, 7, 0.6);
  g.fillStyle = '#fff';
  g.fill(path);
}

/** Points to an enemy off the screen. */
function drawMarker(g: CanvasRenderingContext2D): void {
  neon(g, new Path2D('M-6-11L8 0L-6 11'), 0xffffff, 4, 8, 0.8);
}

/** The same for a mate: round, with a small tip. */
function drawMate(g: CanvasRenderingContext2D): void {
  neon(g, circle(-4, 0, 7), 0xffffff, 3, 6, 0.7);
  neon(g, new Path2D('M9-4L13 0L9 4'), 0xffffff, 3, 5, 0.7);
}
