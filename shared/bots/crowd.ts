// Mates who go the same way keep apart: pucks pass through each other, and two on one spot look like one and die of one bolt.

import { areMates } from '../sim/scores.ts';
import type { Puck, World } from '../sim/types.ts';
import { lengthOf, type Point } from './ways.ts';

/** Mates nearer than this are kept off, the nearer the more, by this share of the way that one wants to go. */
const NEAR = 110;
const PUSH = 0.9;

const bent: Point = { x: 0, y: 0 };

/** A heading, bent away from mates; of length 1 at most. The returned object is reused. */
export function apart(world: World, me: Puck, heading: Point): Point {
  bent.x = heading.x;
  bent.y = heading.y;
  if (world.mode.teams === 0) return bent;
  for (const mate of world.pucks) {
    if (mate === me || !mate.active || !mate.alive || !areMates(world, me, mate)) continue;
    const dx = me.x - mate.x;
    const dy = me.y - mate.y;
    const distance = lengthOf(dx, dy);
    if (distance >= NEAR) continue;
    const push = PUSH * (1 - distance / NEAR);
    // On one spot there is no away: to the sides, the lower slot to the one and the higher to the other.
    const side = me.slot < mate.slot ? push : -push;
    bent.x += distance > 1 ? (dx / distance) * push : -heading.y * side;
    bent.y += distance > 1 ? (dy / distance) * push : heading.x * side;
  }
  const length = lengthOf(bent.x, bent.y);
  if (length > 1) {
    bent.x /= length;
    bent.y /= length;
  }
  return bent;
}
