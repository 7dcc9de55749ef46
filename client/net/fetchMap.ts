// The match's map, asked for at the room and checked like any input.

import { readTiledMap } from '#shared/maps/tiled.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { MatchSource } from './source.ts';

/** The map of the match, checked like any input. Rejects when it is not the one that the server plays. */
export async function fetchMap(room: Pick<MatchSource, 'state' | 'request'>): Promise<ArenaMap> {
  const map = readTiledMap(room.state.map, String(await room.request(MESSAGE.map)));
  if (map.hash !== room.state.mapHash) throw new Error(`the server's map ${map.id} does not match its digest`);
  return map;
}
