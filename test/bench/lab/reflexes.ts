// Defence that leans on the screen: on top of a bot's play, a shown bolt that is going to touch is side-stepped by a dash or
// parried when it is near, as a good player does it. What the screen shows wrongly becomes an unfair hit this way.

import { aimOf } from '#shared/aim.ts';
import { isParrying } from '#shared/sim/puck.ts';
import { random } from '#shared/sim/rng.ts';
import { BUTTON, type Command, type Puck } from '#shared/sim/types.ts';
import { BOLT, PUCK, TICK_HZ } from '#shared/tuning.ts';
import type { ShownBolt } from '../../../client/net/shownBolt.ts';

const REACH = PUCK.radius + BOLT.half;
/** Ticks before the touch at which a dash starts, a parry is pressed. */
const DASH_AT = 8;
const PARRY_AT = 5;
/** A person needs so many ticks from the first sight. */
const REACTION_TICKS = 12;

interface Plan {
  answer: 'none' | 'dash' | 'parry';
  seenAt: number;
}

export class Reflexes {
  readonly #seeded: { rng: number };
  readonly #plans = new WeakMap<ShownBolt, Plan>();

  constructor(seed: number) {
    this.#seeded = { rng: seed >>> 0 };
  }

  /** Changes a command where a shown bolt asks for it. `x`, `y` is one's own puck as shown. */
  act(command: Command, me: Puck, x: number, y: number, bolts: readonly ShownBolt[], present: number): void {
    // Who parries keeps facing what comes.
    if (isParrying(me)) command.aim = me.aim;
    for (const shown of bolts) {
      if (!shown.visible || shown.bolt.owner === me.slot) continue;
      const plan = this.#planFor(shown, present);
      if (plan.answer === 'none' || present - plan.seenAt < REACTION_TICKS) continue;
      const ticks = ticksToTouch(shown, me, x, y);
      if (plan.answer === 'dash' && ticks <= DASH_AT) {
        const side = random(this.#seeded) < 0.5 ? 1 : -1;
        command.mx = Math.round(-shown.dy * side * PUCK.stickMax);
        command.my = Math.round(shown.dx * side * PUCK.stickMax);
        command.buttons |= BUTTON.dash;
        plan.answer = 'none';
      } else if (plan.answer === 'parry' && ticks <= PARRY_AT) {
        command.aim = aimOf(shown.x - x, shown.y - y);
        command.buttons = BUTTON.parry;
        plan.answer = 'none';
      }
    }
  }

  #planFor(shown: ShownBolt, present: number): Plan {
    let plan = this.#plans.get(shown);
    if (!plan) {
      const chance = random(this.#seeded);
      plan = { answer: chance < 0.35 ? 'none' : chance < 0.65 ? 'dash' : 'parry', seenAt: present };
      this.#plans.set(shown, plan);
    }
    return plan;
  }
}

/** Ticks until a shown bolt touches on a straight way; infinite when it passes. */
function ticksToTouch(shown: ShownBolt, me: Puck, x: number, y: number): number {
  const vx = shown.dx * shown.bolt.speed - me.vx;
  const vy = shown.dy * shown.bolt.speed - me.vy;
  const dx = x - shown.x;
  const dy = y - shown.y;
  const speed = Math.hypot(vx, vy) || 1;
  const along = (dx * vx + dy * vy) / speed;
  const aside = Math.abs(dx * vy - dy * vx) / speed;
  if (along < 0 || aside > REACH) return Number.POSITIVE_INFINITY;
  return ((along - REACH) / speed) * TICK_HZ;
}
