// Objectives as modes put them up: making one, and what the rules and the picture both ask of it.

import type { Objective, Puck } from './types.ts';

/** An objective at a place, nobody's and idle but for what `fields` says. */
export function objective(kind: Objective['kind'], x: number, y: number, fields: Partial<Objective> = {}): Objective {
  return { kind, team: -1, state: 'idle', holder: -1, x, y, halfWidth: 0, halfHeight: 0, fromTick: 0, untilTick: 0, ...fields };
}

/** Whether a puck's centre lies within a zone. */
export function isInZone(zone: Objective, puck: Puck): boolean {
  return Math.abs(puck.x - zone.x) <= zone.halfWidth && Math.abs(puck.y - zone.y) <= zone.halfHeight;
}

/** Share of their widest that bounds have at a tick, 1 down to `least`. */
export function boundsShare(bounds: Objective, tick: number, least: number): number {
  const { fromTick, untilTick } = bounds;
  if (tick <= fromTick) return 1;
  return tick >= untilTick ? least : 1 - ((1 - least) * (tick - fromTick)) / (untilTick - fromTick);
}
