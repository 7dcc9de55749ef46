// Small maps drawn as text, read by the game's own reader. Tiles: '#' wall, '.' floor, 'G' glass, 'P' sponge, 'B' bumper,
// '~' slick floor. On floor: 's' a spawn, '0' and '1' a team's spawn, 'F' and 'f' the flags of teams 0 and 1, 'r' repair,
// 'o' overcharge, 'h' shield. Each patch of 'H' that hangs together is a hill: the rectangle around it.

import { readdirSync, readFileSync } from 'node:fs';
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

export interface TiledObject {
  id: number;
  type: string;
  x: number;
  y: number;
  width?: number;
  height?: number;
  properties?: { name: string; value: number }[];
}

/** Tiles by their place in the tileset; every other letter stands on floor. */
const TILES = '.#GPB~';
const OBJECTS: Record<string, { type: string; team?: number }> = {
  s: { type: 'spawn' },
  0: { type: 'spawn', team: 0 },
  1: { type: 'spawn', team: 1 },
  F: { type: 'flag', team: 0 },
  f: { type: 'flag', team: 1 },
  r: { type: 'repair' },
  o: { type: 'overcharge' },
  h: { type: 'shield' },
};

/** A drawing as the object that a .tmj file holds. `modes` are the ids that it claims. */
export function tiledSource(rows: string[], modes = ''): TiledSource {
  const letters = rows.flatMap((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  const objects = letters.flatMap((letter, i): TiledObject[] => {
    const kind = OBJECTS[letter];
    if (!kind) return [];
    const place = { x: (i % width) * TILE + TILE / 2, y: Math.floor(i / width) * TILE + TILE / 2 };
    const properties = kind.team === undefined ? [] : [{ name: 'team', value: kind.team }];
    return [{ id: i, type: kind.type, ...place, properties }];
  });
  const data = letters.map((letter) => 1 + Math.max(0, TILES.indexOf(letter)));
  return {
    type: 'map',
    orientation: 'orthogonal',
    infinite: false,
    width,
    height: rows.length,
    tilewidth: TILE,
    tileheight: TILE,
    properties: [
      { name: 'name', value: 'Test' },
      { name: 'modes', value: modes },
    ],
    tilesets: [{ firstgid: 1 }],
    layers: [
      { type: 'tilelayer', name: 'tiles', width, height: rows.length, data },
      { type: 'objectgroup', name: 'objects', objects: [...objects, ...hillsOf(letters, width)] },
    ],
  };
}

/** The rectangle around each patch of 'H'. */
function hillsOf(letters: string[], width: number): TiledObject[] {
  const seen = new Set<number>();
  return letters.flatMap((_, first): TiledObject[] => {
    const patch: number[] = [];
    const open = [first];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (letters[i] !== 'H' || seen.has(i)) continue;
      seen.add(i);
      patch.push(i);
      open.push(i - 1, i + 1, i - width, i + width);
    }
    if (patch.length === 0) return [];
    const cols = patch.map((i) => i % width);
    const rows = patch.map((i) => Math.floor(i / width));
    const [x, y] = [Math.min(...cols) * TILE, Math.min(...rows) * TILE];
    return [{ id: first, type: 'hill', x, y, width: (Math.max(...cols) + 1) * TILE - x, height: (Math.max(...rows) + 1) * TILE - y }];
  });
}

/** The map of a drawing. */
export function drawnMap(rows: string[], modes = ''): ArenaMap {
  return readTiledMap('drawn', JSON.stringify(tiledSource(rows, modes)));
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

/** Ids of the maps that the game comes with. */
export function shippedIds(): string[] {
  return readdirSync(MAP_FOLDER)
    .filter((name) => name.endsWith('.tmj'))
    .map((name) => name.slice(0, -'.tmj'.length));
}

/** The text of a map that the game comes with. */
export function shippedText(id: string): string {
  return readFileSync(join(MAP_FOLDER, `${id}.tmj`), 'utf8');
}

export function shippedMap(id: string): ArenaMap {
  return readTiledMap(id, shippedText(id));
}
