// World to wire and back: the one place that knows how numbers are packed. The server calls `publish` before a patch;
// whoever receives it reads pucks and bolts with the other functions.

import { launch, lifeTicks } from '../sim/flight.ts';
import type { ArenaMap } from '../sim/map.ts';
import { objective } from '../sim/objectives.ts';
import { type Bolt, OBJECTIVE_KINDS, OBJECTIVE_STATES, type Objective, PHASES, type Phase, type Puck, type World } from '../sim/types.ts';
import { GRID } from '../tuning.ts';
import { BoltState, type MatchState, ObjectiveState, PuckState } from './schema.ts';

const high = (packed: number): number => packed >>> 16;
const low = (packed: number): number => packed & 0xffff;
const signed = (value: number): number => (value << 16) >> 16;

/** Two values on the grid in one uint32, 16 bits each. */
function pack(a: number, b: number): number {
  return ((((a * GRID) & 0xffff) << 16) | ((b * GRID) & 0xffff)) >>> 0;
}

/** Writes the whole world into the schema; only what differs is sent. `joinTicks` by slot. */
export function publish(world: World, state: MatchState, joinTicks: ArrayLike<number>): void {
  state.tick = world.tick;
  state.startTick = world.startTick;
  state.endTick = world.endTick;
  state.phase = PHASES.indexOf(world.phase);
  state.scoreLimit = world.scoreLimit;
  state.friendlyFire = world.friendlyFire;
  state.round = world.round;
  publishObjectives(world, state);
  while (state.pucks.length < world.pucks.length && hasActiveFrom(world, state.pucks.length)) state.pucks.push(new PuckState());
  while (state.bolts.length < world.bolts.length && hasUsedFrom(world, state.bolts.length)) state.bolts.push(new BoltState());
  // forEach, because the schema's array is a proxy: reading it by index is a search of its own.
  state.pucks.forEach((to, slot) => {
    publishPuck(world, world.pucks[slot] as Puck, to, joinTicks[slot] as number);
  });
  state.bolts.forEach((to, slot) => {
    publishBolt(world.bolts[slot] as Bolt, to);
  });
}

function publishObjectives(world: World, state: MatchState): void {
  const { teamScores, objectives, pickups } = world;
  copyNumbers(teamScores.length, (i) => teamScores[i] as number, state.teamScores);
  copyNumbers(pickups.length, (i) => pickups[i]?.readyTick as number, state.pickups);
  while (state.objectives.length > objectives.length) state.objectives.pop();
  while (state.objectives.length < objectives.length) state.objectives.push(new ObjectiveState());
  state.objectives.forEach((to, i) => {
    publishObjective(objectives[i] as Objective, to);
  });
}

function copyNumbers(count: number, at: (i: number) => number, to: MatchState['pickups']): void {
  while (to.length > count) to.pop();
  for (let i = 0; i < count; i++) if (to[i] !== at(i)) to[i] = at(i);
}

function publishObjective(from: Objective, to: ObjectiveState): void {
  to.kind = OBJECTIVE_KINDS.indexOf(from.kind);
  to.state = OBJECTIVE_STATES.indexOf(from.state);
  to.team = from.team;
  to.holder = from.holder;
  // Where a carried one is everybody sees.
  if (from.holder < 0) to.pos = pack(from.x, from.y);
  to.half = pack(from.halfWidth, from.halfHeight);
  to.fromTick = from.fromTick;
  to.untilTick = from.untilTick;
}

function hasActiveFrom(world: World, slot: number): boolean {
  for (let i = slot; i < world.pucks.length; i++) if (world.pucks[i]?.active) return true;
  return false;
}

function hasUsedFrom(world: World, slot: number): boolean {
  for (let i = slot; i < world.bolts.length; i++) if ((world.bolts[i] as Bolt).endTick >= 0) return true;
  return false;
}

function publishPuck(world: World, puck: Puck, to: PuckState, joinTick: number): void {
  to.active = puck.active;
  if (!puck.active) return;
  to.bot = puck.bot;
  to.name = puck.name;
  to.team = puck.team;
  to.pos = pack(puck.x, puck.y);
  to.vel = pack(puck.vx, puck.vy);
  to.aim = puck.aim;
  to.mx = puck.mx;
  to.my = puck.my;
  to.buttons = puck.buttons;
  to.joinTick = joinTick;
  to.lag = world.tick - joinTick - puck.step;
  to.alive = puck.alive;
  to.health = puck.health;
  to.respawnTick = puck.respawnTick;
  to.energyFullAt = puck.energyFullAt;
  to.shotReadyAt = puck.shotReadyAt;
  to.dashFullAt = puck.dashFullAt;
  to.dashEndsAt = puck.dashEndsAt;
  to.parryEndsAt = puck.parryEndsAt;
  to.parryReadyAt = puck.parryReadyAt;
  to.shieldEndsAt = puck.shieldEndsAt;
  to.rootedUntil = puck.rootedUntil;
  to.life = puck.life;
  to.overcharge = puck.overcharge;
  to.guard = puck.guard;
  to.carries = puck.carries;
  to.score = puck.score;
  to.kills = puck.kills;
  to.deaths = puck.deaths;
}

