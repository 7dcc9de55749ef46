// Reads a Tiled map (.tmj, orthogonal, one tile layer, one object layer) into an ArenaMap. Maps come from disk, from
// hosts and over the wire, so nothing is believed: every error names the file, the layer and the tile or object.

import { z } from 'zod';
import { hashBytes } from '../sim/hash.ts';
import { type ArenaMap, FLOOR, isWall, type SpawnPoint, WALL } from '../sim/map.ts';
import { TILE } from '../tuning.ts';

/** Tile codes by their place in the tileset; an empty cell is floor. */
const CODES = [FLOOR, WALL];
/** Largest map in tiles: 4,096 units fit the wire's uint16 grid. */
const MAX_SIDE = 84;
const MIN_SIDE = 6;
const MIN_SPAWNS = 2;

const property = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });
const tileLayer = z.object({
  type: z.literal('tilelayer'),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  data: z.array(z.int().min(0)),
});
const object = z.object({ id: z.int(), type: z.string(), x: z.number(), y: z.number(), properties: z.array(property).optional() });
const objectLayer = z.object({ type: z.literal('objectgroup'), name: z.string(), objects: z.array(object) });
const tiledMap = z.object({
  type: z.literal('map'),
  orientation: z.literal('orthogonal'),
  infinite: z.literal(false),
  width: z.int().min(MIN_SIDE).max(MAX_SIDE),
  height: z.int().min(MIN_SIDE).max(MAX_SIDE),
  tilewidth: z.literal(TILE),
  tileheight: z.literal(TILE),
  properties: z.array(property).default([]),
  tilesets: z.array(z.object({ firstgid: z.int().min(1) })).length(1),
  layers: z.array(z.discriminatedUnion('type', [tileLayer, objectLayer])),
});

type TileLayer = z.infer<typeof tileLayer>;
type ObjectLayer = z.infer<typeof objectLayer>;

/** A map that cannot be used; the message is meant for a person. */
export class MapError extends Error {}

/**
 * Validates and reads a map. `id` names it in links and in errors; `text` is the file's content.
 * Throws MapError.
 */
export function readTiledMap(id: string, text: string): ArenaMap {
  const fail = (problem: string): never => {
    throw new MapError(`map ${id}: ${problem}`);
  };
  const parsed = tiledMap.safeParse(parseJson(text, fail));
  if (!parsed.success) return fail(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const source = parsed.data;
  const tileLayers = source.layers.filter((layer): layer is TileLayer => layer.type === 'tilelayer');
  const objectLayers = source.layers.filter((layer): layer is ObjectLayer => layer.type === 'objectgroup');
  if (tileLayers.length !== 1 || objectLayers.length !== 1) {
    return fail(`one tile layer and one object layer are needed, it has ${tileLayers.length} and ${objectLayers.length}`);
  }
  const { width: cols, height: rows } = source;
  const tiles = readTiles(tileLayers[0] as TileLayer, cols, rows, source.tilesets[0]?.firstgid as number, fail);
  const map: ArenaMap = {
    id,
    name: textOf(source.properties, 'name') || id,
    author: textOf(source.properties, 'author'),
    modes: textOf(source.properties, 'modes')
      .split(/[\s,]+/)
      .filter(Boolean),
    cols,
    rows,
    tiles,
    spawns: [],
    hash: 0,
  };
  checkClosed(map, (tileLayers[0] as TileLayer).name, fail);
  map.spawns = readSpawns(map, objectLayers[0] as ObjectLayer, fail);
  checkReachable(map, (objectLayers[0] as ObjectLayer).name, fail);
  map.hash = hashMap(map);
  return map;
}

type Fail = (problem: string) => never;

function parseJson(text: string, fail: Fail): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(`not JSON: ${(error as Error).message}`);
  }
}

/** A text property, cut to a length that fits every list. */
function textOf(properties: z.infer<typeof property>[], name: string): string {
  const found = properties.find((entry) => entry.name === name);
  return typeof found?.value === 'string' ? found.value.slice(0, 64) : '';
}

function readTiles(layer: TileLayer, cols: number, rows: number, firstgid: number, fail: Fail): Uint8Array {
  if (layer.width !== cols || layer.height !== rows || layer.data.length !== cols * rows) {
    return fail(`layer "${layer.name}" must be ${cols} x ${rows} tiles`);
  }
  return Uint8Array.from(layer.data, (gid, i) => {
    if (gid === 0) return FLOOR;
    const code = CODES[gid - firstgid];
    if (code === undefined) fail(`layer "${layer.name}", tile ${i % cols},${Math.floor(i / cols)}: unknown tile ${gid}`);
    return code as number;
  });
}

function checkClosed(map: ArenaMap, layer: string, fail: Fail): void {
  for (let row = 0; row < map.rows; row++) {
    for (let col = 0; col < map.cols; col++) {
      const border = row === 0 || col === 0 || row === map.rows - 1 || col === map.cols - 1;
      if (border && !isWall(map, col, row)) fail(`layer "${layer}", tile ${col},${row}: the border must be wall`);
    }
  }
}

function readSpawns(map: ArenaMap, layer: ObjectLayer, fail: Fail): SpawnPoint[] {
  const spawns: SpawnPoint[] = [];
  for (const entry of layer.objects) {
    const where = `layer "${layer.name}", object ${entry.id}`;
    if (entry.type !== 'spawn') fail(`${where}: unknown type "${entry.type}"`);
    const team = entry.properties?.find((item) => item.name === 'team')?.value ?? -1;
    if (typeof team !== 'number' || ![-1, 0, 1].includes(team)) fail(`${where}: team must be -1, 0 or 1`);
    const col = Math.floor(entry.x / TILE);
    const row = Math.floor(entry.y / TILE);
    if (isWall(map, col, row)) fail(`${where}: spawn inside the wall at tile ${col},${row}`);
    // The middle of the tile: clear of every wall, and on the wire's grid.
    spawns.push({ x: col * TILE + TILE / 2, y: row * TILE + TILE / 2, team: team as number });
  }
  if (spawns.length < MIN_SPAWNS) fail(`layer "${layer.name}": at least ${MIN_SPAWNS} spawns are needed, it has ${spawns.length}`);
  return spawns;
}

/** Every spawn must be reachable from the first, tile by tile. */
function checkReachable(map: ArenaMap, layer: string, fail: Fail): void {
  const tileAt = (spawn: SpawnPoint) => Math.floor(spawn.y / TILE) * map.cols + Math.floor(spawn.x / TILE);
  const seen = new Set<number>();
  const open = [tileAt(map.spawns[0] as SpawnPoint)];
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    if (seen.has(tile) || isWall(map, tile % map.cols, Math.floor(tile / map.cols))) continue;
    seen.add(tile);
    open.push(tile - 1, tile + 1, tile - map.cols, tile + map.cols);
  }
  for (const spawn of map.spawns) {
    if (!seen.has(tileAt(spawn))) {
      fail(`layer "${layer}": the spawn at tile ${Math.floor(spawn.x / TILE)},${Math.floor(spawn.y / TILE)} cannot be reached`);
    }
  }
}

function hashMap(map: ArenaMap): number {
  const spawns = map.spawns.flatMap((spawn) => [spawn.x / (TILE / 2), spawn.y / (TILE / 2), spawn.team + 1]);
  return hashBytes(Uint8Array.from([map.cols, map.rows, ...spawns]), hashBytes(map.tiles));
}
