// What lists say of a room.

import type { PublicRoom } from '#shared/net/reports.ts';
import type { HostState } from '#shared/net/schema.ts';
import type { World } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { drain } from '../drain.ts';

interface Listed {
  code: string;
  world: World;
  host: HostState;
  people: number;
  spectators: number;
  /** Whether it takes a password. */
  password: boolean;
}

/** What anyone may know of a room now. */
export function listingOf({ code, world, host, people, spectators, password }: Listed): PublicRoom {
  const { mode, map, phase } = world;
  const leftS = (world.endTick - world.tick) / TICK_HZ;
  return {
    code,
    title: host.title,
    mode: mode.id,
    map: map.id,
    mapName: map.name,
    people,
    seats: host.cap,
    bots: world.pucks.filter(({ active, bot }) => active && bot).length,
    spectators,
    phase,
    endsAt: host.pauseS > 0 ? 0 : Math.round(Date.now() / 1000 + leftS),
    locked: host.locked,
    password,
    quick: people < host.cap && !host.locked && !password && !drain.on,
  };
}
