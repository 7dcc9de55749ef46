// What lists say of a room, to anyone and among servers.

import type { PublicRoom } from '#shared/net/reports.ts';
import type { HostState } from '#shared/net/schema.ts';
import type { World } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { drain } from '../drain.ts';
import type { Seats } from './seats.ts';

interface Listed {
  code: string;
  world: World;
  host: HostState;
  /** Whether the match stands still. */
  halts: boolean;
  seats: Seats;
  /** Whether it takes a password. */
  password: boolean;
}

/** A room's line in the framework's list, which servers share. */
export interface Listing extends PublicRoom {
  /** The word of each who plays there with a party; nobody else's business. */
  parties: string[];
}

/** What is to be listed of a room now. */
export function listingOf({ code, world, host, halts, seats, password }: Listed): Listing {
  const { mode, map, phase } = world;
  const { players: people, spectators } = seats;
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
    endsAt: halts ? 0 : Math.round(Date.now() / 1000 + leftS),
    locked: host.locked,
    password,
    quick: people < host.cap && !host.locked && host.pauseS === 0 && !password && !drain.on,
    parties: [...seats.entries()].map(([, { holder }]) => holder.party).filter((party) => party !== ''),
  };
}

/** What anyone may know of a listed room; nothing of one that was not described yet. */
export function publicOf(listed: Partial<Listing> | undefined): PublicRoom | undefined {
  if (!listed?.code) return undefined;
  const { parties: _parties, ...shown } = listed as Listing;
  return shown;
}
