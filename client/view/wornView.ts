// What a puck wears: the clamps before the start, the shell of its guard, the glow of hot shots.

import { isRooted } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { PICKUP } from '#shared/tuning.ts';
import { mixColor } from './palette.ts';
import { pickupColor } from './pickupArt.ts';
import type { Picture } from './picture.ts';
import { drawTimeRing } from './shapes.ts';

const WHITE = 0xffffff;
const HOT = pickupColor('overcharge');
const GUARD = pickupColor('shield');
const GUARD_SCALE = 0.56;
/** Hot shots are arcs around the nose: radius in units, angles from the aim by how many there are. */
const HOT_RADIUS = 46;
const HOT_STEP = 0.36;
const CLAMPS = 4;
/** Units from the middle to the clamps while they grip and once they have opened; ticks in which they do. */
const GRIP = { closed: 41, open: 70, ticks: 18 };
const RING_RADIUS = 41;
/** The ring counts so many ticks at most. */
const LONGEST_TICKS = 180;

/** Clamps around a puck that may not move yet; they fly open at the start, and wherever a puck comes to life. */
export function drawClamps(puck: Puck, x: number, y: number, color: number, { over }: Picture): void {
  const left = puck.rootedUntil - puck.step;
  if (left <= -GRIP.ticks || puck.rootedUntil === 0) return;
  const opening = left > 0 ? 0 : -left / GRIP.ticks;
  const radius = GRIP.closed + (GRIP.open - GRIP.closed) * (1 - (1 - opening) ** 3);
  const tint = mixColor(color, WHITE, 0.5);
  for (let i = 0; i < CLAMPS; i++) {
    const angle = (i + 0.5) * ((2 * Math.PI) / CLAMPS);
    over.add('clamp', x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, angle, 0.72, 0.72, tint, 1 - opening);
  }
  if (isRooted(puck)) drawTimeRing(over, x, y, RING_RADIUS, Math.min(1, left / LONGEST_TICKS), tint, 0.8);
}

/** The shell that takes the next hit, and the glow at the muzzle while hot shots are left. */
export function drawWorn(puck: Puck, x: number, y: number, angle: number, { under, over }: Picture): void {
  if (puck.guard > 0) {
    const turn = puck.step * 0.012;
    over.add('guard', x, y, turn, GUARD_SCALE, GUARD_SCALE, GUARD, 0.9);
    under.add('glow', x, y, 0, 1.5, 1.5, GUARD, 0.35);
  }
  const shots = Math.min(puck.overcharge, PICKUP.overchargeShots);
  if (shots === 0) return;
  const noseX = x + Math.cos(angle) * 36;
  const noseY = y + Math.sin(angle) * 36;
  under.add('glow', noseX, noseY, 0, 0.9, 0.9, HOT, 0.8);
  over.add('glow', noseX, noseY, 0, 0.42, 0.42, HOT, 0.9);
  for (let i = 0; i < shots; i++) {
    const at = angle + (i - (shots - 1) / 2) * HOT_STEP;
    const placeX = x + Math.cos(at) * HOT_RADIUS;
    const placeY = y + Math.sin(at) * HOT_RADIUS;
    over.add('pip', placeX, placeY, at, 0.62, 0.56, HOT, 1);
  }
}
