// From a direction to the aim's steps. Outside shared/sim because it uses atan2: only whoever makes commands needs it.

import { AIM_STEPS } from './sim/math.ts';

/** The aim step that points along a vector: 0 right, clockwise on the screen. */
export function aimOf(dx: number, dy: number): number {
  return Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * AIM_STEPS) & (AIM_STEPS - 1);
}

/** The angle of an aim step in radians, for drawing. */
export function angleOf(aim: number): number {
  return (aim / AIM_STEPS) * 2 * Math.PI;
}
