// What modes need of a map.

import type { ArenaMap } from '../sim/map.ts';

/** Spawns for each of two teams, or for anyone. */
export function lacksTeamSpawns(map: ArenaMap): string | undefined {
  const team = [0, 1].find((own) => !map.spawns.some((spawn) => spawn.team === own || spawn.team < 0));
  return team === undefined ? undefined : `a spawn for team ${team}`;
}
