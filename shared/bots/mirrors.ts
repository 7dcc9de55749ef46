// Bank shots by mirrors: to hit a target after a bounce, aim at its mirror image behind the wall; after two bounces, at
// the image of the image. A bolt is a square, so the mirror stands half a bolt before the wall.

import { aimOf } from '../aim.ts';
import { type ArenaMap, SPONGE, stopsBolts, tileAt } from '../sim/map.ts';
import { BOLT, TILE } from '../tuning.ts';

/** A stretch of wall as a mirror: the line x = `at` (or y, if not `upright`) from `from` to `to`. */
export interface Mirror {
  upright: boolean;
  at: number;
  from: number;
  to: number;
  /** On which side of the line the arena is: -1 or 1. */
  side: number;
}

const known = new WeakMap<ArenaMap, Mirror[]>();

/** All mirrors of a map. */
export function mirrorsOf(map: ArenaMap): readonly Mirror[] {
  let mirrors = known.get(map);
  if (!mirrors) {
    mirrors = [...mirrorsAlong(map, true), ...mirrorsAlong(map, false)];
    known.set(map, mirrors);
  }
  return mirrors;
}

function mirrorsAlong(map: ArenaMap, upright: boolean): Mirror[] {
  const lines = upright ? map.cols : map.rows;
  const length = upright ? map.rows : map.cols;
  const mirrors: Mirror[] = [];
  for (let line = 0; line < lines; line++) {
    for (const side of [-1, 1]) {
      let from = -1;
      for (let i = 0; i <= length; i++) {
        const reflects = i < length && isMirror(map, upright, line, i, side);
        if (reflects && from < 0) from = i;
        if (reflects || from < 0) continue;
        const at = (side < 0 ? line : line + 1) * TILE + side * BOLT.half;
        mirrors.push({ upright, at, from: from * TILE, to: i * TILE, side });
        from = -1;
      }
    }
  }
  return mirrors;
}

/** Whether a tile of a line reflects bolts that come from a side of it. */
function isMirror(map: ArenaMap, upright: boolean, line: number, i: number, side: number): boolean {
  const [col, row] = upright ? [line, i] : [i, line];
  const [nextCol, nextRow] = upright ? [line + side, i] : [i, line + side];
  if (nextCol < 0 || nextRow < 0 || nextCol >= map.cols || nextRow >= map.rows) return false;
  return stopsBolts(map, col, row) && tileAt(map, col, row) !== SPONGE && !stopsBolts(map, nextCol, nextRow);
}

interface Place {
  x: number;
  y: number;
}

/** Where a shot at the mirrors, one after another, has to be aimed at, and how long its way is; walls between are not asked. */
export interface BankAim {
  aim: number;
  length: number;
}

/** Images of the target in the mirrors from each on, the target itself after the last: kept, since most questions fail. */
const imageX: number[] = [];
const imageY: number[] = [];

/** The aim from (x, y) that meets `target` by way of the mirrors, or nothing. */
export function aimByMirrors(mirrors: readonly Mirror[], x: number, y: number, target: Place): BankAim | undefined {
  const count = mirrors.length;
  // Most mirrors have their back to the one or the other: the cheapest question first.
  if (!isBefore(mirrors[0] as Mirror, x, y) || !isBefore(mirrors[count - 1] as Mirror, target.x, target.y)) return undefined;
  let [toX, toY] = [target.x, target.y];
  for (let i = count - 1; i >= 0; i--) {
    const { upright, at } = mirrors[i] as Mirror;
    if (upright) toX = 2 * at - toX;
    else toY = 2 * at - toY;
    imageX[i] = toX;
    imageY[i] = toY;
  }
  if (!leads(mirrors, x, y)) return undefined;
  // The bolt flies straight at the image of all images.
  const dx = toX - x;
  const dy = toY - y;
  return { aim: aimOf(dx, dy), length: Math.sqrt(dx * dx + dy * dy) };
}

/** Whether the way at the images meets each mirror before its edges, after a run that makes the bounce count. */
function leads(mirrors: readonly Mirror[], fromX: number, fromY: number): boolean {
  let x = fromX;
  let y = fromY;
  for (let i = 0; i < mirrors.length; i++) {
    const { upright, at, from, to, side } = mirrors[i] as Mirror;
    const dx = (imageX[i] as number) - x;
    const dy = (imageY[i] as number) - y;
    const before = ((upright ? x : y) - at) * side;
    const behind = ((upright ? x + dx : y + dy) - at) * side;
    if (before <= 0 || behind >= 0) return false;
    const share = before / (before - behind);
    const along = upright ? y + dy * share : x + dx * share;
    if (along < from || along > to || share * share * (dx * dx + dy * dy) < BOLT.countedRun * BOLT.countedRun) return false;
    x += dx * share;
    y += dy * share;
  }
  return true;
}

/** Whether a place is on the side of a mirror that reflects. */
function isBefore({ upright, at, side }: Mirror, x: number, y: number): boolean {
  return ((upright ? x : y) - at) * side > 0;
}
