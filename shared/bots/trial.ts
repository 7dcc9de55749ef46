// Flies a shot in mind before it is fired: what it would meet if everybody went on as they do.

import { launch, stepFlight } from '../sim/flight.ts';
import { areMates } from '../sim/scores.ts';
import type { Flight, Puck, World } from '../sim/types.ts';
import { BOLT, PUCK, TICK_S } from '../tuning.ts';

/** Farther ahead nobody foresees where a puck will be. */
const TRIAL_TICKS = 80;
const REACH = PUCK.radius + BOLT.half;

export interface Moving {
  x: number;
  y: number;
  vx: number;
  vy: number;
}

const trial: Flight = { x: 0, y: 0, dx: 1, dy: 0, speed: 0, level: 0, bounces: 0, contacts: 0, run: 0, parries: 0 };

/** Whether a shot meets the target after a bounce that counted, before it meets the shooter or, where that hurts, a mate. */
export function banksInto(world: World, me: Puck, aim: number, target: Moving): boolean {
  launch(trial, me.x, me.y, aim, 0, 0);
  for (let tick = 1; tick <= TRIAL_TICKS; tick++) {
    if (!stepFlight(trial, world.map)) return false;
    if (meets(target, tick, REACH - 6)) return trial.bounces > 0;
    if (trial.contacts > 0 && meets(me, tick, REACH)) return false;
    if (world.friendlyFire && meetsMate(world, me, tick)) return false;
  }
  return false;
}

/** Whether a straight shot as far as `distance` has a mate on its way who would be hurt. */
export function endangersMate(world: World, me: Puck, aim: number, distance: number): boolean {
  if (!world.friendlyFire || world.mode.teams === 0) return false;
  launch(trial, me.x, me.y, aim, 0, 0);
  for (let tick = 1; trial.run < distance; tick++) {
    if (!stepFlight(trial, world.map) || trial.contacts > 0) return false;
    if (meetsMate(world, me, tick)) return true;
  }
  return false;
}

function meets({ x, y, vx, vy }: Moving, tick: number, reach: number): boolean {
  const dx = x + vx * tick * TICK_S - trial.x;
  const dy = y + vy * tick * TICK_S - trial.y;
  return dx * dx + dy * dy < reach * reach;
}

function meetsMate(world: World, me: Puck, tick: number): boolean {
  for (const puck of world.pucks) {
    if (puck !== me && puck.active && puck.alive && areMates(world, me, puck) && meets(puck, tick, REACH)) return true;
  }
  return false;
}
