// What can be picked up: a glyph that floats over its plate; while it is away a ring on the plate grows until it is back.

import type { PickupPoint } from '#shared/sim/map.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { pickupColor, pickupFrame } from './pickupArt.ts';
import type { Picture } from './picture.ts';
import { drawTimeRing } from './shapes.ts';

const SCALE = 0.44;
const PLATE_SCALE = 0.5;
const RING_RADIUS = 27;
/** Units and seconds of its floating up and down. */
const FLOAT = { units: 4, seconds: 2.4 };
/** Seconds in which it pops up, and how far beyond its size. */
const POP = { seconds: 0.35, beyond: 0.35 };

/** Draws a map's pickups; `ready` holds the tick from which each is there, `present` is the shown tick. */
export function drawPickups(points: readonly PickupPoint[], ready: ArrayLike<number>, present: number, picture: Picture): void {
  for (let i = 0; i < points.length; i++) {
    const { x, y, kind } = points[i] as PickupPoint;
    const color = pickupColor(kind.id);
    const since = (present - (ready[i] ?? 0)) / TICK_HZ;
    if (since < 0) drawAway(x, y, kind.id, color, 1 + (since * TICK_HZ) / kind.respawnTicks, picture);
    else drawThere(x, y, kind.id, color, since, present / TICK_HZ + i * 0.7, picture);
  }
}

function drawAway(x: number, y: number, id: string, color: number, share: number, { marks, under }: Picture): void {
  marks.add('plate', x, y, 0, PLATE_SCALE, PLATE_SCALE, color, 0.55);
  under.add(pickupFrame(id), x, y, 0, SCALE * 0.62, SCALE * 0.62, 0xffffff, 0.16);
  drawTimeRing(under, x, y, RING_RADIUS, Math.max(0, share), color, 0.8);
}

function drawThere(x: number, y: number, id: string, color: number, since: number, time: number, { marks, under, over }: Picture): void {
  const wave = Math.sin((time / FLOAT.seconds) * 2 * Math.PI);
  const popping = Math.min(1, since / POP.seconds);
  const pop = popping * (1 + POP.beyond * Math.sin(popping * Math.PI));
  marks.add('plate', x, y, 0, PLATE_SCALE, PLATE_SCALE, color, 0.9);
  under.add('glow', x, y, 0, 1.35, 1.35, color, 0.55 + 0.1 * wave);
  over.add(pickupFrame(id), x, y - 3 + wave * FLOAT.units, 0, SCALE * pop, SCALE * pop, 0xffffff, 1);
}
