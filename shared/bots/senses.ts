// What a bot knows of its enemies: those on its screen that it looks at and no wall hides, those whose shots it hears, who
// carries a flag (everybody sees flags); and for a while where it last saw or heard the others.

import { hasLineOfSight } from '../sim/map.ts';
import { AIM_STEPS, AIM_X, AIM_Y } from '../sim/math.ts';
import { areMates } from '../sim/scores.ts';
import type { Puck, World } from '../sim/types.ts';
import { MAX_PUCKS } from '../tuning.ts';
import { boltsInAir } from './air.ts';
import type { Level } from './levels.ts';
import { Pulse } from './pulse.ts';
import { lengthOf } from './ways.ts';

/** Half of what a screen shows. */
const SCREEN_X = 800;
const SCREEN_Y = 450;
/** So near one is noticed from behind. */
const CLOSE = 170;
/** How far a shot is heard. */
const HEARING = 800;
/** A shot is heard in the first ticks of its bolt: over a network it comes late. */
const HEARD_TICKS = 15;
/** Ticks from look to look: walls between are costly to find. */
const LOOK_TICKS = 6;

/** An enemy as one knows it. */
export interface Sighting {
  readonly slot: number;
  /** Whether it is in sight now. */
  seen: boolean;
  /** Tick since which it has been in sight. */
  sinceTick: number;
  /** Tick of the last news; -1 for none. */
  tick: number;
  x: number;
  y: number;
  vx: number;
  vy: number;
}

export class Senses {
  /** By slot. */
  readonly enemies: Sighting[] = Array.from({ length: MAX_PUCKS }, (_, slot) => {
    return { slot, seen: false, sinceTick: 0, tick: -1, x: 0, y: 0, vx: 0, vy: 0 };
  });
  readonly #level: Level;
  readonly #viewCos: number;
  readonly #seen: Sighting[] = [];
  #looks: Pulse | undefined;

  constructor(level: Level) {
    this.#level = level;
    this.#viewCos = Math.cos((level.view / AIM_STEPS) * 2 * Math.PI);
  }

  /** Takes in the present tick; `aim` is where the bot looks. Returns whether it looked around: it does not in every tick. */
  update(world: World, me: Puck, aim: number): boolean {
    this.#looks ??= new Pulse(LOOK_TICKS, me.slot >> 1);
    if (!this.#looks.beats(world.tick)) {
      for (const enemy of this.#seen) watch(world, enemy);
      return false;
    }
    this.#seen.length = 0;
    for (const enemy of this.enemies) this.#look(world, me, aim, enemy);
    this.#listen(world, me);
    this.#watchFlags(world, me);
    return true;
  }

  /** There was nobody at the place. */
  forget(slot: number): void {
    const enemy = this.enemies[slot];
    if (enemy && !enemy.seen) enemy.tick = -1;
  }

  /** Whether something at a place is on the screen and looked at; walls are not asked. */
  notices(me: Puck, aim: number, x: number, y: number): boolean {
    const dx = x - me.x;
    const dy = y - me.y;
    if (Math.abs(dx) > SCREEN_X || Math.abs(dy) > SCREEN_Y) return false;
    const distance = lengthOf(dx, dy);
    const direction = Math.round(aim) & (AIM_STEPS - 1);
    return distance < CLOSE || dx * (AIM_X[direction] as number) + dy * (AIM_Y[direction] as number) > distance * this.#viewCos;
  }

  #look(world: World, me: Puck, aim: number, enemy: Sighting): void {
    const puck = world.pucks[enemy.slot];
    if (!puck?.active || !puck.alive || areMates(world, me, puck)) {
      enemy.tick = -1;
      enemy.seen = false;
      return;
    }
    const seen = this.notices(me, aim, puck.x, puck.y) && hasLineOfSight(world.map, me.x, me.y, puck.x, puck.y);
    if (seen && !enemy.seen) enemy.sinceTick = world.tick;
    enemy.seen = seen;
    if (seen) {
      this.#seen.push(enemy);
      note(enemy, world.tick, puck.x, puck.y, puck.vx, puck.vy);
    } else if (enemy.tick >= 0 && world.tick - enemy.tick > this.#level.memoryTicks) enemy.tick = -1;
  }

  #listen(world: World, me: Puck): void {
    for (const bolt of boltsInAir(world)) {
      if (!bolt.live || world.tick - bolt.spawnTick > HEARD_TICKS) continue;
      const shooter = this.enemies[bolt.owner];
      const puck = world.pucks[bolt.owner];
      if (!shooter || bolt.spawnTick <= shooter.tick || !puck?.alive || areMates(world, me, puck)) continue;
      const dx = bolt.spawnX - me.x;
      const dy = bolt.spawnY - me.y;
      if (dx * dx + dy * dy < HEARING * HEARING) note(shooter, bolt.spawnTick, bolt.spawnX, bolt.spawnY, 0, 0);
    }
  }

  #watchFlags(world: World, me: Puck): void {
    for (const { holder } of world.objectives) {
      const carrier = world.pucks[holder];
      const enemy = this.enemies[holder];
      if (!carrier?.alive || !enemy || enemy.seen || areMates(world, me, carrier)) continue;
      note(enemy, world.tick, carrier.x, carrier.y, carrier.vx, carrier.vy);
    }
  }
}

/** Who was in sight at the last look is followed until the next. */
function watch({ pucks, tick }: World, enemy: Sighting): void {
  const puck = pucks[enemy.slot] as Puck;
  if (puck.active && puck.alive) {
    note(enemy, tick, puck.x, puck.y, puck.vx, puck.vy);
  } else {
    enemy.tick = -1;
    enemy.seen = false;
  }
}

function note(enemy: Sighting, tick: number, x: number, y: number, vx: number, vy: number): void {
  enemy.tick = tick;
  enemy.x = x;
  enemy.y = y;
  enemy.vx = vx;
  enemy.vy = vy;
}
