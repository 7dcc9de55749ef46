// A puck's body: dark glass in a neon rim with the player's emblem.

import { PUCK } from '#shared/tuning.ts';
import { emblemPath } from './emblems.ts';
import { circle, neon, spot } from './neon.ts';
import { cssColor, mixColor } from './palette.ts';

/** Texels of the art in a world unit. */
export const TEXELS = 2;
const RADIUS = PUCK.radius * TEXELS;
const EMBLEM_SCALE = 1.75;

/** Draws it around 0, 0. */
export function drawPuckBody(g: CanvasRenderingContext2D, slot: number, color: number): void {
  spot(g, 0, 0, 64, color, 2.2, 0.5);
  const glass = g.createRadialGradient(-10, -14, 3, 0, 0, RADIUS);
  glass.addColorStop(0, cssColor(mixColor(color, 0x0a1028, 0.6)));
  glass.addColorStop(0.6, cssColor(mixColor(color, 0x050818, 0.85)));
  glass.addColorStop(1, '#03050f');
  g.fillStyle = glass;
  g.fill(circle(0, 0, RADIUS));
  g.strokeStyle = cssColor(color, 0.35);
  g.lineWidth = 1.5;
  g.stroke(circle(0, 0, RADIUS - 9));
  neon(g, circle(0, 0, RADIUS - 2), color, 5, 14, 1.2);
  const emblem = new Path2D();
  emblem.addPath(new Path2D(emblemPath(slot)), new DOMMatrix().scale(EMBLEM_SCALE));
  neon(g, emblem, color, 4.2, 7, 0.9);
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
