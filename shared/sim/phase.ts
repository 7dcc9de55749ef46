// The life of a match: waiting, countdown, live, overtime, results. Asked after each tick; every change is an event.

import { MATCH, PUCK } from '../tuning.ts';
import { endBolt } from './bolts.ts';
import { spawnPuck } from './respawn.ts';
import { isEnough, isTied, topScore } from './scores.ts';
import type { Phase, Puck, World } from './types.ts';

/** Whether points are to be had. */
export function isPlaying({ phase }: { phase: Phase }): boolean {
  return phase === 'live' || phase === 'overtime';
}

/** Moves the match on where it is time to. */
export function stepPhase(world: World): void {
  switch (world.phase) {
    case 'waiting':
      if (isEnough(world)) begin(world);
      break;
    case 'countdown':
      if (!isEnough(world)) wait(world);
      else if (world.tick >= world.endTick) goLive(world);
      break;
    case 'live':
      world.mode.onTick?.(world);
      if (isDecided(world)) finish(world);
      else if (world.tick >= world.endTick) endTime(world);
      break;
    case 'overtime':
      world.mode.onTick?.(world);
      if (isDecided(world) || !isTied(world) || world.tick >= world.endTick) finish(world);
      break;
    case 'results':
      break;
  }
}

/** Puts a puck to its place at a match's or a round's beginning, still until `ticks` have passed. */
export function rootPuck(world: World, puck: Puck, ticks: number): void {
  spawnPuck(world, puck);
  if (ticks <= 0) return;
  puck.rootedUntil = puck.step + ticks;
  puck.shieldEndsAt = puck.rootedUntil + PUCK.spawnShieldTicks;
}

/** Puts everybody to their places and ends all bolts. */
export function lineUp(world: World, ticks: number): void {
  for (const bolt of world.bolts) if (bolt.live) endBolt(world, bolt, true);
  // First off the floor, so that nobody's old place keeps another from a spawn.
  for (const puck of world.pucks) puck.alive = false;
  for (const puck of world.pucks) if (puck.active) rootPuck(world, puck, ticks);
}

function enter(world: World, phase: Phase, endTick: number): void {
  world.phase = phase;
  world.endTick = endTick;
  world.events.push({ type: 'phase', tick: world.tick, phase });
}

function wait(world: World): void {
  world.objectives = [];
  enter(world, 'waiting', world.tick + MATCH.waitingTicks);
}

/** All start anew: what was played while waiting does not count. */
function begin(world: World): void {
  const { countdownTicks, mode } = world;
  const liveTick = world.tick + countdownTicks;
  for (const puck of world.pucks) puck.score = puck.kills = puck.deaths = puck.objectiveTicks = 0;
  world.teamScores.fill(0);
  for (const pickup of world.pickups) pickup.readyTick = liveTick;
  world.objectives = [];
  world.round = 0;
  mode.setup?.(world, liveTick);
  lineUp(world, countdownTicks);
  if (countdownTicks > 0) enter(world, 'countdown', liveTick);
  else goLive(world);
}

function goLive(world: World): void {
  enter(world, 'live', world.tick + world.timeLimitTicks);
}

function isDecided(world: World): boolean {
  return topScore(world) >= world.scoreLimit || (world.mode.isWon?.(world) ?? false);
}

function endTime(world: World): void {
  const { overtimeTicks } = world.mode;
  if (overtimeTicks > 0 && isTied(world)) enter(world, 'overtime', world.tick + overtimeTicks);
  else finish(world);
}

/** A match that is played goes to its results now. */
export function endMatch(world: World): void {
  if (isPlaying(world)) finish(world);
}

function finish(world: World): void {
  enter(world, 'results', world.tick + MATCH.resultsTicks);
}
