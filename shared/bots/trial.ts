// Flies a shot in mind before it is fired: what it would meet if everybody went on as they do.

import { advanceFlight, launch } from '../sim/flight.ts';
import { areMates } from '../sim/scores.ts';
import type { Flight, Puck, World } from '../sim/types.ts';
import { BOLT, PUCK, TICK_S } from '../tuning.ts';

/** Farther ahead nobody foresees where a puck will be. */
const TRIAL_S = 80 * TICK_S;
const REACH = PUCK.radius + BOLT.half;
/** A target has to be met by so much more than a touch. */
const SURELY = 6;

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
  for (let from = 0; from < TRIAL_S && trial.contacts < BOLT.lastContact; ) {
    const { contacts, bounces } = trial;
    const used = flyOn(world, TRIAL_S - from);
    const meets = meetingWith(target, from, used, REACH - SURELY);
    const first = Math.min(
      contacts > 0 ? meetingWith(me, from, used, REACH) : Number.POSITIVE_INFINITY,
      world.friendlyFire ? meetingWithMate(world, me, from, used) : Number.POSITIVE_INFINITY,
    );
    if (Math.min(meets, first) <= used) return meets < first && bounces > 0;
    from += used;
  }
  return false;
}

/** Whether a straight shot as far as `distance` has a mate on its way who would be hurt. */
export function endangersMate(world: World, me: Puck, aim: number, distance: number): boolean {
  if (!world.friendlyFire || world.mode.teams === 0) return false;
  launch(trial, me.x, me.y, aim, 0, 0);
  const used = flyOn(world, distance / trial.speed);
  return meetingWithMate(world, me, 0, used) <= used;
}

/** Where the trial's present stretch began, and its velocity on it. */
const stretch = { x: 0, y: 0, vx: 0, vy: 0 };

/** Flies to the next wall, for so many seconds at most. Returns the seconds. */
function flyOn({ map }: World, seconds: number): number {
  stretch.x = trial.x;
  stretch.y = trial.y;
  stretch.vx = trial.dx * trial.speed;
  stretch.vy = trial.dy * trial.speed;
  return advanceFlight(trial, map, seconds);
}

/** Seconds on the stretch, begun `from` seconds after the shot, until the bolt is in reach of somebody; more than `used` if it never is. */
function meetingWith({ x, y, vx, vy }: Moving, from: number, used: number, reach: number): number {
  const dx = stretch.x - x - vx * from;
  const dy = stretch.y - y - vy * from;
  const wx = stretch.vx - vx;
  const wy = stretch.vy - vy;
  const c = dx * dx + dy * dy - reach * reach;
  if (c <= 0) return 0;
  const b = dx * wx + dy * wy;
  const a = wx * wx + wy * wy;
  const root = b * b - a * c;
  return b < 0 && root >= 0 ? (-b - Math.sqrt(root)) / a : used + 1;
}

function meetingWithMate(world: World, me: Puck, from: number, used: number): number {
  let first = used + 1;
  for (const puck of world.pucks) {
    if (puck === me || !puck.active || !puck.alive || !areMates(world, me, puck)) continue;
    first = Math.min(first, meetingWith(puck, from, used, REACH));
  }
  return first;
}
