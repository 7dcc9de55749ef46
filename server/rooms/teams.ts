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

/** People that a side may have more than another: bots fill up what friends leave open. */
const mostMore = (filled: boolean): number => (filled ? 2 : 1);

/**
 * The side that a person joins: that of their friends (`mates`, slots) if it stays fair, else with fewer people, then with
 * fewer points, then the first. `filled` where bots fill up the sides.
 */
export function sideToJoin(world: World, mates: readonly number[] = [], filled = false): number {
  const people = peopleBySide(world);
  let best = 0;
  for (let side = 1; side < people.length; side++) {
    const fewer = (people[side] as number) - (people[best] as number);
    if (fewer < 0 || (fewer === 0 && (world.teamScores[side] ?? 0) < (world.teamScores[best] ?? 0))) best = side;
  }
  const theirs = people.map((_, side) => mates.filter((slot) => sideOf(world, slot) === side).length);
  const wanted = theirs.indexOf(Math.max(...theirs));
  const more = (people[wanted] as number) + 1 - (people[best] as number);
  return mates.length > 0 && more <= mostMore(filled) ? wanted : best;
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

/**
 * A new match's moves: from which slot to which side so that no side has two people more than another. Those without
 * friends on their side go first, then the last slots; friends stay together where bots fill the other side up.
 */
export function movesToBalance(
  world: World,
  partyOf: (slot: number) => string = () => '',
  filled = false,
): { slot: number; side: number }[] {
  const people = peopleBySide(world);
  const moves: { slot: number; side: number }[] = [];
  const here = world.pucks.filter(({ active, bot }) => active && !bot);
  const hasMate = (slot: number): boolean =>
    here.some((other) => {
      return (
        other.slot !== slot &&
        sideOf(world, other.slot) === sideOf(world, slot) &&
        partyOf(slot) !== '' &&
        partyOf(other.slot) === partyOf(slot)
      );
    });
  const loose = here.filter(({ slot }) => !hasMate(slot)).reverse();
  const mates = here.filter(({ slot }) => hasMate(slot)).reverse();
  for (const { slot } of [...loose, ...mates]) {
    const from = sideOf(world, slot);
    const to = people.indexOf(Math.min(...people));
    const most = hasMate(slot) ? mostMore(filled) : 1;
    if ((people[from] as number) - (people[to] as number) <= most) continue;
    people[from] = (people[from] as number) - 1;
    people[to] = (people[to] as number) + 1;
    moves.push({ slot, side: to });
  }
  return moves;
}
