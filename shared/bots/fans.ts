// Which mirrors are seen from a tile: one for each of many directions, found by flying a bolt that way. Who looks for a bank
// looks somewhere, as a person's eye wanders along the walls, and near or long walls meet it more often.

import { advanceFlight, launch } from '../sim/flight.ts';
import type { ArenaMap } from '../sim/map.ts';
import { AIM_STEPS } from '../sim/math.ts';
import { randomInt, type Seeded } from '../sim/rng.ts';
import type { Flight } from '../sim/types.ts';
import { TILE } from '../tuning.ts';
import { type Mirror, mirrorsOf } from './mirrors.ts';

/** Directions of a fan: at the far side of a screen they are a tile apart. */
const RAYS = 96;
/** Longer than any flight to the first wall. */
const FAR_S = 60;

const ray: Flight = { x: 0, y: 0, dx: 1, dy: 0, speed: 0, level: 0, bounces: 0, contacts: 0, run: 0, parries: 0 };
const known = new WeakMap<ArenaMap, Fans>();

/** A mirror that is seen from a place in some direction; nothing where no mirror is that way. */
export function mirrorSeen(map: ArenaMap, x: number, y: number, seeded: Seeded): Mirror | undefined {
  let fans = known.get(map);
  if (!fans) {
    fans = new Fans(map);
    known.set(map, fans);
  }
  return fans.look(x, y, randomInt(seeded, RAYS));
}

/** The fans of a map's tiles, each made when it is first asked for. */
class Fans {
  readonly #map: ArenaMap;
  readonly #mirrors: readonly Mirror[];
  /** By the open tile before a mirror and the way it looks: its index, -1 for none. */
  readonly #before: Int16Array;
  readonly #fans: (Int16Array | undefined)[];

  constructor(map: ArenaMap) {
    this.#map = map;
    this.#mirrors = mirrorsOf(map);
    this.#before = new Int16Array(map.tiles.length * 4).fill(-1);
    this.#fans = new Array<Int16Array | undefined>(map.tiles.length);
    this.#mirrors.forEach((mirror, index) => {
      const { upright, at, from, to, side } = mirror;
      for (let along = from + TILE / 2; along < to; along += TILE) {
        this.#before[this.#placeOf(upright ? at : along, upright ? along : at, upright, side)] = index;
      }
    });
  }

  look(x: number, y: number, direction: number): Mirror | undefined {
    const tile = this.#tileOf(x, y);
    this.#fans[tile] ??= this.#fanOf(tile);
    return this.#mirrors[(this.#fans[tile] as Int16Array)[direction] as number];
  }

  #fanOf(tile: number): Int16Array {
    const { cols } = this.#map;
    const x = ((tile % cols) + 0.5) * TILE;
    const y = (Math.floor(tile / cols) + 0.5) * TILE;
    return Int16Array.from({ length: RAYS }, (_, i) => {
      launch(ray, x, y, Math.round(((i + 0.5) / RAYS) * AIM_STEPS), 0, 0);
      const { dx, dy } = ray;
      advanceFlight(ray, this.#map, FAR_S);
      const upright = ray.dx !== dx;
      // It looks toward where the bolt came from.
      return this.#before[this.#placeOf(ray.x, ray.y, upright, (upright ? dx : dy) > 0 ? -1 : 1)] as number;
    });
  }

  #placeOf(x: number, y: number, upright: boolean, side: number): number {
    return this.#tileOf(x, y) * 4 + (upright ? 2 : 0) + (side > 0 ? 1 : 0);
  }

  #tileOf(x: number, y: number): number {
    return Math.floor(y / TILE) * this.#map.cols + Math.floor(x / TILE);
  }
}
