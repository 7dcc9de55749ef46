// Ways on the map as drawings have them: x and y in turn.

import { advanceFlight, launch } from '#shared/sim/flight.ts';
import { type ArenaMap, stopsBolts } from '#shared/sim/map.ts';
import type { Bolt } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, TICK_S, TILE } from '#shared/tuning.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const ray = emptyBolt(0);

/** A bolt's way from one tick to another: both places, and its contacts between them. Flown again from its spawn. */
export function wayOf(bolt: Bolt, map: ArenaMap, from: number, to: number): number[] {
  launch(ray, bolt.spawnX, bolt.spawnY, bolt.aim, bolt.spawnLevel, bolt.parries);
  fly(map, from - bolt.spawnTick);
  const way = [ray.x, ray.y, ...fly(map, to - Math.max(from, bolt.spawnTick))];
  way.push(ray.x, ray.y);
  return way;
}

/** Flies on for some ticks. Returns the contacts. */
function fly(map: ArenaMap, ticks: number): number[] {
  const contacts: number[] = [];
  for (let left = ticks * TICK_S; left > 0 && ray.contacts < BOLT.lastContact; ) {
    const before = ray.contacts;
    left -= advanceFlight(ray, map, left);
    if (ray.contacts > before) contacts.push(ray.x, ray.y);
  }
  return contacts;
}

/** The rectangle around a way with a margin. */
export function boxOf(way: readonly number[], margin: number): Box {
  const xs = way.filter((_, i) => i % 2 === 0);
  const ys = way.filter((_, i) => i % 2 === 1);
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  };
}

/** Walls in a rectangle as an SVG path. */
export function wallsIn({ left, top, right, bottom }: Box, map: ArenaMap): string {
  let walls = '';
  for (let row = Math.floor(top / TILE); row * TILE < bottom; row++) {
    for (let col = Math.floor(left / TILE); col * TILE < right; col++) {
      if (stopsBolts(map, col, row)) walls += `M${col * TILE} ${row * TILE}h${TILE}v${TILE}h-${TILE}z`;
    }
  }
  return walls;
}
