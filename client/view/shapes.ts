// Lines, hatching and rings of time, put together from rectangles of the atlas.

import { RING_SEGMENTS, SEGMENT_TEXELS } from './objectiveArt.ts';
import type { Quads } from './quads.ts';

/** Texels of the frames that are stretched: a filled one, and a line's length and width. */
const FILL = 4;
const LINE = { length: 16, width: 32 };

/** A rectangle by its sides, in units. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Fills a box. */
export function fillBox(quads: Quads, { left, top, right, bottom }: Box, color: number, alpha: number): void {
  if (right <= left || bottom <= top) return;
  quads.add('fill', (left + right) / 2, (top + bottom) / 2, 0, (right - left) / FILL, (bottom - top) / FILL, color, alpha);
}

/** A soft line from one point to another; `width` is that of its light, a third of it is bright. */
export function drawLine(quads: Quads, x0: number, y0: number, x1: number, y1: number, width: number, color: number, alpha: number): void {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = Math.sqrt(dx * dx + dy * dy);
  const angle = dy === 0 ? 0 : Math.atan2(dy, dx);
  quads.add('line', (x0 + x1) / 2, (y0 + y1) / 2, angle, length / LINE.length, width / LINE.width, color, alpha);
}

/** The outline of a box; with `share` below 1 only so much of the way around, clockwise from the upper left corner. */
export function drawOutline(quads: Quads, box: Box, width: number, color: number, alpha: number, share = 1): void {
  const { left, top, right, bottom } = box;
  const corners = [left, top, right, top, right, bottom, left, bottom, left, top];
  let rest = share * 2 * (right - left + bottom - top);
  for (let i = 0; i < 8 && rest > 0; i += 2) {
    const x0 = corners[i] as number;
    const y0 = corners[i + 1] as number;
    const dx = (corners[i + 2] as number) - x0;
    const dy = (corners[i + 3] as number) - y0;
    const length = Math.abs(dx) + Math.abs(dy);
    const part = Math.min(1, rest / length);
    // Over the corners, so that they are not notched.
    const over = width / 5 / length;
    drawLine(quads, x0 - dx * over, y0 - dy * over, x0 + dx * (part + over), y0 + dy * (part + over), width, color, alpha);
    rest -= length;
  }
}

/** Slanting lines in a box, `step` apart, moved by `shift`; those of neighbouring boxes meet. */
export function drawHatch(quads: Quads, box: Box, step: number, shift: number, width: number, color: number, alpha: number): void {
  const { left, top, right, bottom } = box;
  if (right <= left || bottom <= top) return;
  const last = right + bottom;
  for (let sum = Math.ceil((left + top - shift) / step) * step + shift; sum < last; sum += step) {
    const x0 = Math.max(left, sum - bottom);
    const x1 = Math.min(right, sum - top);
    if (x1 > x0) drawLine(quads, x0, sum - x0, x1, sum - x1, width, color, alpha);
  }
}

/** A ring of segments, of which a share is lit, clockwise from the top; the last one in part. */
export function drawTimeRing(quads: Quads, x: number, y: number, radius: number, share: number, color: number, alpha: number): void {
  const scale = radius / SEGMENT_TEXELS;
  const lit = share * RING_SEGMENTS;
  for (let i = 0; i < RING_SEGMENTS; i++) {
    const angle = ((i + 0.5) / RING_SEGMENTS) * 2 * Math.PI - Math.PI / 2;
    const light = 0.14 + 0.86 * Math.max(0, Math.min(1, lit - i));
    quads.add('segment', x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, angle, scale, scale, color, alpha * light);
  }
}
