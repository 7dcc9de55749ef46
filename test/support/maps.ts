// Small maps drawn as text: '#' wall, '.' floor, 's' a spawn, '0' and '1' a team's spawn. Read by the game's own reader.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTiledMap } from '#shared/maps/tiled.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';

export interface TiledSource {
  type: string;
  orientation: string;
  infinite: boolean;
  width: number;
  height: number;
  tilewidth: number;
  tileheight: number;
  properties: { name: string; value: string | number | boolean }[];
  tilesets: { firstgid: number }[];
  layers: Record<string, unknown>[];
}

/** A drawing as the object that a .tmj file holds. */
export function tiledSource(rows: string[]): TiledSource {
  const letters = rows.flatMap((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  const objects = letters.flatMap((letter, i) => {
    if (!'s01'.includes(letter)) return [];
    const properties = letter === 's' ? [] : [{ name: 'team', value: Number(letter) }];
    return [{ id: i, type: 'spawn', x: (i % width) * TILE + TILE / 2, y: Math.floor(i / width) * TILE + TILE / 2, properties }];
  });
  return {
    type: 'map',
    orientation: 'orthogonal',
    infinite: false,
    width,
    height: rows.length,
    tilewidth: TILE,
    tileheight: TILE,
    properties: [{ name: 'name', value: 'Test' }],
    tilesets: [{ firstgid: 1 }],
    layers: [
      { type: 'tilelayer', name: 'tiles', width, height: rows.length, data: letters.map((letter) => (letter === '#' ? 2 : 1)) },
      { type: 'objectgroup', name: 'objects', objects },
    ],
  };
}

/** The map of a drawing. */
export function drawnMap(rows: string[]): ArenaMap {
  return readTiledMap('drawn', JSON.stringify(tiledSource(rows)));
}

/** An empty hall of `cols` x `rows` tiles with spawns in two corners on the left. */
export function hallSource(cols: number, rows: number): TiledSource {
  const inner = (row: number) => (row === 1 || row === rows - 2 ? `s${'.'.repeat(cols - 3)}` : '.'.repeat(cols - 2));
  return tiledSource(Array.from({ length: rows }, (_, row) => (row === 0 || row === rows - 1 ? '#'.repeat(cols) : `#${inner(row)}#`)));
}

export function hall(cols: number, rows: number): ArenaMap {
  return readTiledMap('hall', JSON.stringify(hallSource(cols, rows)));
}

/** Folder of the maps that the game comes with. */
export const MAP_FOLDER = join(import.meta.dirname, '../../shared/maps');

/** The text of a map that the game comes with. */
export function shippedText(id: string): string {
  return readFileSync(join(MAP_FOLDER, `${id}.tmj`), 'utf8');
}

export function shippedMap(id: string): ArenaMap {
  return readTiledMap(id, shippedText(id));
}
