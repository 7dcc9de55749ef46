// The match's map, asked for at the room and checked like any input.

import { readTiledMap } from '#shared/maps/tiled.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { MatchSource } from './source.ts';

/** The map of the match, checked like any input. Rejects when it is not the one that the server plays. */
export async function fetchMap(room: Pick<MatchSource, 'state' | 'request' | 'onStateChange'>): Promise<ArenaMap> {
  const map = await ask(room);
  if (map.hash === room.state.mapHash) return map;
  // The match went on to another map meanwhile: the next state says which.
  await new Promise<void>((resolve) => void room.onStateChange(() => resolve()));
  const again = await ask(room);
  if (again.hash !== room.state.mapHash) throw new Error(`the server's map ${again.id} does not match its digest`);
  return again;
}

async function ask(room: Pick<MatchSource, 'state' | 'request'>): Promise<ArenaMap> {
  const text = String(await room.request(MESSAGE.map));
  return readTiledMap(room.state.map, text);
}

/** The map that the match goes on to. Nothing can be foreseen on one that is not there yet: no commands until it is. */
export class NextMap {
  /** Whether it is on its way. */
  loading = false;

  /** Asks for it, once at a time; `take` gets it. */
  fetch(room: MatchSource, take: (map: ArenaMap) => void): void {
    if (this.loading) return;
    this.loading = true;
    fetchMap(room).then(
      (map) => {
        this.loading = false;
        take(map);
      },
      // The connection is gone or the map is changing again: the next snapshot asks once more.
      () => {
        this.loading = false;
      },
    );
  }
}
