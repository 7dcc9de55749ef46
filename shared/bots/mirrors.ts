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

/** The aim from (x, y) that meets `target` by way of the mirrors, or nothing. */
export function aimByMirrors(mirrors: readonly Mirror[], x: number, y: number, target: Place): BankAim | undefined {
  // Most mirrors have their back to the one or the other: the cheapest question first.
  const first = mirrors[0] as Mirror;
  const last = mirrors[mirrors.length - 1] as Mirror;
  if (!isBefore(first, x, y) || !isBefore(last, target.x, target.y)) return undefined;
  // Images from the last mirror to the first: the bolt flies straight at the last of them.
  const images = [target];
  for (let i = mirrors.length - 1; i >= 0; i--) images.unshift(mirrored(mirrors[i] as Mirror, images[0] as Place));
  const [image] = images as [Place];
  let from: Place = { x, y };
  for (let i = 0; i < mirrors.length; i++) {
    const next = crossing(mirrors[i] as Mirror, from, images[i] as Place);
    // A bounce after a shorter way adds no level.
    if (!next || Math.hypot(next.x - from.x, next.y - from.y) < BOLT.countedRun) return undefined;
    from = next;
  }
  return { aim: aimOf(image.x - x, image.y - y), length: Math.hypot(image.x - x, image.y - y) };
}

/** Whether a place is on the side of a mirror that reflects. */
function isBefore({ upright, at, side }: Mirror, x: number, y: number): boolean {
  return ((upright ? x : y) - at) * side > 0;
}

function mirrored({ upright, at }: Mirror, { x, y }: Place): Place {
  return upright ? { x: 2 * at - x, y } : { x, y: 2 * at - y };
}

/** Where the way from a place before a mirror to an image behind it meets the mirror; nothing if beside it. */
function crossing({ upright, at, from, to, side }: Mirror, start: Place, image: Place): Place | undefined {
  const before = ((upright ? start.x : start.y) - at) * side;
  const behind = ((upright ? image.x : image.y) - at) * side;
  if (before <= 0 || behind >= 0) return undefined;
  const share = before / (before - behind);
  const place = { x: start.x + (image.x - start.x) * share, y: start.y + (image.y - start.y) * share };
  const along = upright ? place.y : place.x;
  return along >= from && along <= to ? place : undefined;
}
