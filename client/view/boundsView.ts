// A closing arena: what lies outside is dark red and hatched, its edge burns, and a faint frame shows where it will stop.

import { boundsShare } from '#shared/sim/objectives.ts';
import type { Objective } from '#shared/sim/types.ts';
import { LAST, TICK_HZ, TILE } from '#shared/tuning.ts';
import type { ObjectiveScene } from './objectiveViews.ts';
import type { Picture } from './picture.ts';
import { type Box, drawHatch, drawOutline, fillBox } from './shapes.ts';

const DANGER = 0xff2b3d;
const EDGE = 0xff5a4a;
const DARK = 0x1c0208;
const LAST_FRAME = 0xff8f86;
/** Units between the slanting lines, and u/s that they move. */
const STEP = 64;
const DRIFT = 22;
const GLOW_HZ = 0.8;

/** Draws the bounds where they are now. */
export function drawBounds(bounds: Objective, { present, map, view, calm }: ObjectiveScene, { marks, under }: Picture): void {
  // Between rounds nothing burns.
  if (bounds.state === 'held') return;
  const share = boundsShare(bounds, present, LAST.leastShare);
  const final = boxOf(bounds, LAST.leastShare);
  if (share > LAST.leastShare) drawOutline(under, final, 9, LAST_FRAME, 0.34);
  if (share >= 1) return;
  const time = present / TICK_HZ;
  const box = boxOf(bounds, share);
  const shift = calm ? 0 : (time * DRIFT) % STEP;
  for (const outside of around(box, { left: 0, top: 0, right: map.cols * TILE, bottom: map.rows * TILE })) {
    const seen = cut(outside, view);
    fillBox(marks, seen, DARK, 0.62);
    drawHatch(under, seen, STEP, shift, 26, DANGER, 0.3);
  }
  const glow = calm ? 0.8 : 0.8 + 0.2 * Math.sin(time * GLOW_HZ * 2 * Math.PI);
  drawOutline(under, box, 64, DANGER, 0.6 * glow);
  drawOutline(under, box, 22, EDGE, glow);
}

function boxOf({ x, y, halfWidth, halfHeight }: Objective, share: number): Box {
  return { left: x - halfWidth * share, top: y - halfHeight * share, right: x + halfWidth * share, bottom: y + halfHeight * share };
}

/** What of the outer box lies around the inner one. */
function around(inner: Box, outer: Box): Box[] {
  return [
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
    { left: outer.left, right: inner.left, top: inner.top, bottom: inner.bottom },
    { left: inner.right, right: outer.right, top: inner.top, bottom: inner.bottom },
  ];
}

/** What of a box is in view. */
function cut({ left, top, right, bottom }: Box, view: ObjectiveScene['view']): Box {
  return {
    left: Math.max(left, view.x),
    top: Math.max(top, view.y),
    right: Math.min(right, view.x + view.width),
    bottom: Math.min(bottom, view.y + view.height),
  };
}
