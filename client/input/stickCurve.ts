// From a stick's raw way to what it says: nothing near the middle, all at the rim, evenly in between, in any direction.

import { AIM_STEPS } from '#shared/sim/math.ts';

export interface Stick {
  /** -1 to 1, at most 1 long. */
  x: number;
  y: number;
}

/** Raw sticks hardly ever reach their rim: from here on all is said. */
const FULL = 0.95;
/** Share of the way to a new aim that a sample goes at least, and the difference in turns from which it goes at once. */
const LEAST_TURN = 0.35;
const AT_ONCE = 0.06;

/**
 * Writes what a stick at (x, y) says, `dead` being the share of its way in which it rests. A `curve` above 1 makes it finer
 * near the middle.
 */
export function readStick(stick: Stick, x: number, y: number, dead: number, curve = 1): void {
  const length = Math.hypot(x, y);
  const share = Math.max(0, Math.min(1, (length - dead) / (FULL - dead)));
  const factor = share === 0 ? 0 : share ** curve / length;
  stick.x = x * factor;
  stick.y = y * factor;
}

/**
 * The aim, in steps of a turn, that follows `from` when a stick points `to`: the trembling of a thumb is smoothed, a turn
 * meant as such is taken at once.
 */
export function easeAim(from: number, to: number): number {
  const half = AIM_STEPS / 2;
  const gap = ((to - from + half + AIM_STEPS) & (AIM_STEPS - 1)) - half;
  const share = Math.max(LEAST_TURN, Math.min(1, Math.abs(gap) / (AT_ONCE * AIM_STEPS)));
  return (from + Math.round(gap * share)) & (AIM_STEPS - 1);
}
