// Arrows at the edge of the screen toward those who are beyond it.

import type * as Phaser from 'phaser';
import type { ShownPuck } from '../net/session.ts';
import { type Palette, slotColor } from './palette.ts';
import type { Quads } from './quads.ts';

/** Units from the edge. */
const INSET = 34;
const SCALE = 0.6;

/** Draws an arrow for each living puck outside the view. */
export function drawEdgeMarkers(pucks: readonly ShownPuck[], view: Phaser.Geom.Rectangle, palette: Palette, quads: Quads): void {
  const { centerX, centerY, width, height } = view;
  for (const { slot, x, y, alive, me } of pucks) {
    const dx = x - centerX;
    const dy = y - centerY;
    const beyond = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
    if (!alive || me || beyond <= 1) continue;
    const share = Math.min((width / 2 - INSET) / Math.abs(dx), (height / 2 - INSET) / Math.abs(dy));
    const alpha = Math.max(0.35, 1.6 - beyond * 0.7);
    quads.add('marker', centerX + dx * share, centerY + dy * share, Math.atan2(dy, dx), SCALE, SCALE, slotColor(slot, palette), alpha);
  }
}
