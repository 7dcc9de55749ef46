// think(world) -> Command. A bot senses what a person at its place could, chooses an errand, and has skills to do it with;
// how good they are is its level. Its commands are recorded like anyone's, so any maths is fine.

import { aimOf } from '../aim.ts';
import { neutralCommand } from '../sim/commands.ts';
import { AIM_STEPS } from '../sim/math.ts';
import { dashesOf, isRooted } from '../sim/puck.ts';
import { random, type Seeded } from '../sim/rng.ts';
import { BUTTON, type Command, type Puck, type World } from '../sim/types.ts';
import { PUCK, TICK_HZ } from '../tuning.ts';
import { apart } from './crowd.ts';
import { Dance } from './dance.ts';
import { type Errand, Errands } from './errands.ts';
import { Gun } from './gun.ts';
import { Hand } from './hand.ts';
import { DEFAULT_LEVEL, LEVELS, type Level, type LevelId } from './levels.ts';
import { Pulse } from './pulse.ts';
import { Senses, type Sighting } from './senses.ts';
import { Stillness } from './stillness.ts';
import { type Threat, Threats } from './threats.ts';
import { Thumb } from './thumb.ts';
import { Walk } from './walk.ts';
import { lengthOf, type Point } from './ways.ts';

/** A nearer enemy must be nearer by so much to become the target. */
const LOYALTY = 120;
/** Who is out of sight counts as so much farther. */
const UNSEEN = 400;
/** Nearer than this an enemy in sight is fought, not approached. */
const FIGHT = 480;
/** Who is where it is wanted stays so up to this share of the distance. */
const EDGE = 1.2;
/** It decides twenty times a second; in between its hand goes on. */
const THINK_TICKS = 3;
/** Dashes on the way: only on straight stretches, about so often a second. */
const DASH_STRETCH = 300;
const DASH_RATE = 0.6;
/** Who gets no farther than this in so many ticks is stuck, and tries something else for so long. */
const STUCK = 40;
const STUCK_TICKS = TICK_HZ;
const FREE_TICKS = TICK_HZ / 2;
/** The same for who moves about, but on one spot. */
const CAMP = 150;
const CAMP_TICKS = TICK_HZ * 2.5;
const LEAVE_TICKS = TICK_HZ * 1.5;
const NOBODY: readonly Sighting[] = [];

export class Bot {
  readonly slot: number;
  readonly #random: Seeded;
  readonly #level: Level;
  readonly #command = neutralCommand();
  readonly #thinks: Pulse;
  readonly #hand: Hand;
  #wanted: number;
  readonly #senses: Senses;
  readonly #gun: Gun;
  readonly #threats: Threats;
  readonly #thumb = new Thumb();
  readonly #walk: Walk;
  readonly #dance: Dance;
  readonly #errands: Errands;
  #enemy: Sighting | undefined;
  #errand: Errand = { x: 0, y: 0, intent: 'roam', radius: 0 };
  #life = -1;
  readonly #stuck = new Stillness(STUCK, STUCK_TICKS);
  readonly #camping = new Stillness(CAMP, CAMP_TICKS);
  readonly #aside: Point = { x: 0, y: 0 };
  #asideUntil = 0;
  #wasThere = false;
  #freeUntil = 0;
  #leaveUntil = 0;
  #leaveFor: Point = { x: 0, y: 0 };

  /** `seed` is the bot's own: it must not touch the world's. */
  constructor(slot: number, seed: number, level: LevelId = DEFAULT_LEVEL) {
    this.slot = slot;
    this.#random = { rng: seed >>> 0 };
    this.#level = LEVELS[level];
    // Of two neighbours, who may be enemies, none is ahead.
    this.#thinks = new Pulse(THINK_TICKS, slot >> 1);
    this.#hand = new Hand(random(this.#random) * AIM_STEPS, this.#level);
    this.#wanted = this.#hand.aim;
    this.#senses = new Senses(this.#level);
    this.#gun = new Gun(this.#level, this.#random);
    this.#threats = new Threats(this.#level, this.#random);
    this.#walk = new Walk(slot);
    this.#dance = new Dance(this.#random);
    this.#errands = new Errands(this.#random);
  }

  /** The command for the next tick. The returned object is reused. */
  think(world: World): Command {
    const me = world.pucks[this.slot] as Puck;
    const command = this.#command;
    command.buttons = 0;
    if (!me.alive || world.phase === 'results') command.mx = command.my = 0;
    else if (this.#thinks.beats(world.tick)) this.#decide(world, me, command);
    else this.#turn(command);
    return command;
  }

  #decide(world: World, me: Puck, command: Command): void {
    const born = me.life !== this.#life;
    if (born) this.#begin(world, me);
    // What it knows of changes by looks, and its plans with that; or at once when the enemy is gone.
    if (this.#senses.update(world, me, this.#hand.aim) || born || (this.#enemy && this.#enemy.tick < 0)) {
      this.#enemy = this.#choose(world, me);
      this.#errand = this.#errands.choose(world, me, this.#enemy);
    }
    const threat = this.#threats.first(world, me, this.#hand.aim, this.#senses);
    this.#move(world, me, this.#errand, this.#enemy, command);
    this.#aim(world, me, this.#enemy, threat, command);
    if (threat && threat.answer !== 'none') this.#save(world, me, threat, command);
  }

