// A puck against the walls: a circle that slides, and that bumpers kick away. Moves in strides shorter than its radius,
// so its centre never enters a tile, and snaps away from corners, so the grid never puts it back inside one.

import { BUMPER as BUMPER_RULES, PUCK, TICK_S, TILE } from '../tuning.ts';
import { type ArenaMap, BUMPER, stopsPucks, tileAt } from './map.ts';
import { snap, snapToward } from './math.ts';
import type { Puck } from './types.ts';

/** Longest stride in units. */
const STRIDE = PUCK.radius / 2;

/** Whether the last `movePuck` met a bumper. */
let kicked = false;

/** Moves a puck by its velocity for one tick; contacts take the velocity's part into the wall. Returns whether a bumper kicked it. */
export function movePuck(puck: Puck, map: ArenaMap): boolean {
  kicked = false;
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
  return kicked;
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
  for (let c = left; c <= right; c++) if (c !== col && stopsPucks(map, c, row)) pushFaceX(puck, map, c, row);
  for (let w = top; w <= bottom; w++) if (w !== row && stopsPucks(map, col, w)) pushFaceY(puck, map, col, w);
  for (let w = top; w <= bottom; w++) {
    for (let c = left; c <= right; c++) if (c !== col && w !== row && stopsPucks(map, c, w)) pushCorner(puck, map, c, w);
  }
}

function pushFaceX(puck: Puck, map: ArenaMap, col: number, row: number): void {
  const toRight = col * TILE > puck.x;
  const limit = toRight ? col * TILE - PUCK.radius : (col + 1) * TILE + PUCK.radius;
  if (toRight ? puck.x <= limit : puck.x >= limit) return;
  puck.x = limit;
  if (tileAt(map, col, row) === BUMPER) kick(puck, toRight ? -1 : 1, 0);
  else if (toRight ? puck.vx > 0 : puck.vx < 0) puck.vx = 0;
}

function pushFaceY(puck: Puck, map: ArenaMap, col: number, row: number): void {
  const below = row * TILE > puck.y;
  const limit = below ? row * TILE - PUCK.radius : (row + 1) * TILE + PUCK.radius;
  if (below ? puck.y <= limit : puck.y >= limit) return;
  puck.y = limit;
  if (tileAt(map, col, row) === BUMPER) kick(puck, 0, below ? -1 : 1);
  else if (below ? puck.vy > 0 : puck.vy < 0) puck.vy = 0;
}

function pushCorner(puck: Puck, map: ArenaMap, col: number, row: number): void {
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
  if (tileAt(map, col, row) === BUMPER) kick(puck, nx, ny);
  else turnAlong(puck, nx, ny, 0);
}

/** A bumper sends a puck off along its normal (a unit vector), at `BUMPER.kick` or more. */
function kick(puck: Puck, nx: number, ny: number): void {
  kicked = true;
  turnAlong(puck, nx, ny, BUMPER_RULES.kick);
}

/** Replaces the velocity's part along a normal, if it is less, by `out` u/s. */
function turnAlong(puck: Puck, nx: number, ny: number, out: number): void {
  const along = puck.vx * nx + puck.vy * ny;
  if (along >= out) return;
  puck.vx = snap(puck.vx + (out - along) * nx);
  puck.vy = snap(puck.vy + (out - along) * ny);
}
