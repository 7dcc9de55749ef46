// A bolt's flight: a pure function of its spawn and the map. HERE A BOUNCE IS COMPUTED (`advanceFlight`): the
// bolt is a square swept through the grid, its leading edges cross the grid's lines one by one, and a crossing into
// a wall is a contact that flips one sign. The method is Amanatides and Woo's grid traversal, with a box for a ray.

import { BOLT, BUMPER as BUMPER_RULES, PARRY, TICK_S, TILE } from '../tuning.ts';
import { type ArenaMap, BUMPER, FLOOR, SPONGE, stopsBolts, tileAt } from './map.ts';
import { AIM_X, AIM_Y, clamp } from './math.ts';
import type { Flight } from './types.ts';

const HALF = BOLT.half;

/** Speed in u/s of a bolt by its level and by how often it was parried. */
export function flightSpeed(level: number, parries: number): number {
  let speed: number = BOLT.speed;
  for (let i = 0; i < level; i++) speed *= BOLT.levelFactor;
  for (let i = 0; i < parries; i++) speed *= PARRY.speedFactor;
  return Math.min(speed, BOLT.maxSpeed);
}

/** Ticks that a bolt lives on a map. */
export function lifeTicks(map: ArenaMap): number {
  return map.cols > BOLT.largeCols ? BOLT.largeLifeTicks : BOLT.lifeTicks;
}

/** Sets a flight to its beginning: place, aim step, level, parries. */
export function launch(f: Flight, x: number, y: number, aim: number, level: number, parries: number): void {
  f.x = x;
  f.y = y;
  f.dx = AIM_X[aim] as number;
  f.dy = AIM_Y[aim] as number;
  f.speed = flightSpeed(level, parries);
  f.level = level;
  f.bounces = 0;
  f.contacts = 0;
  f.run = 0;
  f.parries = parries;
}

/** Column or row that an edge is in: the last one entered, in the direction of travel. */
function cellOf(edge: number, forward: boolean): number {
  return forward ? Math.ceil(edge / TILE) - 1 : Math.floor(edge / TILE);
}

/** The last column or row that the box has not left yet. */
function trailingCell(centre: number, forward: boolean): number {
  return cellOf(forward ? centre - HALF : centre + HALF, !forward);
}

/**
 * What a bolt strikes in a line of tiles (a column's rows `from`..`to`, or a row's columns): the code of the tile before its
 * middle, or else of the first that stops it; FLOOR for none.
 */
function struck(map: ArenaMap, line: number, from: number, to: number, middle: number, vertical: boolean): number {
  let found = FLOOR;
  for (let i = from; i <= to; i++) {
    const col = vertical ? line : i;
    const row = vertical ? i : line;
    if (!stopsBolts(map, col, row)) continue;
    if (i === middle) return tileAt(map, col, row);
    if (found === FLOOR) found = tileAt(map, col, row);
  }
  return found;
}

/**
 * Flies to the next contact with a wall or to the end of `seconds`, whichever is first, and bounces at the contact.
 * Returns the seconds used: less than `seconds` means that there was a contact; call again with the rest.
 */
export function advanceFlight(f: Flight, map: ArenaMap, seconds: number): number {
  const right = f.dx > 0;
  const down = f.dy > 0;
  const vx = f.dx * f.speed;
  const vy = f.dy * f.speed;
  const edgeX = right ? f.x + HALF : f.x - HALF;
  const edgeY = down ? f.y + HALF : f.y - HALF;
  let col = cellOf(edgeX, right);
  let row = cellOf(edgeY, down);
  for (;;) {
    const lineX = (right ? col + 1 : col) * TILE;
    const lineY = (down ? row + 1 : row) * TILE;
    const tx = vx === 0 ? Number.POSITIVE_INFINITY : Math.max(0, (lineX - edgeX) / vx);
    const ty = vy === 0 ? Number.POSITIVE_INFINITY : Math.max(0, (lineY - edgeY) / vy);
    const t = Math.min(tx, ty, seconds);
    // Rounding must not carry an edge over a line that has not been crossed.
    const x = right ? Math.min(f.x + vx * t, lineX - HALF) : Math.max(f.x + vx * t, lineX + HALF);
    const y = down ? Math.min(f.y + vy * t, lineY - HALF) : Math.max(f.y + vy * t, lineY + HALF);
    const crossesX = tx <= ty;
    if (t >= seconds) {
      f.x = x;
      f.y = y;
      f.run += f.speed * seconds;
      return seconds;
    }
    const next = crossesX ? col + (right ? 1 : -1) : row + (down ? 1 : -1);
    // The other axis: from the cell of the leading edge to that of the trailing one.
    const lead = crossesX ? row : col;
    const trail = crossesX ? trailingCell(y, down) : trailingCell(x, right);
    const middle = Math.floor((crossesX ? y : x) / TILE);
    const tile = struck(map, next, Math.min(lead, trail), Math.max(lead, trail), middle, crossesX);
    if (tile !== FLOOR) {
      f.x = x;
      f.y = y;
      f.run += f.speed * t;
      if (crossesX) f.dx = -f.dx;
      else f.dy = -f.dy;
      contact(f, tile);
      return t;
    }
    if (crossesX) col = next;
    else row = next;
  }
}

/** Flies one tick, past pucks. False when the flight ends at its last contact; its age is the caller's to watch. */
export function stepFlight(f: Flight, map: ArenaMap): boolean {
  for (let left = TICK_S; left > 0; ) {
    left -= advanceFlight(f, map, left);
    if (f.contacts >= BOLT.lastContact) return false;
  }
  return true;
}

/** Counts a contact; after a long enough run it raises the level and the speed, at a bumper twice. A sponge is the last. */
function contact(f: Flight, tile: number): void {
  if (tile === SPONGE) {
    f.contacts = BOLT.lastContact;
    return;
  }
  f.contacts++;
  if (f.run < BOLT.countedRun) return;
  f.run = 0;
  f.bounces++;
  f.level = clamp(f.level + (tile === BUMPER ? BUMPER_RULES.levels : 1), 0, BOLT.maxLevel);
  f.speed = flightSpeed(f.level, f.parries);
}
