// The arena as the simulation sees it: a grid of tiles and spawn points. Outside the grid all is wall.

import { TILE } from '../tuning.ts';

/** Tile codes, as stored in `ArenaMap.tiles`. */
export const FLOOR = 0;
export const WALL = 1;

export interface SpawnPoint {
  x: number;
  y: number;
  /** Team index, or -1 for anyone. */
  team: number;
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
  /** Ids of the modes that it serves. */
  modes: string[];
  /** Digest of tiles and spawns: client and server must agree. */
  hash: number;
}

/** Whether a tile stops pucks and reflects bolts. */
export function isWall(map: ArenaMap, col: number, row: number): boolean {
  if (col < 0 || row < 0 || col >= map.cols || row >= map.rows) return true;
  return map.tiles[row * map.cols + col] === WALL;
}

/** Whether two points see each other past the walls; walks the line in quarter-tile strides. */
export function hasLineOfSight(map: ArenaMap, x0: number, y0: number, x1: number, y1: number): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const strides = Math.ceil(Math.sqrt(dx * dx + dy * dy) / (TILE / 4));
  for (let i = 1; i < strides; i++) {
    const x = x0 + (dx * i) / strides;
    const y = y0 + (dy * i) / strides;
    if (isWall(map, Math.floor(x / TILE), Math.floor(y / TILE))) return false;
  }
  return true;
}
