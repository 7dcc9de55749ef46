// Capture the flag: touch the enemy's to take it, carry it to your own while that is at home. Who carries does not dash.

import type { Goal, Mode } from '../sim/mode.ts';
import { objective } from '../sim/objectives.ts';
import { touches } from '../sim/pickups.ts';
import type { FlagAct, Objective, Puck, World } from '../sim/types.ts';
import { FLAGS } from '../tuning.ts';
import { lacksTeamSpawns } from './needs.ts';

export const ctf: Mode = {
  id: 'ctf',
  name: 'Capture the flag',
  teams: 2,
  scoreLimit: FLAGS.scoreLimit,
  unit: 'captures',
  timeLimitTicks: FLAGS.timeLimitTicks,
  overtimeTicks: FLAGS.overtimeTicks,
  lacks(map) {
    for (const team of [0, 1]) if (map.flags.filter((flag) => flag.team === team).length !== 1) return `one flag of team ${team}`;
    return lacksTeamSpawns(map);
  },
  /** By team: the flag of team 0 is the first. */
  setup(world) {
    world.objectives = [...world.map.flags].sort((a, b) => a.team - b.team).map(({ x, y, team }) => objective('flag', x, y, { team }));
  },
  onKill(_world, { by, victim }) {
    if (by && by.team !== victim.team) by.score++;
  },
  onTick(world) {
    for (const flag of world.objectives) stepFlag(world, flag);
    for (const puck of world.pucks) if (puck.active && puck.alive) touchFlags(world, puck);
  },
  goal,
};

function stepFlag(world: World, flag: Objective): void {
  if (flag.state === 'held') {
    const carrier = world.pucks[flag.holder];
    if (carrier?.active && carrier.alive && carrier.carries >= 0) {
      flag.x = carrier.x;
      flag.y = carrier.y;
      carrier.objectiveTicks++;
    } else {
      drop(world, flag);
    }
  } else if (flag.state === 'loose' && world.tick >= flag.untilTick) {
    sendHome(world, flag);
    tell(world, flag, -1, 'returned');
  }
}

function drop(world: World, flag: Objective): void {
  tell(world, flag, flag.holder, 'dropped');
  flag.state = 'loose';
  flag.holder = -1;
  flag.untilTick = world.tick + FLAGS.returnTicks;
}

function sendHome(world: World, flag: Objective): void {
  const home = world.map.flags.find(({ team }) => team === flag.team);
  if (home) {
    flag.x = home.x;
    flag.y = home.y;
  }
  flag.state = 'idle';
  flag.holder = -1;
  flag.untilTick = 0;
}

function touchFlags(world: World, puck: Puck): void {
  for (const flag of world.objectives) {
    if (flag.state === 'held' || !touches(puck, flag.x, flag.y, FLAGS.touch)) continue;
    if (flag.team !== puck.team) take(world, flag, puck);
    else if (flag.state === 'loose') bringBack(world, flag, puck);
    else if (puck.carries >= 0) capture(world, puck);
  }
}

function take(world: World, flag: Objective, puck: Puck): void {
  flag.state = 'held';
  flag.holder = puck.slot;
  flag.untilTick = 0;
  puck.carries = world.objectives.indexOf(flag);
  tell(world, flag, puck.slot, 'taken');
}

function bringBack(world: World, flag: Objective, puck: Puck): void {
  sendHome(world, flag);
  puck.score += FLAGS.returnPoints;
  tell(world, flag, puck.slot, 'returned');
}

function capture(world: World, puck: Puck): void {
  const flag = world.objectives[puck.carries];
  puck.carries = -1;
  if (!flag) return;
  sendHome(world, flag);
  puck.score += FLAGS.capturePoints;
  world.teamScores[puck.team] = (world.teamScores[puck.team] as number) + 1;
  tell(world, flag, puck.slot, 'captured');
}

function tell(world: World, flag: Objective, slot: number, act: FlagAct): void {
  world.events.push({ type: 'flag', tick: world.tick, slot, team: flag.team, act });
}

/** Near its base a carrier waits for its own flag; guards keep so near to theirs, and an escort to the carrier. */
const WAITS = 150;
const GUARDS = 260;
const ESCORTS = 160;
/** Every second of a team guards, the first too. */
const GUARD_EVERY = 2;

/** Carriers go home, guards stay there and chase who took the flag, the others fetch and escort; all see the flags, as everybody does. */
function goal(world: World, puck: Puck): Goal | undefined {
  const own = world.objectives[puck.team];
  const theirs = world.objectives[1 - puck.team];
  const home = world.map.flags.find(({ team }) => team === puck.team);
  if (!own || !theirs || !home) return undefined;
  if (puck.carries >= 0) return own.state === 'idle' ? goalAt(home, 'carry', 0) : goalAt(home, 'hold', WAITS);
  if (own.state === 'loose') return goalAt(own, 'return', 0);
  const guards = rankInTeam(world, puck) % GUARD_EVERY === 0;
  // With both flags away nobody can score: all but the carrier go for their own.
  if (own.state === 'held' && (guards || theirs.state === 'held')) return stop(world, puck, own);
  if (guards) return goalAt(home, 'hold', GUARDS);
  return theirs.state === 'held' ? goalAt(placeOf(world, theirs), 'escort', ESCORTS) : goalAt(theirs, 'attack', 0);
}

/** To stop who carries the flag: whoever is nearer to where it is carried waits there, the others follow. */
function stop(world: World, puck: Puck, flag: Objective): Goal {
  const carrier = placeOf(world, flag);
  const end = world.map.flags.find(({ team }) => team !== flag.team);
  const isAhead = end && distanceBetween(end, puck) < distanceBetween(end, carrier);
  return isAhead ? goalAt(end, 'hold', GUARDS) : goalAt(carrier, 'attack', 0);
}

const distanceBetween = (a: Place, b: Place): number => (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);

function goalAt({ x, y }: Place, intent: Goal['intent'], radius: number): Goal {
  return { x, y, intent, radius };
}

interface Place {
  x: number;
  y: number;
}

/** Where a flag is: carried, with its carrier. */
function placeOf(world: World, flag: Objective): Place {
  return world.pucks[flag.holder] ?? flag;
}

/** The puck's place among its team's slots, from 0. */
function rankInTeam(world: World, puck: Puck): number {
  let rank = 0;
  for (const other of world.pucks) if (other.active && other.team === puck.team && other.slot < puck.slot) rank++;
  return rank;
}
