// Where pucks can go on a map: tile by tile from its first spawn, never diagonally, for a puck does not fit between corners.

import { type ArenaMap, stopsPucks } from '../sim/map.ts';
import { TILE } from '../tuning.ts';

/** Index of the tile that a place is in. */
export function tileOf(map: ArenaMap, { x, y }: { x: number; y: number }): number {
  return Math.floor(y / TILE) * map.cols + Math.floor(x / TILE);
}

/** Indices of all tiles that can be reached; the border must be closed. */
export function reachableTiles(map: ArenaMap): Set<number> {
  const seen = new Set<number>();
  const open = map.spawns.slice(0, 1).map((spawn) => tileOf(map, spawn));
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    if (seen.has(tile) || stopsPucks(map, tile % map.cols, Math.floor(tile / map.cols))) continue;
    seen.add(tile);
    open.push(tile - 1, tile + 1, tile - map.cols, tile + map.cols);
  }
  return seen;
}
