// From tiles to outlines: each connected group of tiles of a kind with the closed loops around it.

import { type ArenaMap, tileAt } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';

export interface TileGroup {
  /** Tiles as row * cols + col. */
  tiles: number[];
  /** Corners of each loop in units, x and y in turn. */
  loops: number[][];
}

/** The groups of a map's tiles of a code, by their first tile: of walls the border comes first. */
export function tileGroups(map: ArenaMap, code: number): TileGroup[] {
  const groupOf = new Int32Array(map.cols * map.rows).fill(-1);
  const groups: TileGroup[] = [];
  for (let tile = 0; tile < groupOf.length; tile++) {
    if (groupOf[tile] !== -1 || tileAt(map, tile % map.cols, Math.floor(tile / map.cols)) !== code) continue;
    const tiles = flood(map, groupOf, tile, groups.length, code);
    groups.push({ tiles, loops: trace(map, groupOf, tiles, groups.length) });
  }
  return groups;
}

function flood(map: ArenaMap, groupOf: Int32Array, start: number, group: number, code: number): number[] {
  const tiles: number[] = [];
  const open = [start];
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    const col = tile % map.cols;
    const row = Math.floor(tile / map.cols);
    if (groupOf[tile] !== -1 || tileAt(map, col, row) !== code) continue;
    groupOf[tile] = group;
    tiles.push(tile);
    if (col > 0) open.push(tile - 1);
    if (col < map.cols - 1) open.push(tile + 1);
    if (row > 0) open.push(tile - map.cols);
    if (row < map.rows - 1) open.push(tile + map.cols);
  }
  return tiles;
}

/** Edges between the group and all else, walked with the group on the right until they close. */
function trace(map: ArenaMap, groupOf: Int32Array, tiles: number[], group: number): number[][] {
  const stride = map.cols + 1;
  /** From corner to the corners that edges lead to. */
  const edges = new Map<number, number[]>();
  const isElse = (col: number, row: number): boolean =>
    col >= 0 && row >= 0 && col < map.cols && row < map.rows && groupOf[row * map.cols + col] !== group;
  const add = (from: number, to: number): void => {
    const known = edges.get(from);
    if (known) known.push(to);
    else edges.set(from, [to]);
  };
  for (const tile of tiles) {
    const col = tile % map.cols;
    const row = Math.floor(tile / map.cols);
    const corner = row * stride + col;
    if (isElse(col, row - 1)) add(corner, corner + 1);
    if (isElse(col + 1, row)) add(corner + 1, corner + 1 + stride);
    if (isElse(col, row + 1)) add(corner + 1 + stride, corner + stride);
    if (isElse(col - 1, row)) add(corner + stride, corner);
  }
  const loops: number[][] = [];
  for (const start of edges.keys()) {
    while ((edges.get(start)?.length ?? 0) > 0) loops.push(walk(edges, start, stride));
  }
  return loops;
}

/** Takes one closed loop out of the edges. Only corners where the way turns are kept. */
function walk(edges: Map<number, number[]>, start: number, stride: number): number[] {
  const corners: number[] = [];
  let at = start;
  do {
    corners.push(at);
    at = edges.get(at)?.pop() ?? start;
  } while (at !== start);
  const loop: number[] = [];
  corners.forEach((corner, i) => {
    const before = corners[(i + corners.length - 1) % corners.length] as number;
    const after = corners[(i + 1) % corners.length] as number;
    if (corner - before !== after - corner) loop.push((corner % stride) * TILE, Math.floor(corner / stride) * TILE);
  });
  return loop;
}

/** A loop as a path with rounded corners. */
export function roundedPath(loop: readonly number[], radius: number): Path2D {
  const path = new Path2D();
  const count = loop.length / 2;
  const at = (i: number): [number, number] => [loop[(i % count) * 2] as number, loop[(i % count) * 2 + 1] as number];
  const [ax, ay] = at(0);
  const [bx, by] = at(1);
  path.moveTo((ax + bx) / 2, (ay + by) / 2);
  for (let i = 1; i <= count; i++) path.arcTo(...at(i), ...at(i + 1), radius);
  path.closePath();
  return path;
}
