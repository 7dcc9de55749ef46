// Cheating bots for tests: the real bot's commands, with what a program in a player's page would put in their place.

import { aimOf } from '#shared/aim.ts';
import { hasLineOfSight } from '#shared/sim/map.ts';
import { areMates } from '#shared/sim/scores.ts';
import { BUTTON, type Command, type Puck, type World } from '#shared/sim/types.ts';
import { BOLT, PUCK, TICK_HZ } from '#shared/tuning.ts';

/** Changes what a bot is about to do. */
export type Cheat = (world: World, me: Puck, command: Command) => void;

const SEEN = 700;

/** Whenever the bot fires, the aim is on the nearest enemy in sight, led, for just that command. */
export const snapsItsAim: Cheat = (world, me, command) => {
  if (!(command.buttons & BUTTON.fire)) return;
  let least = SEEN;
  for (const other of world.pucks) {
    const distance = Math.hypot(other.x - me.x, other.y - me.y);
    if (!other.active || !other.alive || other === me || areMates(world, me, other) || distance >= least) continue;
    if (!hasLineOfSight(world.map, me.x, me.y, other.x, other.y)) continue;
    least = distance;
    const seconds = distance / BOLT.speed;
    command.aim = aimOf(other.x + other.vx * seconds - me.x, other.y + other.vy * seconds - me.y);
  }
};

/** Dashes at the first sight of a bolt that comes. */
export const dashesAtOnce: Cheat = (world, me, command) => {
  for (const bolt of world.bolts) {
    if (!bolt.live || bolt.owner === me.slot) continue;
    const dx = me.x - bolt.x;
    const dy = me.y - bolt.y;
    const along = dx * bolt.dx + dy * bolt.dy;
    if (along < 0 || along > AT_ONCE || Math.abs(dx * bolt.dy - dy * bolt.dx) > PUCK.radius + BOLT.half) continue;
    if (hasLineOfSight(world.map, bolt.x, bolt.y, me.x, me.y)) command.buttons |= BUTTON.dash;
  }
};

/** Aims at the nearest enemy that no screen shows, while none is on the screen. */
export const followsUnseen: Cheat = (world, me, command) => {
  let least = Number.POSITIVE_INFINITY;
  let aim = command.aim;
  for (const other of world.pucks) {
    const [dx, dy] = [other.x - me.x, other.y - me.y];
    if (!other.active || !other.alive || other === me || areMates(world, me, other)) continue;
    if (Math.abs(dx) < 980 && Math.abs(dy) < 620) continue;
    const distance = Math.hypot(dx, dy);
    if (distance >= least) continue;
    least = distance;
    aim = aimOf(dx, dy);
  }
  command.aim = aim;
};

/** Units ahead of a bolt. */
const AT_ONCE = 480;
const PARRY_TICKS = 7;

/** Parries whatever is about to hit, at the right moment and in the right direction. */
export const parriesAll: Cheat = (world, me, command) => {
  for (const bolt of world.bolts) {
    if (!bolt.live || bolt.owner === me.slot) continue;
    const dx = me.x - bolt.x;
    const dy = me.y - bolt.y;
    const along = dx * bolt.dx + dy * bolt.dy;
    if (along < 0 || (along / bolt.speed) * TICK_HZ > PARRY_TICKS) continue;
    if (Math.abs(dx * bolt.dy - dy * bolt.dx) > PUCK.radius + BOLT.half) continue;
    command.aim = aimOf(-bolt.dx, -bolt.dy);
    command.buttons = BUTTON.parry;
    return;
  }
};