  #begin(world: World, me: Puck): void {
    this.#life = me.life;
    this.#enemy = undefined;
    this.#errands.again();
    this.#stuck.restart(me, world.tick);
    this.#camping.restart(me, world.tick);
    this.#leaveUntil = this.#asideUntil = 0;
  }

  /** The enemy to fight: near, in sight, and rather the one that it fights already. */
  #choose(world: World, me: Puck): Sighting | undefined {
    let best: Sighting | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const enemy of this.#senses.enemies) {
      if (enemy.tick < 0) continue;
      const carries = (world.pucks[enemy.slot] as Puck).carries >= 0;
      const distance = lengthOf(enemy.x - me.x, enemy.y - me.y);
      // It is not where it was thought to be.
      if (!enemy.seen && distance < PUCK.radius * 2) this.#senses.forget(enemy.slot);
      const far = distance + (enemy.seen ? 0 : UNSEEN) - (enemy === this.#enemy ? LOYALTY : 0) - (carries ? UNSEEN : 0);
      if (far >= least) continue;
      least = far;
      best = enemy;
    }
    if (best !== this.#enemy) this.#gun.reset(world.tick);
    return best;
  }

  #move(world: World, me: Puck, errand: Errand, enemy: Sighting | undefined, command: Command): void {
    this.#watchProgress(world, me, errand);
    if (world.tick < this.#asideUntil) {
      // Not back into the line of the bolt that it gets away from.
      this.#thumb.push(command, this.#aside);
    } else if (world.tick < this.#freeUntil) {
      this.#dance.step(world, me, undefined, NOBODY, undefined);
      this.#thumb.push(command, this.#dance.heading);
    } else if (world.tick < this.#leaveUntil) {
      this.#walk.toward(world, me, this.#leaveFor.x, this.#leaveFor.y);
      this.#thumb.push(command, this.#walk.heading);
    } else if (this.#isThere(me, errand, enemy)) {
      this.#dance.step(world, me, enemy?.seen ? enemy : undefined, this.#senses.enemies, errand.radius > 0 ? errand : undefined);
      this.#thumb.push(command, this.#dance.heading);
    } else {
      this.#walk.toward(world, me, errand.x, errand.y);
      this.#thumb.push(command, apart(world, me, this.#walk.heading));
      if (this.#dashes(me, errand)) command.buttons |= BUTTON.dash;
    }
  }

  /** A dash to get on, with both charges there, so that one is left to dodge with. */
  #dashes(me: Puck, { intent }: Errand): boolean {
    if (me.carries >= 0 || intent === 'roam' || dashesOf(me) < 2 || this.#walk.straightAhead(me) < DASH_STRETCH) return false;
    return random(this.#random) < (DASH_RATE * THINK_TICKS) / TICK_HZ;
  }

  /** Who is stuck tries some other way; who fights on one spot for long, where nobody wants it to stay, goes elsewhere. */
  #watchProgress(world: World, me: Puck, errand: Errand): void {
    const { tick } = world;
    if (isRooted(me)) this.#stuck.restart(me, tick);
    if (isRooted(me) || errand.intent === 'hold') this.#camping.restart(me, tick);
    if (this.#stuck.isTooLong(me, tick)) {
      this.#freeUntil = tick + FREE_TICKS;
      this.#dance.again();
      this.#walk.again();
      this.#errands.again();
    }
    if (this.#camping.isTooLong(me, tick)) {
      this.#leaveUntil = tick + LEAVE_TICKS;
      this.#leaveFor = this.#errands.elsewhere(world, me);
    }
  }

  #aim(world: World, me: Puck, enemy: Sighting | undefined, threat: Threat | undefined, command: Command): void {
    const { mx, my } = command;
    if (threat?.answer === 'parry') this.#wanted = threat.from;
    else if (enemy) this.#wanted = this.#gun.follow(world, me, enemy);
    else if (mx !== 0 || my !== 0) this.#wanted = aimOf(mx, my);
    const off = this.#turn(command);
    if (enemy && threat?.answer !== 'parry' && this.#gun.fires(world, me, enemy, this.#hand.aim, off)) command.buttons |= BUTTON.fire;
  }

  /** Moves the hand on toward where it wants to aim. Returns how far it is off then. */
  #turn(command: Command): number {
    const off = this.#hand.turn(this.#wanted);
    command.aim = Math.round(this.#hand.aim) & (AIM_STEPS - 1);
    return off;
  }

  /** Gets out of a bolt's way to the side that is free, or parries it. */
  #save({ tick }: World, me: Puck, threat: Threat, command: Command): void {
    if (threat.answer === 'parry') {
      if (threat.now) command.buttons |= BUTTON.parry;
      return;
    }
    const { bolt, ticks } = threat;
    // To the side of the bolt's line on which it is already.
    const side = (me.x - bolt.x) * -bolt.dy + (me.y - bolt.y) * bolt.dx >= 0 ? 1 : -1;
    this.#aside.x = -bolt.dy * side;
    this.#aside.y = bolt.dx * side;
    this.#asideUntil = tick + ticks;
    this.#thumb.push(command, this.#aside);
    if (threat.now && me.carries < 0 && dashesOf(me) > 0) command.buttons |= BUTTON.dash;
  }

  /** Whether it is where it is wanted: inside the circle, or in sight and range of the enemy that it came for. Who is there is not
   * drawn away at once: it would go to and fro on the edge. */
  #isThere(me: Puck, { x, y, radius, intent }: Errand, enemy: Sighting | undefined): boolean {
    const slack = this.#wasThere ? EDGE : 1;
    const chases = intent === 'chase' || intent === 'roam';
    this.#wasThere = chases
      ? enemy?.seen === true && lengthOf(enemy.x - me.x, enemy.y - me.y) < FIGHT * slack
      : lengthOf(x - me.x, y - me.y) < radius * slack;
    return this.#wasThere;
  }
}
