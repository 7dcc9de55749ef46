// King of the hill: the team that is alone on the zone gets a point a second. The zone moves on.

import type { Goal, Mode } from '../sim/mode.ts';
import { isInZone, objective } from '../sim/objectives.ts';
import { randomInt } from '../sim/rng.ts';
import type { Objective, Puck, World, ZoneAct } from '../sim/types.ts';
import { HILL, TICK_HZ } from '../tuning.ts';
import { lacksTeamSpawns } from './needs.ts';

export const king: Mode = {
  id: 'king',
  name: 'King of the hill',
  teams: 2,
  scoreLimit: HILL.scoreLimit,
  unit: 'seconds',
  timeLimitTicks: HILL.timeLimitTicks,
  overtimeTicks: HILL.overtimeTicks,
  lacks: (map) => (map.zones.length === 0 ? 'a hill' : lacksTeamSpawns(map)),
  setup(world, tick) {
    world.objectives = [objective('zone', 0, 0)];
    world.round = 0;
    moveZone(world, world.objectives[0] as Objective, tick);
  },
  onTick(world) {
    const zone = world.objectives[0];
    if (!zone) return;
    if (world.tick >= zone.untilTick) {
      moveZone(world, zone, world.tick);
      tell(world, zone, 'moved');
    }
    settle(world, zone);
    if (zone.state === 'held') score(world, zone);
  },
  goal,
};

/**
 * To the map's first zone, then each time to another one by chance: in a fixed order a side that is nearer to the second would
 * have it first in every match. `round` counts them.
 */
function moveZone(world: World, zone: Objective, tick: number): void {
  const { zones } = world.map;
  const now = zones.findIndex(({ x, y }) => x === zone.x && y === zone.y);
  const next = zones[world.round === 0 || zones.length < 2 ? 0 : (now + 1 + randomInt(world, zones.length - 1)) % zones.length];
  if (!next) return;
  Object.assign(zone, { x: next.x, y: next.y, halfWidth: next.halfWidth, halfHeight: next.halfHeight });
  zone.untilTick = tick + HILL.moveTicks;
  world.round++;
}

/** Who stands on it: one team holds it, two contest it. `fromTick` is when that began. */
function settle(world: World, zone: Objective): void {
  let teams = 0;
  for (const puck of world.pucks) {
    if (!puck.active || !puck.alive || !isInZone(zone, puck)) continue;
    teams |= 1 << puck.team;
    puck.objectiveTicks++;
  }
  const state = teams === 0 ? 'idle' : teams === 3 ? 'contested' : 'held';
  const team = state === 'held' ? teams >> 1 : -1;
  if (state === zone.state && team === zone.team) return;
  zone.state = state;
  zone.team = team;
  zone.fromTick = world.tick;
  tell(world, zone, state === 'held' ? 'held' : state === 'contested' ? 'contested' : 'lost');
}

/** A point at each full second of the clock: short stays count on average what they last, however often the zone is contested. */
function score(world: World, zone: Objective): void {
  if (world.tick % TICK_HZ !== 0) return;
  world.teamScores[zone.team] = (world.teamScores[zone.team] as number) + 1;
  for (const puck of world.pucks) if (puck.active && puck.alive && isInZone(zone, puck)) puck.score++;
}

function tell(world: World, zone: Objective, act: ZoneAct): void {
  world.events.push({ type: 'zone', tick: world.tick, team: zone.team, act });
}

/** The nearest of a team hold the zone, so many of them; the others keep enemies away from it. */
const HOLDERS = 1;
const GUARD = 400;

function goal(world: World, puck: Puck): Goal | undefined {
  const zone = world.objectives[0];
  if (!zone) return undefined;
  const inner = Math.min(zone.halfWidth, zone.halfHeight);
  const holds = nearerMates(world, puck, zone) < HOLDERS;
  return { x: zone.x, y: zone.y, intent: 'hold', radius: holds ? inner * 0.75 : inner + GUARD };
}

function nearerMates(world: World, puck: Puck, zone: Objective): number {
  const own = distanceTo(zone, puck);
  let count = 0;
  for (const mate of world.pucks) {
    if (mate === puck || !mate.active || !mate.alive || mate.team !== puck.team) continue;
    const theirs = distanceTo(zone, mate);
    if (theirs < own || (theirs === own && mate.slot < puck.slot)) count++;
  }
  return count;
}

const distanceTo = (zone: Objective, puck: Puck): number => (puck.x - zone.x) * (puck.x - zone.x) + (puck.y - zone.y) * (puck.y - zone.y);
