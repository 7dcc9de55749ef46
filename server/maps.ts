// The maps that rooms play: those of the game, read once at the start, and a host's, which come and go (hostMaps.ts).

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTiledMap } from '#shared/maps/tiled.ts';
import type { ArenaMap } from '#shared/sim/map.ts';

const FOLDER = join(import.meta.dirname, '../shared/maps');
export const EXTENSION = '.tmj';

/** A map with the text that it was read from, which joining clients get. */
export interface StoredMap {
  map: ArenaMap;
  text: string;
}

function readFolder(folder: string): Map<string, StoredMap> {
  const found = new Map<string, StoredMap>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .sort()) {
    const id = basename(file, EXTENSION);
    const text = readFileSync(join(folder, file), 'utf8');
    found.set(id, { map: readTiledMap(id, text), text });
  }
  return found;
}

const stored = readFolder(FOLDER);
const shipped: ReadonlySet<string> = new Set(stored.keys());

/**
 * By id: the game's, sorted, then the host's. Throws MapError, when it is first read, for one of the game's that cannot be
 * used. A match must hold on to the StoredMap that it plays: what an id means changes when a host changes the file.
 */
export const maps: ReadonlyMap<string, StoredMap> = stored;

/** The map of an id, or an error that names what there is. */
export function mapOf(id: string): StoredMap {
  const found = maps.get(id);
  if (!found) throw new Error(`no map "${id}"; there are: ${[...maps.keys()].join(', ')}`);
  return found;
}

/** Whether an id is one of the game's: it means the same on every server, so a host's file cannot take it. */
export const isShipped = (id: string): boolean => shipped.has(id);

/** Adds a host's map, or its new version; undefined takes it away. */
export function setHostMap(id: string, map: StoredMap | undefined): void {
  if (isShipped(id)) throw new Error(`${id} is a map of the game`);
  if (map) stored.set(id, map);
  else stored.delete(id);
}
