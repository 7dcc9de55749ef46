// Ways over a map: A* on its tiles, by ngraph.path. A graph is made once a map and kept as long as the map is.

import createGraph, { type Graph, type Node } from 'ngraph.graph';
import { aStar, type PathFinder } from 'ngraph.path';
import { type ArenaMap, BUMPER, SLICK, stopsPucks, tileAt } from '../sim/map.ts';
import { PUCK, TILE } from '../tuning.ts';

export interface Point {
  x: number;
  y: number;
}

/** Length of a vector; many times as fast as Math.hypot. */
export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** What a tile costs beside its length: near walls one scrapes corners, bumpers kick, slick floor carries off. */
const NEAR_WALL = 0.5;
const NEAR_BUMPER = 1.5;
const ON_SLICK = 1;
/** The way ahead is taken to cost so much a tile, a little more than open floor does: a third of the search, for ways hardly longer. */
const GREED = 1.4;
/** Half the width of a straight way: a puck that touches a wall goes along it freely. */
const HALF_WIDTH = PUCK.radius - 1;

/** So many ways are kept: bots go the same ones again and again. */
const KEPT = 8192;

/** A tile's place in tiles, its middle, and what it costs to be on it. */
interface Tile {
  col: number;
  row: number;
  middle: Point;
  cost: number;
}

const found = new WeakMap<ArenaMap, Ways>();

/** The ways of a map. */
export function waysOf(map: ArenaMap): Ways {
  let ways = found.get(map);
  if (!ways) {
    ways = new Ways(map);
    found.set(map, ways);
  }
  return ways;
}

export class Ways {
  readonly #map: ArenaMap;
  readonly #graph: Graph<Tile, number> = createGraph();
  readonly #finder: PathFinder<Tile>;
  /** By both ends. */
  readonly #kept = new Map<number, readonly Point[]>();

  constructor(map: ArenaMap) {
    this.#map = map;
    this.#addTiles();
    this.#finder = aStar<Tile, number>(this.#graph, {
      distance: (_a, _b, link) => link.data,
      heuristic: (a, b) => GREED * octile(a.data, b.data),
    });
  }

  /** The middles of the tiles from one place to another, without the first; empty when there is no way. */
  find(x0: number, y0: number, x1: number, y1: number): readonly Point[] {
    const from = this.#nearestNode(x0, y0);
    const to = this.#nearestNode(x1, y1);
    if (!from || !to) return [];
    const ends = (from.id as number) * this.#map.tiles.length + (to.id as number);
    let way = this.#kept.get(ends);
    if (!way) {
      way = this.#search(from, to);
      if (this.#kept.size >= KEPT) this.#kept.clear();
      this.#kept.set(ends, way);
    }
    return way;
  }

  #search(from: Node<Tile>, to: Node<Tile>): Point[] {
    const points = this.#finder.find(from.id, to.id).map(({ data }) => data.middle);
    points.pop();
    return points.reverse();
  }

  /** Tiles are reached from the first spawn: pockets that nobody enters are no goal. Corners are not cut. */
  #addTiles(): void {
    const map = this.#map;
    const [spawn] = map.spawns;
    if (!spawn) return;
    const open = [this.#add(Math.floor(spawn.x / TILE), Math.floor(spawn.y / TILE))];
    for (let tile = open.pop(); tile; tile = open.pop()) {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const { col, row } = tile;
          if (stopsPucks(map, col + dx, row) || stopsPucks(map, col, row + dy) || stopsPucks(map, col + dx, row + dy)) continue;
          const id = this.#idOf(col + dx, row + dy);
          const known = this.#graph.getNode(id);
          const other = known ? known.data : this.#add(col + dx, row + dy);
          if (!known) open.push(other);
          const own = this.#idOf(col, row);
          if (own !== id && !this.#graph.hasLink(id, own)) {
            this.#graph.addLink(own, id, (Math.hypot(dx, dy) * (tile.cost + other.cost)) / 2);
          }
        }
      }
    }
  }

  #idOf(col: number, row: number): number {
    return row * this.#map.cols + col;
  }

  #add(col: number, row: number): Tile {
    const middle = { x: (col + 0.5) * TILE, y: (row + 0.5) * TILE };
    const tile = { col, row, middle, cost: costOf(this.#map, col, row) };
    this.#graph.addNode(this.#idOf(col, row), tile);
    return tile;
  }

  /** The tile of a place, or the nearest that can be reached: the middle of a hill may be a wall. */
  #nearestNode(x: number, y: number): Node<Tile> | undefined {
    const at = this.#graph.getNode(this.#idOf(Math.floor(x / TILE), Math.floor(y / TILE)));
    if (at) return at;
    let nearest: Node<Tile> | undefined;
    let least = Number.POSITIVE_INFINITY;
    this.#graph.forEachNode((node) => {
      const { middle } = node.data;
      const distance = lengthOf(middle.x - x, middle.y - y);
      if (distance >= least) return;
      least = distance;
      nearest = node;
    });
    return nearest;
  }
}

function costOf(map: ArenaMap, col: number, row: number): number {
  let beside = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (tileAt(map, col + dx, row + dy) === BUMPER) beside = NEAR_BUMPER;
      else if (stopsPucks(map, col + dx, row + dy)) beside = Math.max(beside, NEAR_WALL);
    }
  }
  return 1 + beside + (tileAt(map, col, row) === SLICK ? ON_SLICK : 0);
}

/** Length of the shortest way over free tiles. */
function octile(a: Tile, b: Tile): number {
  const dx = Math.abs(a.col - b.col);
  const dy = Math.abs(a.row - b.row);
  return Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy);
}

/** Whether a puck can go straight from one place to another. */
export function isWayClear(map: ArenaMap, x0: number, y0: number, x1: number, y1: number): boolean {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = lengthOf(dx, dy);
  if (length === 0) return true;
  const sideX = (-dy / length) * HALF_WIDTH;
  const sideY = (dx / length) * HALF_WIDTH;
  const strides = Math.ceil(length / (TILE / 3));
  for (let i = 0; i <= strides; i++) {
    const x = x0 + (dx * i) / strides;
    const y = y0 + (dy * i) / strides;
    // Where it stands now it fits already.
    if (i > 0 && (isWall(map, x + sideX, y + sideY) || isWall(map, x - sideX, y - sideY))) return false;
  }
  return true;
}

function isWall(map: ArenaMap, x: number, y: number): boolean {
  return stopsPucks(map, Math.floor(x / TILE), Math.floor(y / TILE));
}
