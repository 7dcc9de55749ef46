// The skill of moving in a fight or on a place that is held: of many headings the one that suits best, toward a far enemy,
// around a near one, not into walls, not out of the circle to be held.

import { stopsPucks } from '../sim/map.ts';
import { clamp } from '../sim/math.ts';
import { random, type Seeded } from '../sim/rng.ts';
import type { Puck, World } from '../sim/types.ts';
import { TICK_HZ, TILE } from '../tuning.ts';
import type { Sighting } from './senses.ts';
import { lengthOf, type Point } from './ways.ts';

const HEADINGS = 16;
/** Enemies are kept at this distance. */
const KEEP_DISTANCE = 480;
/** So much off it one does not care about anything else. */
const SLACK = 150;
/** Nobody wants any enemy so near. */
const CROWDED = 340;
/** A heading is kept for so long, more or less. */
const STEP_TICKS = TICK_HZ * 0.45;
/** So far one gets on a heading. */
const STEP = 90;

/** Where one has to stay. */
export interface Circle extends Point {
  radius: number;
}

export class Dance {
  readonly heading: Point = { x: 0, y: 0 };
  readonly #random: Seeded;
  #nextTick = 0;
  #circling = 1;

  constructor(seeded: Seeded) {
    this.#random = seeded;
  }

  /** Moves around an enemy if there is one, away from all that are too near, within the circle: sets `heading`. */
  step(world: World, me: Puck, enemy: Point | undefined, others: readonly Sighting[], circle: Circle | undefined): void {
    if (world.tick < this.#nextTick) return;
    this.#nextTick = world.tick + STEP_TICKS * (0.6 + random(this.#random) * 0.8);
    if (random(this.#random) < 0.3) this.#circling = -this.#circling;
    let best = Number.NEGATIVE_INFINITY;
    const turn = random(this.#random);
    for (let i = 0; i < HEADINGS; i++) {
      const angle = ((i + turn) / HEADINGS) * 2 * Math.PI;
      const x = Math.cos(angle);
      const y = Math.sin(angle);
      const worth =
        (enemy ? this.#worthAgainst(me, enemy, x, y) : 0) +
        awayFrom(others, me, x, y) +
        (circle ? worthInside(me, circle, x, y) : 0) +
        room(world, me, x, y) +
        random(this.#random) * 0.6;
      if (worth <= best) continue;
      best = worth;
      this.heading.x = x;
      this.heading.y = y;
    }
  }

  /** The heading does not suit any more. */
  again(): void {
    this.#nextTick = 0;
  }

  #worthAgainst(me: Puck, enemy: Point, x: number, y: number): number {
    const dx = enemy.x - me.x;
    const dy = enemy.y - me.y;
    const distance = lengthOf(dx, dy) || 1;
    const toward = clamp((distance - KEEP_DISTANCE) / SLACK, -1, 1) * 2;
    return ((x * dx + y * dy) / distance) * toward + ((x * dy - y * dx) / distance) * this.#circling * 0.8;
  }
}

/** Less toward enemies that are near, wherever one looks. */
function awayFrom(enemies: readonly Sighting[], me: Puck, x: number, y: number): number {
  let worth = 0;
  for (const enemy of enemies) {
    if (!enemy.seen) continue;
    const dx = enemy.x - me.x;
    const dy = enemy.y - me.y;
    const distance = lengthOf(dx, dy) || 1;
    if (distance < CROWDED) worth -= ((x * dx + y * dy) / distance) * 2 * (1 - distance / CROWDED);
  }
  return worth;
}

/** Less the farther a step leads out of the circle. */
function worthInside(me: Puck, circle: Circle, x: number, y: number): number {
  const out = lengthOf(me.x + x * STEP - circle.x, me.y + y * STEP - circle.y) - circle.radius;
  return out > 0 ? -out / 20 : 0;
}

/** Less for a way that soon ends at a wall: 0 to -3. */
function room(world: World, me: Puck, x: number, y: number): number {
  for (let tiles = 1; tiles <= 3; tiles++) {
    const col = Math.floor((me.x + x * TILE * tiles) / TILE);
    const row = Math.floor((me.y + y * TILE * tiles) / TILE);
    if (stopsPucks(world.map, col, row)) return tiles - 4;
  }
  return 0;
}
