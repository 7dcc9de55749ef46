// The arena as the simulation sees it: a grid of tiles, and the places of spawns, flags, zones and pickups. Outside the
// grid all is wall.

import { TILE } from '../tuning.ts';
import type { Puck, World } from './types.ts';

/** Tile codes, as stored in `ArenaMap.tiles`. */
export const FLOOR = 0;
export const WALL = 1;
/** Stops pucks, lets bolts through. */
export const GLASS = 2;
/** Stops pucks and ends bolts. */
export const SPONGE = 3;
/** Reflects bolts with a second level, kicks pucks away. */
export const BUMPER = 4;
/** Floor with little grip. */
export const SLICK = 5;

/** By tile code. */
const STOPS_PUCKS = [false, true, true, true, true, false];
const STOPS_BOLTS = [false, true, false, true, true, false];

export interface SpawnPoint {
  x: number;
  y: number;
  /** Team index, or -1 for anyone. */
  team: number;
}

/** A flag's home. */
export interface FlagBase {
  x: number;
  y: number;
  team: number;
}

/** A hill to hold. */
export interface Zone {
  /** Centre. */
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

export interface PickupPoint {
  x: number;
  y: number;
  kind: PickupKind;
}

/** A kind of thing to pick up. Each is a file in shared/pickups. */
export interface PickupKind {
  /** The type of the map's object. */
  id: string;
  name: string;
  /** Ticks until it is there again. */
  respawnTicks: number;
  /** Gives it to a puck. False when the puck has no use for it: then it stays. */
  take(world: World, puck: Puck): boolean;
}

export interface ArenaMap {
  id: string;
  name: string;
  author: string;
  cols: number;
  rows: number;
  /** Row by row, one code a tile. */
  tiles: Uint8Array;
  spawns: SpawnPoint[];
  flags: FlagBase[];
  zones: Zone[];
  pickups: PickupPoint[];
  /** Ids of the modes that it serves. */
  modes: string[];
  /** Digest of all that the simulation reads: client and server must agree. */
  hash: number;
}

/** The code of a tile. */
export function tileAt(map: ArenaMap, col: number, row: number): number {
  if (col < 0 || row < 0 || col >= map.cols || row >= map.rows) return WALL;
  return map.tiles[row * map.cols + col] as number;
}

/** Whether a tile stops pucks. */
export function stopsPucks(map: ArenaMap, col: number, row: number): boolean {
  return STOPS_PUCKS[tileAt(map, col, row)] as boolean;
}

/** Whether a tile stops or reflects bolts. */
export function stopsBolts(map: ArenaMap, col: number, row: number): boolean {
  return STOPS_BOLTS[tileAt(map, col, row)] as boolean;
}

/** Whether two points see each other: nothing between them stops a bolt. Walks the line in quarter-tile strides. */
export function hasLineOfSight(map: ArenaMap, x0: number, y0: number, x1: number, y1: number): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const strides = Math.ceil(Math.sqrt(dx * dx + dy * dy) / (TILE / 4));
  for (let i = 1; i < strides; i++) {
    const x = x0 + (dx * i) / strides;
    const y = y0 + (dy * i) / strides;
    if (stopsBolts(map, Math.floor(x / TILE), Math.floor(y / TILE))) return false;
  }
  return true;
}
