// The world and its tick. The order of a tick is a contract that prediction and replays rely on: bolts fly and hit, the
// dead come back, pucks take their commands and fire, then pick up what they touch, the mode looks at it all.

import { MATCH, MAX_BOLTS, MAX_PUCKS, PICKUP } from '../tuning.ts';
import { endBolt, spawnBolt, stepBolt } from './bolts.ts';
import type { CommandBatch } from './commands.ts';
import type { ArenaMap } from './map.ts';
import type { Mode } from './mode.ts';
import { isPlaying, rootPuck, stepPhase } from './phase.ts';
import { stepPickups } from './pickups.ts';
import { DID, stepPuck } from './puck.ts';
import { placePuck } from './respawn.ts';
import type { Bolt, Puck, World } from './types.ts';

export interface WorldSettings {
  map: ArenaMap;
  mode: Mode;
  /** uint32 */
  seed: number;
  /** Tick from which the match counts; 0 unless a room goes on to its next match. */
  startTick?: number;
  friendlyFire?: boolean;
  /** A match that waits for pucks, or, without this, one that is live at once. */
  opening?: 'waiting' | 'live';
  /** From enough pucks to the match; 0 begins at once. */
  countdownTicks?: number;
  /** In place of the mode's own. */
  scoreLimit?: number;
  timeLimitTicks?: number;
}

/** A world without pucks, at its first tick. */
export function createWorld(settings: WorldSettings): World {
  const { map, mode, startTick = 0, opening = 'live' } = settings;
  const timeLimitTicks = settings.timeLimitTicks ?? mode.timeLimitTicks;
  const world: World = {
    map,
    mode,
    friendlyFire: settings.friendlyFire ?? false,
    countdownTicks: settings.countdownTicks ?? MATCH.countdownTicks,
    scoreLimit: settings.scoreLimit ?? mode.scoreLimit,
    timeLimitTicks,
    tick: startTick,
    startTick,
    phase: opening,
    endTick: startTick + (opening === 'live' ? timeLimitTicks : MATCH.waitingTicks),
    rng: settings.seed >>> 0,
    teamScores: Array.from({ length: mode.teams }, () => 0),
    round: 0,
    objectives: [],
    pickups: map.pickups.map(({ kind, x, y }) => ({ kind, x, y, readyTick: startTick })),
    pucks: Array.from({ length: MAX_PUCKS }, (_, slot) => emptyPuck(slot)),
    bolts: Array.from({ length: MAX_BOLTS }, (_, slot) => emptyBolt(slot)),
    events: [],
  };
  if (opening === 'live') mode.setup?.(world, startTick);
  return world;
}

/** A seat that nobody holds. */
export function emptyPuck(slot: number): Puck {
  return {
    slot,
    active: false,
    bot: false,
    name: '',
    team: 0,
    x: 0,
    y: 0,
    vx: 0,
    vy: 0,
    aim: 0,
    mx: 0,
    my: 0,
    buttons: 0,
    step: 0,
    alive: false,
    health: 0,
    respawnTick: 0,
    energyFullAt: 0,
    shotReadyAt: 0,
    dashFullAt: 0,
    dashEndsAt: 0,
    parryEndsAt: 0,
    parryReadyAt: 0,
    shieldEndsAt: 0,
    rootedUntil: 0,
    life: 0,
    overcharge: 0,
    guard: 0,
    carries: -1,
    objectiveTicks: 0,
    hitBy: -1,
    hitTick: 0,
    score: 0,
    kills: 0,
    deaths: 0,
  };
}

/** A slot that has never held a bolt; `endTick` -1 is before every tick. */
export function emptyBolt(slot: number): Bolt {
  return {
    slot,
    live: false,
    generation: 0,
    owner: 0,
    spawnTick: 0,
    spawnX: 0,
    spawnY: 0,
    aim: 0,
    spawnLevel: 0,
    endTick: -1,
    cut: false,
    x: 0,
    y: 0,
    dx: 1,
    dy: 0,
    speed: 0,
    level: 0,
    bounces: 0,
    contacts: 0,
    run: 0,
    parries: 0,
  };
}

export interface Seat {
  slot: number;
  name: string;
  bot: boolean;
  team: number;
}

/** Fills a seat: the puck starts anew and comes to life as soon as the mode lets it; until then it lies where it might. Throws when
 * the seat is taken. */
export function joinPuck(world: World, seat: Seat): Puck {
  const puck = world.pucks[seat.slot];
  if (!puck || puck.active) throw new Error(`seat ${seat.slot} is not free`);
  Object.assign(puck, emptyPuck(seat.slot), seat, { active: true });
  if (mayLive(world, puck)) rootPuck(world, puck, ticksToStart(world));
  else placePuck(world, puck);
  return puck;
}

/** Empties a seat; its bolts end with it, since the slot may soon be another's. */
export function leavePuck(world: World, slot: number): void {
  const puck = world.pucks[slot];
  if (!puck?.active) return;
  Object.assign(puck, emptyPuck(slot));
  for (const objective of world.objectives) if (objective.holder === slot) objective.holder = -1;
  for (const bolt of world.bolts) if (bolt.live && bolt.owner === slot) endBolt(world, bolt, true);
  for (const other of world.pucks) if (other.hitBy === slot) other.hitBy = -1;
}

/** Advances the world by one tick with the commands of that tick. Joins and leaves come before it. */
export function stepWorld(world: World, commands: CommandBatch): void {
  world.events.length = 0;
  world.tick++;
  for (const bolt of world.bolts) if (bolt.live) stepBolt(world, bolt);
  for (const puck of world.pucks) {
    if (puck.active && !puck.alive && world.tick >= puck.respawnTick && mayLive(world, puck)) rootPuck(world, puck, ticksToStart(world));
  }
  for (const puck of world.pucks) if (puck.active) takeCommands(world, puck, commands);
  if (isPlaying(world)) stepPickups(world);
  stepPhase(world);
}

function mayLive(world: World, puck: Puck): boolean {
  return !isPlaying(world) || (world.mode.mayLive?.(world, puck) ?? true);
}

/** Ticks for which who comes to life now has to stand still, as all the others have. */
function ticksToStart(world: World): number {
  if (world.phase === 'countdown') return world.endTick - world.tick;
  return isPlaying(world) ? (world.mode.ticksToStart?.(world) ?? 0) : 0;
}

function takeCommands(world: World, puck: Puck, commands: CommandBatch): void {
  const count = commands.countOf(puck.slot);
  for (let i = 0; i < count; i++) {
    const did = stepPuck(puck, commands.at(puck.slot, i), world.map);
    if (did & DID.fire) {
      const level = did & DID.hot ? PICKUP.overchargeLevel : 0;
      const bolt = spawnBolt(world, puck.slot, puck.x, puck.y, puck.aim, level, 0);
      world.events.push({ type: 'shot', tick: world.tick, slot: puck.slot, bolt: bolt.slot });
    }
  }
}
