// Who sits where: the team that a person joins, and how many bots each team gets. A seat's team is fixed by its slot
// (seatTeam): with two teams the even slots are the first's.

import { seatTeam } from '#shared/sim/scores.ts';
import type { World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';

/** Sides of a match: its teams, or one of all. */
export const sidesOf = (world: World): number => Math.max(1, world.mode.teams);

/** The side of a slot. */
export const sideOf = (world: World, slot: number): number => seatTeam(slot, world.mode.teams);

/** People by side. */
export function peopleBySide(world: World): number[] {
  const people = Array.from({ length: sidesOf(world) }, () => 0);
  for (const { slot, active, bot } of world.pucks)
    if (active && !bot) people[sideOf(world, slot)] = (people[sideOf(world, slot)] as number) + 1;
  return people;
}

/** The side that a person joins: with fewer people, then with fewer points, then the first. */
export function sideToJoin(world: World): number {
  const people = peopleBySide(world);
  let best = 0;
  for (let side = 1; side < people.length; side++) {
    const fewer = (people[side] as number) - (people[best] as number);
    if (fewer < 0 || (fewer === 0 && (world.teamScores[side] ?? 0) < (world.teamScores[best] ?? 0))) best = side;
  }
  return best;
}

/** How many bots each side should have: up to the target in all, and the same number of pucks on each. */
export function botsBySide(people: readonly number[], target: number): number[] {
  const size = Math.min(MAX_PUCKS / people.length, Math.max(Math.ceil(target / people.length), ...people));
  return people.map((count) => (target > 0 ? size - count : 0));
}

/** The lowest free slot of a side, -1 when all are taken. */
export function freeSlot(world: World, side: number): number {
  return world.pucks.findIndex((puck) => !puck.active && sideOf(world, puck.slot) === side);
}

/** A new match's moves: from which slot to which side so that no side has two people more than another. Last slots go first. */
export function movesToBalance(world: World): { slot: number; side: number }[] {
  const people = peopleBySide(world);
  const moves: { slot: number; side: number }[] = [];
  for (const { slot, active, bot } of world.pucks.toReversed()) {
    const from = sideOf(world, slot);
    const to = people.indexOf(Math.min(...people));
    if (!active || bot || (people[from] as number) - (people[to] as number) < 2) continue;
    people[from] = (people[from] as number) - 1;
    people[to] = (people[to] as number) + 1;
    moves.push({ slot, side: to });
  }
  return moves;
}
