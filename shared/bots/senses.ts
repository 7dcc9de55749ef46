// What a bot knows of its enemies: those on its screen that it looks at and no wall hides, those whose shots it hears, who
// carries a flag (everybody sees flags); and for a while where it last saw or heard the others.

import { aimOf } from '../aim.ts';
import { hasLineOfSight } from '../sim/map.ts';
import { areMates } from '../sim/scores.ts';
import type { Puck, World } from '../sim/types.ts';
import { MAX_PUCKS } from '../tuning.ts';
import { turnTo } from './hand.ts';
import type { Level } from './levels.ts';

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
const LOOK_TICKS = 4;

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

  constructor(level: Level) {
    this.#level = level;
  }

  /** Takes in the present tick; `aim` is where the bot looks. */
  update(world: World, me: Puck, aim: number): void {
    const looks = (world.tick + me.slot) % LOOK_TICKS === 0;
    for (const enemy of this.enemies) {
      const puck = world.pucks[enemy.slot];
      if (!puck?.active || !puck.alive || areMates(world, me, puck)) {
        enemy.tick = -1;
        enemy.seen = false;
        continue;
      }
      if (looks) this.#look(world, me, aim, enemy, puck);
      if (enemy.seen) note(enemy, world.tick, puck.x, puck.y, puck.vx, puck.vy);
      else if (enemy.tick >= 0 && world.tick - enemy.tick > this.#level.memoryTicks) enemy.tick = -1;
    }
    if (looks) {
      this.#listen(world, me);
      this.#watchFlags(world, me);
    }
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
    return dx * dx + dy * dy < CLOSE * CLOSE || Math.abs(turnTo(aim, aimOf(dx, dy))) < this.#level.view;
  }

  #look(world: World, me: Puck, aim: number, enemy: Sighting, puck: Puck): void {
    const seen = this.notices(me, aim, puck.x, puck.y) && hasLineOfSight(world.map, me.x, me.y, puck.x, puck.y);
    if (seen && !enemy.seen) enemy.sinceTick = world.tick;
    enemy.seen = seen;
  }

  #listen(world: World, me: Puck): void {
    for (const bolt of world.bolts) {
      if (!bolt.live || world.tick - bolt.spawnTick > HEARD_TICKS) continue;
      const shooter = this.enemies[bolt.owner];
      const puck = world.pucks[bolt.owner];
      if (!shooter || bolt.spawnTick <= shooter.tick || !puck?.alive || areMates(world, me, puck)) continue;
      if (Math.hypot(bolt.spawnX - me.x, bolt.spawnY - me.y) < HEARING) note(shooter, bolt.spawnTick, bolt.spawnX, bolt.spawnY, 0, 0);
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

function note(enemy: Sighting, tick: number, x: number, y: number, vx: number, vy: number): void {
  enemy.tick = tick;
  enemy.x = x;
  enemy.y = y;
  enemy.vx = vx;
  enemy.vy = vy;
}
