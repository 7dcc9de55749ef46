// What a room tells of those in it.

import type { PlayerReport } from '#shared/net/reports.ts';
import type { MatchState } from '#shared/net/schema.ts';
import type { World } from '#shared/sim/types.ts';

/** All who play, by slot. */
export function reportPlayers(world: World, state: MatchState): PlayerReport[] {
  return world.pucks
    .filter((puck) => puck.active)
    .map(({ slot, name, bot, score }) => {
      const { connected = true, roundTrip = 0 } = state.pucks[slot] ?? {};
      return { slot, name, bot, score, connected, roundTrip };
    });
}
