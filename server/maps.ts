// The maps on disk, read and validated once at the start.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTiledMap } from '#shared/maps/tiled.ts';
import type { ArenaMap } from '#shared/sim/map.ts';

const FOLDER = join(import.meta.dirname, '../shared/maps');

/** A map with the text that it was read from, which joining clients get. */
export interface StoredMap {
  map: ArenaMap;
  text: string;
}

function readFolder(folder: string): Map<string, StoredMap> {
  const found = new Map<string, StoredMap>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tmj'))
    .sort()) {
    const id = basename(file, '.tmj');
    const text = readFileSync(join(folder, file), 'utf8');
    found.set(id, { map: readTiledMap(id, text), text });
  }
  return found;
}

/** By id, sorted. Throws MapError for one that cannot be used. */
export const maps: ReadonlyMap<string, StoredMap> = readFolder(FOLDER);

/** The map of an id, or an error that names what there is. */
export function mapOf(id: string): StoredMap {
  const stored = maps.get(id);
  if (!stored) throw new Error(`no map "${id}"; there are: ${[...maps.keys()].join(', ')}`);
  return stored;
}
