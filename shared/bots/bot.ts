// think(world) -> Command. One simple bot: it roams, keeps its distance, shoots at whom it sees, looks for a bank shot
// at whom it does not, dashes out of the way now and then. Its commands are recorded like anyone's, so any maths is fine.

import { aimOf } from '../aim.ts';
import { neutralCommand } from '../sim/commands.ts';
import { hasLineOfSight, stopsPucks } from '../sim/map.ts';
import { AIM_STEPS, AIM_X, AIM_Y } from '../sim/math.ts';
import { energyOf } from '../sim/puck.ts';
import { random, type Seeded } from '../sim/rng.ts';
import { BUTTON, type Command, type Puck, type World } from '../sim/types.ts';
import { BOLT, PUCK, TICK_HZ, TILE } from '../tuning.ts';
import { findBank } from './bank.ts';

/** Ticks from seeing to acting. */
const REACTION_TICKS = 12;
/** Aim steps that the bot turns in a tick at most, a quarter turn in 0.2 s. */
const TURN = AIM_STEPS / 4 / 12;
/** Largest error of a shot, in aim steps: about 6 degrees. */
const AIM_ERROR = AIM_STEPS / 60;
const KEEP_DISTANCE = 300;
const HEADINGS = 16;
/** A target is chosen and a heading kept for so long. */
const CHOICE_TICKS = TICK_HZ / 2;

export class Bot {
  readonly slot: number;
  readonly #random: Seeded;
  readonly #command = neutralCommand();
  #target = -1;
  #nextChoice = 0;
  #heading = 0;
  #circling = 1;
  #error = 0;
  #seenSince = -1;
  #bank = -1;

  /** `seed` is the bot's own: it must not touch the world's. */
  constructor(slot: number, seed: number) {
    this.slot = slot;
    this.#random = { rng: seed >>> 0 };
  }

  /** The command for the next tick. The returned object is reused. */
  think(world: World): Command {
    const me = world.pucks[this.slot] as Puck;
    const command = this.#command;
    command.buttons = 0;
    if (!me.alive) {
      command.mx = command.my = 0;
      this.#seenSince = -1;
      return command;
    }
    if (world.tick >= this.#nextChoice) this.#choose(world, me);
    const target = this.#target >= 0 ? world.pucks[this.#target] : undefined;
    this.#move(command);
    if (target?.alive) this.#fight(world, me, target, command);
    return command;
  }

  #choose(world: World, me: Puck): void {
    this.#nextChoice = world.tick + CHOICE_TICKS * (0.5 + random(this.#random));
    this.#target = nearestEnemy(world, me);
    this.#error = (random(this.#random) * 2 - 1) * AIM_ERROR;
    if (random(this.#random) < 0.3) this.#circling = -this.#circling;
    const target = this.#target >= 0 ? world.pucks[this.#target] : undefined;
    this.#heading = this.#bestHeading(world, me, target);
    this.#bank = -1;
  }

  /** The free way that suits best: toward a far target, around a near one. */
  #bestHeading(world: World, me: Puck, target: Puck | undefined): number {
    const dx = target ? target.x - me.x : 0;
    const dy = target ? target.y - me.y : 0;
    const distance = Math.hypot(dx, dy) || 1;
    const toward = Math.max(-1, Math.min(1, (distance - KEEP_DISTANCE) / KEEP_DISTANCE));
    let best = 0;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < HEADINGS; i++) {
      const aim = (i * AIM_STEPS) / HEADINGS;
      const x = AIM_X[aim] as number;
      const y = AIM_Y[aim] as number;
      const ahead = (x * dx + y * dy) / distance;
      const aside = (x * dy - y * dx) / distance;
      const worth = ahead * toward + aside * this.#circling * 0.7 + random(this.#random) * 0.6 + room(world, me, x, y);
      if (worth > bestWorth) {
        best = aim;
        bestWorth = worth;
      }
    }
    return best;
  }

  #move(command: Command): void {
    command.mx = Math.round((AIM_X[this.#heading] as number) * PUCK.stickMax);
    command.my = Math.round((AIM_Y[this.#heading] as number) * PUCK.stickMax);
  }

  #fight(world: World, me: Puck, target: Puck, command: Command): void {
    const sees = hasLineOfSight(world.map, me.x, me.y, target.x, target.y);
    if (!sees) this.#seenSince = -1;
    else if (this.#seenSince < 0) this.#seenSince = world.tick;
    const ready = energyOf(me) > 0;
    if (!sees && ready && this.#bank < 0 && world.tick % 4 === this.slot % 4) {
      this.#bank = findBank(world.map, me, target, Math.floor(random(this.#random) * AIM_STEPS));
    }
    if (sees) this.#bank = -1;
    const wanted = this.#bank >= 0 ? this.#bank : leadAim(me, target) + this.#error;
    const off = this.#turn(command, wanted);
    const reacted = sees && world.tick - this.#seenSince >= REACTION_TICKS;
    if (ready && off < AIM_STEPS / 90 && (reacted || this.#bank >= 0)) {
      command.buttons |= BUTTON.fire;
      this.#bank = -1;
    }
    if (sees && random(this.#random) < 1 / TICK_HZ / 2) command.buttons |= BUTTON.dash;
    if (random(this.#random) < 0.06 && threatened(world, me)) command.buttons |= BUTTON.parry;
  }

  /** Turns the aim toward a wanted one. Returns how far it is off. */
  #turn(command: Command, wanted: number): number {
    const half = AIM_STEPS / 2;
    const off = ((Math.round(wanted) - command.aim + half + AIM_STEPS * 2) % AIM_STEPS) - half;
    const turned = Math.max(-TURN, Math.min(TURN, off));
    command.aim = Math.round(command.aim + turned) & (AIM_STEPS - 1);
    return Math.abs(off - turned);
  }
}

function nearestEnemy(world: World, me: Puck): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const puck of world.pucks) {
    if (puck === me || !puck.active || !puck.alive || (world.mode.teams > 0 && puck.team === me.team)) continue;
    const distance = Math.hypot(puck.x - me.x, puck.y - me.y);
    if (distance < bestDistance) {
      best = puck.slot;
      bestDistance = distance;
    }
  }
  return best;
}

/** Aim at where the target will be when a direct bolt arrives. */
function leadAim(me: Puck, target: Puck): number {
  const seconds = Math.hypot(target.x - me.x, target.y - me.y) / BOLT.speed;
  return aimOf(target.x + target.vx * seconds * 0.8 - me.x, target.y + target.vy * seconds * 0.8 - me.y);
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

/** Whether an enemy's bolt is near and coming. */
function threatened(world: World, me: Puck): boolean {
  for (const bolt of world.bolts) {
    if (!bolt.live || bolt.owner === me.slot) continue;
    const dx = me.x - bolt.x;
    const dy = me.y - bolt.y;
    const distance = Math.hypot(dx, dy);
    if (distance < bolt.speed * 0.15 && (dx * bolt.dx + dy * bolt.dy) / distance > 0.9) return true;
  }
  return false;
}
