// Looks for a bank shot: flies a few trial bolts and keeps the one that passes closest after a bounce.

import { launch, stepFlight } from '../sim/flight.ts';
import type { ArenaMap } from '../sim/map.ts';
import { AIM_STEPS } from '../sim/math.ts';
import type { Flight, Puck } from '../sim/types.ts';
import { PUCK, TICK_S } from '../tuning.ts';

/** Trials a call; calls are spread over ticks. */
const TRIALS = 10;
const TRIAL_TICKS = 60;

const trial: Flight = { x: 0, y: 0, dx: 1, dy: 0, speed: 0, level: 0, bounces: 0, contacts: 0, run: 0, parries: 0 };

/** An aim whose bolt meets the target after at least one bounce, or -1. `from` turns the fan of trials. */
export function findBank(map: ArenaMap, me: Puck, target: Puck, from: number): number {
  for (let i = 0; i < TRIALS; i++) {
    const aim = (from + Math.round((i * AIM_STEPS) / TRIALS)) & (AIM_STEPS - 1);
    if (meets(map, me, target, aim)) return aim;
  }
  return -1;
}

function meets(map: ArenaMap, me: Puck, target: Puck, aim: number): boolean {
  launch(trial, me.x, me.y, aim, 0, 0);
  for (let tick = 1; tick <= TRIAL_TICKS; tick++) {
    if (!stepFlight(trial, map)) return false;
    const dx = target.x + target.vx * tick * TICK_S - trial.x;
    const dy = target.y + target.vy * tick * TICK_S - trial.y;
    if (trial.bounces > 0 && dx * dx + dy * dy < PUCK.radius * PUCK.radius) return true;
  }
  return false;
}
