// Reads a Tiled map (.tmj, orthogonal, one tile layer, one object layer) into an ArenaMap. Maps come from disk, from
// hosts and over the wire, so nothing is believed: every error names the file, the layer and the tile or object.

import { z } from 'zod';
import { PICKUPS } from '../pickups/index.ts';
import { hashBytes } from '../sim/hash.ts';
import { type ArenaMap, BUMPER, FLOOR, GLASS, SLICK, SPONGE, stopsPucks, tileAt, WALL, type Zone } from '../sim/map.ts';
import { TILE } from '../tuning.ts';
import { reachableTiles, tileOf } from './reach.ts';

/** Tile codes by their place in the tileset; an empty cell is floor. */
const CODES = [FLOOR, WALL, GLASS, SPONGE, BUMPER, SLICK];
/** Largest map in tiles: 4,096 units fit the wire's uint16 grid. */
const MAX_SIDE = 84;
const MIN_SIDE = 6;
const MIN_SPAWNS = 2;
/** More would fit no list on the wire. */
const MAX_OBJECTS = 128;

const property = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });
const tileLayerSchema = z.object({
  type: z.literal('tilelayer'),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  data: z.array(z.int().min(0)),
});
const object = z.object({
  id: z.int(),
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().default(0),
  height: z.number().default(0),
  properties: z.array(property).optional(),
});
const objectLayerSchema = z.object({ type: z.literal('objectgroup'), name: z.string(), objects: z.array(object).max(MAX_OBJECTS) });
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
  layers: z.array(z.discriminatedUnion('type', [tileLayerSchema, objectLayerSchema])),
});

type TileLayer = z.infer<typeof tileLayerSchema>;
type ObjectLayer = z.infer<typeof objectLayerSchema>;
type TiledObject = z.infer<typeof object>;

/** A map that cannot be used; the message is meant for a person. */
export class MapError extends Error {
  /** The message without the map's name. */
  readonly problem: string;

  constructor(id: string, problem: string) {
    super(`map ${id}: ${problem}`);
    this.problem = problem;
  }
}

/** A map with its layers' names, for those who have more to say about it. */
export interface TiledMap {
  map: ArenaMap;
  tileLayer: string;
  objectLayer: string;
}

/** Validates and reads a map. `id` names it in links and in errors; `text` is the file's content. Throws MapError. */
export function readTiledMap(id: string, text: string): ArenaMap {
  return readTiled(id, text).map;
}

/** Like `readTiledMap`. */
export function readTiled(id: string, text: string): TiledMap {
  const fail = (problem: string): never => {
    throw new MapError(id, problem);
  };
  const parsed = tiledMap.safeParse(parseJson(text, fail));
  if (!parsed.success) return fail(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const source = parsed.data;
  const tileLayers = source.layers.filter((layer): layer is TileLayer => layer.type === 'tilelayer');
  const objectLayers = source.layers.filter((layer): layer is ObjectLayer => layer.type === 'objectgroup');
  const [tileLayer, objectLayer] = [tileLayers[0], objectLayers[0]];
  if (!tileLayer || !objectLayer || tileLayers.length > 1 || objectLayers.length > 1) {
    return fail(`one tile layer and one object layer are needed, it has ${tileLayers.length} and ${objectLayers.length}`);
  }
  const { width: cols, height: rows } = source;
  const tiles = readTiles(tileLayer, cols, rows, source.tilesets[0]?.firstgid as number, fail);
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
    flags: [],
    zones: [],
    pickups: [],
    hash: 0,
  };
  checkClosed(map, tileLayer.name, fail);
  readObjects(map, objectLayer, fail);
  checkReachable(map, objectLayer.name, fail);
  map.hash = hashMap(map);
  return { map, tileLayer: tileLayer.name, objectLayer: objectLayer.name };
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
      if (border && tileAt(map, col, row) !== WALL) fail(`layer "${layer}", tile ${col},${row}: the border must be wall`);
    }
  }
}

function readObjects(map: ArenaMap, layer: ObjectLayer, fail: Fail): void {
  for (const entry of layer.objects) readObject(map, entry, (problem) => fail(`layer "${layer.name}", object ${entry.id}: ${problem}`));
  const { length } = map.spawns;
  if (length < MIN_SPAWNS) fail(`layer "${layer.name}": at least ${MIN_SPAWNS} spawns are needed, it has ${length}`);
}

