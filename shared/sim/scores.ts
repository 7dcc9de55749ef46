// Who leads, and who fights whom: what differs between modes of teams and those of every puck on its own.

import type { Puck, World } from './types.ts';

/** A seat's team: its slot says it for ever, so that a colour never changes hands. 0 without teams. */
export function seatTeam(slot: number, teams: number): number {
  return slot % Math.max(1, teams);
}

/** Whether two pucks are of one team. */
export function areMates(world: World, a: Puck, b: Puck): boolean {
  return a === b || (world.mode.teams > 0 && a.team === b.team);
}

/** Pucks in play with their score, best first; the lower slot on a tie. */
export function standings(world: World): Puck[] {
  return world.pucks.filter((puck) => puck.active).sort((a, b) => b.score - a.score || a.slot - b.slot);
}

/** The highest score, of a team in modes of teams, else of a puck. Without pucks -Infinity. */
export function topScore(world: World): number {
  let top = Number.NEGATIVE_INFINITY;
  if (world.mode.teams > 0) for (const score of world.teamScores) top = Math.max(top, score);
  else for (const puck of world.pucks) if (puck.active) top = Math.max(top, puck.score);
  return top;
}

/** Whether several have the highest score. */
export function isTied(world: World): boolean {
  const top = topScore(world);
  let count = 0;
  if (world.mode.teams > 0) for (const score of world.teamScores) count += score === top ? 1 : 0;
  else for (const puck of world.pucks) count += puck.active && puck.score === top ? 1 : 0;
  return count !== 1;
}

/** Whether there are enough pucks for a match: two, in modes of teams one in each. */
export function isEnough(world: World): boolean {
  let count = 0;
  let teams = 0;
  for (const puck of world.pucks) {
    if (!puck.active) continue;
    count++;
    teams |= 1 << puck.team;
  }
  return world.mode.teams > 0 ? teams === (1 << world.mode.teams) - 1 : count >= 2;
}
