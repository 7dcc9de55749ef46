// fast-check with a fixed seed, so that a run on a busy machine in the night is the run of the morning. FC_SEED=n looks
// elsewhere, FC_RUNS=n multiplies how long it looks.

import fc from 'fast-check';
import { PICKUPS } from '#shared/pickups/index.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { BUMPER, FLOOR, GLASS, SLICK, SPONGE, stopsBolts, stopsPucks, WALL } from '#shared/sim/map.ts';
import { GRID, PUCK, TILE } from '#shared/tuning.ts';

const seed = Number(process.env.FC_SEED ?? 20_260_101);
const factor = Number(process.env.FC_RUNS ?? 1);

/** Asserts a property over `runs` random cases. */
export function holds<T extends [unknown, ...unknown[]]>(runs: number, property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns: runs * factor, seed });
}

/** What is strewn, a wall more often than the rest. */
const STREWN = [WALL, WALL, WALL, GLASS, SPONGE, BUMPER, SLICK];

/**
 * A closed map with tiles of all kinds strewn over it; two spawns at least, not necessarily within reach of each other. Flags,
 * a hill and things to pick up lie anywhere.
 */
export const anyMap: fc.Arbitrary<ArenaMap> = fc
  .record({
    cols: fc.integer({ min: 6, max: 22 }),
    rows: fc.integer({ min: 6, max: 16 }),
    share: fc.constantFrom(0, 8, 20, 45),
  })
  .chain(({ cols, rows, share }) =>
    fc
      .record({
        dice: fc.array(fc.nat(99), { minLength: cols * rows, maxLength: cols * rows }),
        kinds: fc.array(fc.constantFrom(...STREWN), { minLength: cols * rows, maxLength: cols * rows }),
        places: fc.array(fc.record({ col: fc.integer({ min: 1, max: cols - 2 }), row: fc.integer({ min: 1, max: rows - 2 }) }), {
          minLength: 6,
          maxLength: 6,
        }),
      })
      .map(({ dice, kinds, places }) => strewn(cols, rows, places, (i) => ((dice[i] as number) < share ? (kinds[i] as number) : FLOOR))),
  );

type Place = { col: number; row: number };
const middleOf = ({ col, row }: Place) => ({ x: (col + 0.5) * TILE, y: (row + 0.5) * TILE });

function strewn(cols: number, rows: number, places: Place[], tileOf: (i: number) => number): ArenaMap {
  const tiles = Uint8Array.from({ length: cols * rows }, (_, i) => {
    const col = i % cols;
    const row = Math.floor(i / cols);
    if (col === 0 || row === 0 || col === cols - 1 || row === rows - 1) return WALL;
    // The corners stay free for the spawns.
    return (col === 1 && row === 1) || (col === cols - 2 && row === rows - 2) ? FLOOR : tileOf(i);
  });
  const spawns = [
    { x: TILE * 1.5, y: TILE * 1.5, team: -1 },
    { x: (cols - 1.5) * TILE, y: (rows - 1.5) * TILE, team: -1 },
  ];
  const middles = places.map(middleOf);
  const flags = middles.slice(0, 2).map((place, team) => ({ ...place, team }));
  const zones = middles.slice(2, 3).map((place) => ({ ...place, halfWidth: 2 * TILE, halfHeight: 1.5 * TILE }));
  const pickups = Object.values(PICKUPS).map((kind, i) => ({ ...(middles[3 + i] as (typeof middles)[number]), kind }));
  return { id: 'any', name: 'Any', author: '', modes: [], cols, rows, tiles, spawns, flags, zones, pickups, hash: 1 };
}

/** A free place for a puck, on the grid: somewhere within the reach that a free tile leaves it. */
export function placeOn(map: ArenaMap): fc.Arbitrary<{ x: number; y: number }> {
  const free = [...map.tiles.keys()].filter((i) => !stopsPucks(map, i % map.cols, Math.floor(i / map.cols)));
  const slack = (TILE / 2 - PUCK.radius) * GRID;
  const off = fc.integer({ min: -slack, max: slack });
  return fc.record({ tile: fc.constantFrom(...free), dx: off, dy: off }).map(({ tile, dx, dy }) => ({
    x: ((tile % map.cols) + 0.5) * TILE + dx / GRID,
    y: (Math.floor(tile / map.cols) + 0.5) * TILE + dy / GRID,
  }));
}

/** A map with a free place on it. */
export const mapAndPlace = anyMap.chain((map) => placeOn(map).map((place) => ({ map, place })));

/** How deep a puck (a circle) or a bolt (a square) of half extent `half` reaches into what stops it, 0 for not at all. */
export function depthInWalls(map: ArenaMap, x: number, y: number, half: number, round: boolean): number {
  const stops = round ? stopsPucks : stopsBolts;
  let deepest = 0;
  for (let row = Math.floor((y - half) / TILE); row <= Math.floor((y + half) / TILE); row++) {
    for (let col = Math.floor((x - half) / TILE); col <= Math.floor((x + half) / TILE); col++) {
      if (!stops(map, col, row)) continue;
      const dx = Math.max(col * TILE - x, 0, x - (col + 1) * TILE);
      const dy = Math.max(row * TILE - y, 0, y - (row + 1) * TILE);
      const depth = half - (round ? Math.sqrt(dx * dx + dy * dy) : Math.max(dx, dy));
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}
