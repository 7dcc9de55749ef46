// Exact arithmetic for the simulation: + - * / and sqrt only, so every engine computes the same bits.
// Directions come from a table of the aim's 65,536 steps: 0 points right, clockwise on the screen (y down).

import { GRID } from '../tuning.ts';

/** Steps in a full turn of the aim. */
export const AIM_STEPS = 65_536;
const OCTANT = AIM_STEPS / 8;
const QUADRANT = AIM_STEPS / 4;

/** Unit vector of each aim step. */
export const AIM_X = new Float64Array(AIM_STEPS);
export const AIM_Y = new Float64Array(AIM_STEPS);

/** Fills one octant by bisecting: the middle of two unit vectors, normalised. */
function fillOctant(from: number, to: number): void {
  const middle = (from + to) / 2;
  const x = (AIM_X[from] as number) + (AIM_X[to] as number);
  const y = (AIM_Y[from] as number) + (AIM_Y[to] as number);
  const length = Math.sqrt(x * x + y * y);
  AIM_X[middle] = x / length;
  AIM_Y[middle] = y / length;
  if (middle - from > 1) {
    fillOctant(from, middle);
    fillOctant(middle, to);
  }
}

function fillTable(): void {
  AIM_X[0] = 1;
  AIM_X[OCTANT] = AIM_Y[OCTANT] = Math.sqrt(0.5);
  fillOctant(0, OCTANT);
  for (let i = 0; i < OCTANT; i++) {
    AIM_X[QUADRANT - i] = AIM_Y[i] as number;
    AIM_Y[QUADRANT - i] = AIM_X[i] as number;
  }
  // The other quadrants are turns by 90 degrees: (x, y) -> (-y, x). Subtracting from 0 keeps -0 out.
  for (let i = QUADRANT; i < AIM_STEPS; i++) {
    AIM_X[i] = 0 - (AIM_Y[i - QUADRANT] as number);
    AIM_Y[i] = AIM_X[i - QUADRANT] as number;
  }
}
fillTable();

/** Rounds half away from zero, as `Math.round` does not: both directions must move equally far. */
export function roundAway(value: number): number {
  return value < 0 ? 0 - Math.floor(0.5 - value) : Math.floor(value + 0.5);
}

/** Snaps to the wire's grid. */
export function snap(value: number): number {
  return roundAway(value * GRID) / GRID;
}

/** Snaps to the grid, toward the given side (sign): used where rounding the other way would enter a wall. */
export function snapToward(value: number, side: number): number {
  const scaled = value * GRID;
  return (side > 0 ? Math.ceil(scaled) : side < 0 ? Math.floor(scaled) : roundAway(scaled)) / GRID + 0;
}

/** Limits a value to a range. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