function publishBolt(bolt: Bolt, to: BoltState): void {
  if (bolt.endTick < 0) return;
  if (to.generation !== bolt.generation) {
    to.generation = bolt.generation;
    to.spawnTick = bolt.spawnTick;
    to.x = bolt.spawnX * GRID;
    to.y = bolt.spawnY * GRID;
    to.aim = bolt.aim;
    to.level = bolt.spawnLevel;
    to.parries = bolt.parries;
    to.owner = bolt.owner;
    to.endTick = 0;
  }
  // An end by a wall or by age is everybody's own knowledge; only an end by a hit is news.
  if (bolt.cut && to.endTick === 0) to.endTick = bolt.endTick;
}

/** Reads a received puck at a tick of the state into `to`. Returns `to`. */
export function readPuck(from: PuckState, tick: number, slot: number, to: Puck): Puck {
  to.slot = slot;
  to.active = from.active;
  to.bot = from.bot;
  to.name = from.name;
  to.team = from.team;
  to.x = high(from.pos) / GRID;
  to.y = low(from.pos) / GRID;
  to.vx = signed(high(from.vel)) / GRID;
  to.vy = signed(low(from.vel)) / GRID;
  to.aim = from.aim;
  to.mx = from.mx;
  to.my = from.my;
  to.buttons = from.buttons;
  to.step = tick - from.joinTick - from.lag;
  to.alive = from.alive;
  to.health = from.health;
  to.respawnTick = from.respawnTick;
  to.energyFullAt = from.energyFullAt;
  to.shotReadyAt = from.shotReadyAt;
  to.dashFullAt = from.dashFullAt;
  to.dashEndsAt = from.dashEndsAt;
  to.parryEndsAt = from.parryEndsAt;
  to.parryReadyAt = from.parryReadyAt;
  to.shieldEndsAt = from.shieldEndsAt;
  to.rootedUntil = from.rootedUntil;
  to.life = from.life;
  to.overcharge = from.overcharge;
  to.guard = from.guard;
  to.carries = from.carries;
  to.score = from.score;
  to.kills = from.kills;
  to.deaths = from.deaths;
  return to;
}

/** The phase of a received match. */
export function phaseOf(state: MatchState): Phase {
  return PHASES[state.phase] ?? 'waiting';
}

/** Reads received objectives into `to`, reusing what is there. One that is carried stays where it was: its carrier tells. */
export function readObjectives(state: MatchState, to: Objective[]): void {
  to.length = Math.min(to.length, state.objectives.length);
  state.objectives.forEach((from, i) => {
    to[i] ??= objective('flag', 0, 0);
    const read = to[i] as Objective;
    read.kind = OBJECTIVE_KINDS[from.kind] ?? 'flag';
    read.state = OBJECTIVE_STATES[from.state] ?? 'idle';
    read.team = from.team;
    read.holder = from.holder;
    if (from.holder < 0) {
      read.x = high(from.pos) / GRID;
      read.y = low(from.pos) / GRID;
    }
    read.halfWidth = high(from.half) / GRID;
    read.halfHeight = low(from.half) / GRID;
    read.fromTick = from.fromTick;
    read.untilTick = from.untilTick;
  });
}

/** Reads a received bolt's spawn into `to`, at its muzzle, not yet flown. Returns `to`. */
export function readBolt(from: BoltState, slot: number, map: ArenaMap, to: Bolt): Bolt {
  launch(to, from.x / GRID, from.y / GRID, from.aim, from.level, from.parries);
  to.slot = slot;
  to.live = true;
  to.generation = from.generation;
  to.owner = from.owner;
  to.spawnTick = from.spawnTick;
  to.spawnX = to.x;
  to.spawnY = to.y;
  to.aim = from.aim;
  to.spawnLevel = from.level;
  to.endTick = from.spawnTick + lifeTicks(map);
  return to;
}
