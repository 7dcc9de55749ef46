// Light drawn with plain strokes: wide faint ones below narrow bright ones add up to a glow. Canvas shadows look the
// same and take ten times as long.

import { cssColor, mixColor } from './palette.ts';

type Canvas2D = CanvasRenderingContext2D;

/** Strokes below the core, from the outside in. */
const LAYERS = 9;

/**
 * Strokes a path as a neon tube: `width` is the tube's, `glow` how far its light reaches beyond, both in units of the
 * canvas; `strength` scales the light, `core` the tube's own.
 */
export function neon(g: Canvas2D, path: Path2D, color: number, width: number, glow: number, strength = 1, core = 1): void {
  g.save();
  g.lineJoin = g.lineCap = 'round';
  g.globalCompositeOperation = 'lighter';
  for (let i = 0; i < LAYERS; i++) {
    const out = 1 - i / LAYERS;
    g.lineWidth = width + 2 * glow * out * out;
    g.strokeStyle = cssColor(color, 0.055 * strength * (1 + 1.6 * (i / LAYERS)));
    g.stroke(path);
  }
  g.lineWidth = width;
  g.strokeStyle = cssColor(color, 0.95 * core);
  g.stroke(path);
  g.lineWidth = width * 0.5;
  g.strokeStyle = cssColor(mixColor(color, 0xffffff, 0.8), 0.9 * core);
  g.stroke(path);
  g.restore();
}

/** A round spot that falls off to nothing at `radius`; `power` above 1 makes the middle smaller. */
export function spot(g: Canvas2D, x: number, y: number, radius: number, color: number, power: number, strength = 1): void {
  const fill = g.createRadialGradient(x, y, 0, x, y, radius);
  for (let i = 0; i <= 10; i++) fill.addColorStop(i / 10, cssColor(color, strength * (1 - i / 10) ** power));
  g.fillStyle = fill;
  g.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** A rounded polygon's or circle's path helper: a full circle. */
export function circle(x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}

/** Part of a circle, angles in radians, clockwise on the screen. */
export function arc(x: number, y: number, radius: number, from: number, to: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, from, to);
  return path;
}
