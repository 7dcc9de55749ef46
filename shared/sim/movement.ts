// A puck against the walls: a circle that slides. Moves in strides shorter than its radius, so its centre never
// enters a tile, and snaps away from corners, so the grid never puts it back inside one.

import { PUCK, TICK_S, TILE } from '../tuning.ts';
import { type ArenaMap, isWall } from './map.ts';
import { snap, snapToward } from './math.ts';
import type { Puck } from './types.ts';

/** Longest stride in units. */
const STRIDE = PUCK.radius / 2;

/** Moves a puck by its velocity for one tick; contacts take the velocity's part into the wall. */
export function movePuck(puck: Puck, map: ArenaMap): void {
  const dx = puck.vx * TICK_S;
  const dy = puck.vy * TICK_S;
  const strides = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / STRIDE));
  for (let i = 0; i < strides; i++) {
    // A contact may have stopped an axis, so each stride reads the velocity anew. The way is snapped, not the place:
    // places are positive, and rounding those away from zero would favour right and down.
    puck.x += snap((puck.vx * TICK_S) / strides);
    puck.y += snap((puck.vy * TICK_S) / strides);
    resolveWalls(puck, map);
  }
}

/** Pushes a puck out of every wall around it: faces first, then corners, so seams between tiles are not felt. */
function resolveWalls(puck: Puck, map: ArenaMap): void {
  const r = PUCK.radius;
  const left = Math.floor((puck.x - r) / TILE);
  const right = Math.floor((puck.x + r) / TILE);
  const top = Math.floor((puck.y - r) / TILE);
  const bottom = Math.floor((puck.y + r) / TILE);
  const col = Math.floor(puck.x / TILE);
  const row = Math.floor(puck.y / TILE);
  for (let c = left; c <= right; c++) if (c !== col && isWall(map, c, row)) pushFaceX(puck, c);
  for (let w = top; w <= bottom; w++) if (w !== row && isWall(map, col, w)) pushFaceY(puck, w);
  for (let w = top; w <= bottom; w++) {
    for (let c = left; c <= right; c++) if (c !== col && w !== row && isWall(map, c, w)) pushCorner(puck, c, w);
  }
}

function pushFaceX(puck: Puck, col: number): void {
  const toRight = col * TILE > puck.x;
  const limit = toRight ? col * TILE - PUCK.radius : (col + 1) * TILE + PUCK.radius;
  if (toRight ? puck.x <= limit : puck.x >= limit) return;
  puck.x = limit;
  if (toRight ? puck.vx > 0 : puck.vx < 0) puck.vx = 0;
}

function pushFaceY(puck: Puck, row: number): void {
  const below = row * TILE > puck.y;
  const limit = below ? row * TILE - PUCK.radius : (row + 1) * TILE + PUCK.radius;
  if (below ? puck.y <= limit : puck.y >= limit) return;
  puck.y = limit;
  if (below ? puck.vy > 0 : puck.vy < 0) puck.vy = 0;
}

function pushCorner(puck: Puck, col: number, row: number): void {
  const cornerX = col * TILE > puck.x ? col * TILE : (col + 1) * TILE;
  const cornerY = row * TILE > puck.y ? row * TILE : (row + 1) * TILE;
  const dx = puck.x - cornerX;
  const dy = puck.y - cornerY;
  const square = dx * dx + dy * dy;
  if (square >= PUCK.radius * PUCK.radius || square === 0) return;
  const distance = Math.sqrt(square);
  const nx = dx / distance;
  const ny = dy / distance;
  puck.x = snapToward(cornerX + nx * PUCK.radius, nx);
  puck.y = snapToward(cornerY + ny * PUCK.radius, ny);
  const into = puck.vx * nx + puck.vy * ny;
  if (into < 0) {
    puck.vx = snap(puck.vx - into * nx);
    puck.vy = snap(puck.vy - into * ny);
  }
}
