// A puck's body: lit glass in a neon rim with the player's emblem.

import { PUCK } from '#shared/tuning.ts';
import { emblemPath } from './emblems.ts';
import { circle, neon, spot } from './neon.ts';
import { cssColor, mixColor } from './palette.ts';

/** Texels of the art in a world unit. */
export const TEXELS = 2;
/** Drawn a little larger than it collides: a fighter has to be seen before anything else. */
const DRAWN_RADIUS = PUCK.radius + 4;
const RADIUS = DRAWN_RADIUS * TEXELS;
const EMBLEM_SCALE = 2.25;

/** Draws it around 0, 0. */
export function drawPuckBody(g: CanvasRenderingContext2D, slot: number, color: number): void {
  spot(g, 0, 0, 64, color, 1.6, 0.7);
  g.fillStyle = '#04060f';
  g.fill(circle(0, 0, RADIUS - 2));
  const glass = g.createRadialGradient(0, 0, 4, 0, 0, RADIUS);
  glass.addColorStop(0, cssColor(mixColor(color, 0x0a1028, 0.3)));
  glass.addColorStop(0.5, cssColor(mixColor(color, 0x070a20, 0.5)));
  glass.addColorStop(0.8, cssColor(mixColor(color, 0x050818, 0.36)));
  glass.addColorStop(1, cssColor(color));
  g.fillStyle = glass;
  g.fill(circle(0, 0, RADIUS - 2));
  neon(g, circle(0, 0, RADIUS - 5), color, 8, 12, 1.5);
  const emblem = new Path2D();
  emblem.addPath(new Path2D(emblemPath(slot)), new DOMMatrix().scale(EMBLEM_SCALE));
  neon(g, emblem, mixColor(color, 0xffffff, 0.35), 6, 9, 1.1);
  drawShine(g);
}

function drawShine(g: CanvasRenderingContext2D): void {
  const shine = g.createLinearGradient(0, -RADIUS, 0, 0);
  shine.addColorStop(0, 'rgba(255,255,255,.2)');
  shine.addColorStop(1, 'rgba(255,255,255,0)');
  g.fillStyle = shine;
  g.beginPath();
  g.ellipse(0, -RADIUS * 0.48, RADIUS * 0.68, RADIUS * 0.4, 0, 0, 2 * Math.PI);
  g.fill();
}
