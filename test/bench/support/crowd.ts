// The fullest match there can be, for the benchmark of the page: every puck in play and the air full of bolts, for as
// long as it takes. Shots alone do not reach that: the fuller the air the sooner pucks die, and the dead do not shoot.

import { Bot } from '#shared/bots/bot.ts';
import { spawnBolt } from '#shared/sim/bolts.ts';
import { AIM_STEPS } from '#shared/sim/math.ts';
import { randomInt } from '#shared/sim/rng.ts';
import type { World } from '#shared/sim/types.ts';
import { PUCK } from '#shared/tuning.ts';

/** Kept in the air: some more than are asked for, because a page hides those that it thinks have hit. */
const BOLTS = 76;
/** A shot that is added strays from its bot's aim by so many steps at most either way: bolts all over the arena. */
const STRAY = AIM_STEPS / 8;
const dice = { rng: 20_260_101 };

/** From now on this process's matches are crowded. Bots are asked for commands before each tick: then it is done. */
export function crowdMatches(): void {
  const { think } = Bot.prototype;
  let filled = -1;
  Bot.prototype.think = function (world) {
    if (world.tick !== filled) fill(world);
    filled = world.tick;
    return think.call(this, world);
  };
}

/** The most that the wire's field holds: nobody wins. */
const NO_LIMIT = 0xffff;

function fill(world: World): void {
  world.scoreLimit = NO_LIMIT;
  for (const puck of world.pucks) {
    puck.health = PUCK.health;
    if (!puck.alive) puck.respawnTick = world.tick;
  }
  const shooters = world.pucks.filter(({ active, alive, bot }) => active && alive && bot);
  let missing = BOLTS - world.bolts.filter(({ live }) => live).length;
  for (; missing > 0 && shooters.length > 0; missing--) {
    const { slot, x, y, aim } = shooters[randomInt(dice, shooters.length)] as World['pucks'][number];
    const astray = (aim + randomInt(dice, 2 * STRAY) - STRAY + AIM_STEPS) % AIM_STEPS;
    spawnBolt(world, slot, x, y, astray, 0, 0);
  }
}