function readObject(map: ArenaMap, entry: TiledObject, fail: Fail): void {
  const kind = Object.hasOwn(PICKUPS, entry.type) ? PICKUPS[entry.type] : undefined;
  if (kind) map.pickups.push({ ...placeOf(map, entry, fail), kind });
  else if (entry.type === 'spawn') map.spawns.push({ ...placeOf(map, entry, fail), team: teamOf(entry, [-1, 0, 1], fail) });
  else if (entry.type === 'flag') map.flags.push({ ...placeOf(map, entry, fail), team: teamOf(entry, [0, 1], fail) });
  else if (entry.type === 'hill') map.zones.push(zoneOf(map, entry, fail));
  else fail(`unknown type "${entry.type}"`);
}

/** The middle of the object's tile: clear of every wall, and on the wire's grid. */
function placeOf(map: ArenaMap, entry: TiledObject, fail: Fail): { x: number; y: number } {
  const col = Math.floor(entry.x / TILE);
  const row = Math.floor(entry.y / TILE);
  if (stopsPucks(map, col, row)) fail(`${entry.type} inside the wall at tile ${col},${row}`);
  return { x: col * TILE + TILE / 2, y: row * TILE + TILE / 2 };
}

function teamOf(entry: TiledObject, allowed: number[], fail: Fail): number {
  const team = entry.properties?.find((item) => item.name === 'team')?.value ?? -1;
  if (typeof team !== 'number' || !allowed.includes(team)) return fail(`team must be ${allowed.join(', ').replace(/, (\d)$/, ' or $1')}`);
  return team;
}

/** A rectangle, widened to whole tiles. */
function zoneOf(map: ArenaMap, entry: TiledObject, fail: Fail): Zone {
  const left = Math.floor(entry.x / TILE);
  const top = Math.floor(entry.y / TILE);
  const right = Math.ceil((entry.x + entry.width) / TILE);
  const bottom = Math.ceil((entry.y + entry.height) / TILE);
  if (left < 0 || top < 0 || right > map.cols || bottom > map.rows) fail('the hill reaches beyond the map');
  if (right - left < 2 || bottom - top < 2) fail('a hill must be at least 2 x 2 tiles');
  const middleX = ((left + right) * TILE) / 2;
  const middleY = ((top + bottom) * TILE) / 2;
  return { x: middleX, y: middleY, halfWidth: ((right - left) * TILE) / 2, halfHeight: ((bottom - top) * TILE) / 2 };
}

/** All that a match is about must be reachable; of a hill some tile. */
function checkReachable(map: ArenaMap, layer: string, fail: Fail): void {
  const reached = reachableTiles(map);
  const check = (name: string, places: readonly { x: number; y: number }[]): void => {
    for (const at of places) {
      const tile = tileOf(map, at);
      if (!reached.has(tile))
        fail(`layer "${layer}": the ${name} at tile ${tile % map.cols},${Math.floor(tile / map.cols)} cannot be reached`);
    }
  };
  check('spawn', map.spawns);
  check('flag', map.flags);
  check('pickup', map.pickups);
  for (const zone of map.zones) if (!tilesOfZone(map, zone).some((tile) => reached.has(tile))) check('hill', [zone]);
}

function tilesOfZone(map: ArenaMap, { x, y, halfWidth, halfHeight }: Zone): number[] {
  const tiles: number[] = [];
  for (let top = y - halfHeight; top < y + halfHeight; top += TILE) {
    for (let left = x - halfWidth; left < x + halfWidth; left += TILE) tiles.push(tileOf(map, { x: left, y: top }));
  }
  return tiles;
}

function hashMap(map: ArenaMap): number {
  const half = TILE / 2;
  const numbers = [
    [map.cols, map.rows],
    map.spawns.flatMap(({ x, y, team }) => [x / half, y / half, team + 1]),
    map.flags.flatMap(({ x, y, team }) => [x / half, y / half, team]),
    map.zones.flatMap((zone) => [zone.x / half, zone.y / half, zone.halfWidth / half, zone.halfHeight / half]),
    map.pickups.flatMap(({ x, y, kind }) => [x / half, y / half, ...[...kind.id].map((letter) => letter.charCodeAt(0))]),
  ];
  // Lengths first: lists must not run into each other.
  return hashBytes(Uint8Array.from(numbers.flatMap((list) => [list.length & 255, ...list])), hashBytes(map.tiles));
}
