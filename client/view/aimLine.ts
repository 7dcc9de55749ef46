// Where one's own shot would go: dashes to the first wall, and a short way on from its first reflection. What comes
// after the second is skill.

import { advanceFlight, launch } from '#shared/sim/flight.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { PUCK } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { Strokes } from './strokes.ts';

const DASH = 12;
const GAP = 12;
const WIDTH = 7;
const START = PUCK.radius + 18;
/** Units that are shown before and after the reflection. */
const REACH = 900;
const REFLECTED = 260;
const LIGHT = 0.5;

const ray = emptyBolt(0);

/** Adds the dashes of a puck's shot to the strokes. */
export function drawAimLine(shown: ShownPuck, map: ArenaMap, strokes: Strokes): void {
  launch(ray, shown.x, shown.y, shown.puck.aim, 0, 0);
  const { x, y, dx, dy, speed } = ray;
  const used = advanceFlight(ray, map, REACH / speed);
  const length = used * speed;
  dashes(x, y, dx, dy, START, length, LIGHT, 0.22, shown.slot, strokes);
  if (ray.contacts === 0) return;
  const [hitX, hitY, outX, outY] = [ray.x, ray.y, ray.dx, ray.dy];
  const onward = advanceFlight(ray, map, REFLECTED / speed) * speed;
  dashes(hitX, hitY, outX, outY, 8, onward, 0.42, 0, shown.slot, strokes);
}

/** Dashes from `start` to `end` along a direction, their light going from one value to another. */
function dashes(
  x: number,
  y: number,
  dx: number,
  dy: number,
  start: number,
  end: number,
  from: number,
  to: number,
  seat: number,
  strokes: Strokes,
): void {
  for (let at = start; at < end; at += DASH + GAP) {
    const stop = Math.min(end, at + DASH);
    const light = from + (to - from) * (at / end);
    strokes.add(x + dx * at, y + dy * at, light, x + dx * stop, y + dy * stop, light, WIDTH, seat, 1);
  }
}
