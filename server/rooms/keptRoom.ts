// A room as it is kept for the case that the server is restarted: what is needed to open it again under its code, with the
// match as it was and everybody's seat waiting for them. Written off the ticks; read once, when the server starts.

import { z } from 'zod';
import { modeOf } from '#shared/modes/index.ts';
import { RULES } from '#shared/replay/rules.ts';
import { readWorld, writeWorld } from '#shared/replay/worldText.ts';
import type { World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { log } from '../log.ts';
import { maps } from '../maps.ts';
import type { KeptMatch } from '../store/records.ts';
import { keptPassword } from './hostPassword.ts';
import { roomOptions } from './options.ts';

/** Written by another version: not read. */
const VERSION = 1;
/** What was kept longer ago is nobody's match any more. */
export const KEPT_MS = 120_000;

const slot = z
  .int()
  .min(0)
  .max(MAX_PUCKS - 1);

const seat = z.object({
  slot,
  identity: z.string(),
  address: z.string(),
  since: z.number(),
  name: z.string(),
  party: z.string(),
  /** Runs the room. */
  host: z.boolean(),
});
export type KeptSeat = z.infer<typeof seat>;

const known = z.object({ identity: z.string(), address: z.string(), at: z.number() });

const keptRoom = z.object({
  version: z.literal(VERSION),
  rules: z.literal(RULES),
  code: z.string(),
  options: roomOptions,
  password: keptPassword.optional(),
  locked: z.boolean(),
  pauseS: z.number(),
  map: z.string(),
  mapHash: z.number(),
  world: z.string(),
  joinTicks: z.array(z.int()).length(MAX_PUCKS),
  seats: z.array(seat),
  bans: z.array(known.extend({ until: z.number() })),
  mutes: z.array(known).default([]),
});

/** What a room says of itself to be kept. */
export type RoomToKeep = Omit<z.infer<typeof keptRoom>, 'version' | 'rules' | 'map' | 'mapHash' | 'world' | 'joinTicks'> & {
  world: World;
  joinTicks: Uint32Array;
};

/** A room to open again. */
export type KeptRoom = RoomToKeep;

/** The text of a room. */
export function writeRoom({ world, joinTicks, ...room }: RoomToKeep): string {
  const { id, hash } = world.map;
  const text = { version: VERSION, rules: RULES, ...room, map: id, mapHash: hash, world: writeWorld(world), joinTicks: [...joinTicks] };
  return JSON.stringify(text);
}

/** The room of a text; nothing for one that cannot go on, because of an update, or because its map was changed. */
export function readRoom({ code, body }: KeptMatch): KeptRoom | undefined {
  try {
    const { version, rules, map: mapId, mapHash, world, joinTicks, ...room } = keptRoom.parse(JSON.parse(body));
    const stored = maps.get(mapId);
    if (stored?.map.hash !== mapHash) throw new Error(`map ${mapId} is another one now`);
    return { ...room, world: readWorld(world, stored.map, modeOf(room.options.mode)), joinTicks: Uint32Array.from(joinTicks) };
  } catch (error) {
    log.warn({ err: error, room: code }, 'a match cannot go on');
    return undefined;
  }
}
