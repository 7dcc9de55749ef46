// One step of one puck: a command comes in, the puck moves and acts. The server runs it, the client predicts with
// it, bots plan with it. Returns what the puck did, because only the world may start a bolt.

import { DASH, ENERGY, PARRY, PUCK, SLICK as SLICK_RULES, TILE } from '../tuning.ts';
import { type ArenaMap, SLICK, tileAt } from './map.ts';
import { AIM_X, AIM_Y, snap } from './math.ts';
import { movePuck } from './movement.ts';
import { BUTTON, type Command, type Puck } from './types.ts';

/** Bits of what `stepPuck` returns. `hot` comes with `fire`: the shot was overcharged. */
export const DID = { fire: 1, dash: 2, parry: 4, hot: 8, bump: 16 } as const;

/** Charges left of a resource that is full at step `fullAt` and regains one each `chargeTicks`. */
function chargesLeft(step: number, fullAt: number, chargeTicks: number, charges: number): number {
  return step >= fullAt ? charges : charges - Math.ceil((fullAt - step) / chargeTicks);
}

/** Bolts that the puck can fire now, 0 to 3. */
export function energyOf(puck: Puck): number {
  return chargesLeft(puck.step, puck.energyFullAt, ENERGY.chargeTicks, ENERGY.charges);
}

/** Dashes that the puck can make now, 0 to 2. */
export function dashesOf(puck: Puck): number {
  return chargesLeft(puck.step, puck.dashFullAt, DASH.chargeTicks, DASH.charges);
}

/** Whether the puck is in a dash, a parry window, under its spawn shield. */
export const isDashing = (puck: Puck): boolean => puck.step < puck.dashEndsAt;
export const isParrying = (puck: Puck): boolean => puck.step < puck.parryEndsAt;
export const isShielded = (puck: Puck): boolean => puck.step < puck.shieldEndsAt;
/** Whether it has to stand still. */
export const isRooted = (puck: Puck): boolean => puck.step < puck.rootedUntil;

/** The point that a command's stick leads to: a vector of length 0 to 1, longer ones cut to 1. */
const stick = { x: 0, y: 0 };
function readStick(command: Command): void {
  stick.x = command.mx / PUCK.stickMax;
  stick.y = command.my / PUCK.stickMax;
  const length = Math.sqrt(stick.x * stick.x + stick.y * stick.y);
  if (length > 1) {
    stick.x /= length;
    stick.y /= length;
  }
}

/** Advances a puck by one command. Dead pucks only count the step. Returns bits of `DID`. */
export function stepPuck(puck: Puck, command: Command, map: ArenaMap): number {
  const pressed = command.buttons & ~puck.buttons;
  puck.step++;
  puck.mx = command.mx;
  puck.my = command.my;
  puck.aim = command.aim;
  puck.buttons = command.buttons;
  if (!puck.alive || isRooted(puck)) return 0;

  readStick(command);
  let did = 0;
  if (pressed & BUTTON.dash && puck.carries < 0 && dashesOf(puck) > 0) {
    startDash(puck);
    did |= DID.dash;
  }
  if (pressed & BUTTON.parry && puck.step >= puck.parryReadyAt) {
    puck.parryEndsAt = puck.step + PARRY.ticks;
    puck.parryReadyAt = puck.parryEndsAt + PARRY.missCooldownTicks;
    did |= DID.parry;
  }
  if (command.buttons & BUTTON.fire && canFire(puck)) {
    puck.energyFullAt = Math.max(puck.energyFullAt, puck.step) + ENERGY.chargeTicks;
    puck.shotReadyAt = puck.step + ENERGY.shotTicks;
    puck.shieldEndsAt = puck.step;
    did |= DID.fire;
    if (puck.overcharge > 0) {
      puck.overcharge--;
      did |= DID.hot;
    }
  }
  if (!isDashing(puck)) steer(puck, map);
  if (movePuck(puck, map)) did |= DID.bump;
  return did;
}

function canFire(puck: Puck): boolean {
  return puck.step >= puck.shotReadyAt && !isParrying(puck) && energyOf(puck) > 0;
}

function startDash(puck: Puck): void {
  const length = Math.sqrt(stick.x * stick.x + stick.y * stick.y);
  const dx = length > 0 ? stick.x / length : (AIM_X[puck.aim] as number);
  const dy = length > 0 ? stick.y / length : (AIM_Y[puck.aim] as number);
  puck.vx = snap(dx * DASH.speed);
  puck.vy = snap(dy * DASH.speed);
  puck.dashEndsAt = puck.step + DASH.ticks;
  puck.dashFullAt = Math.max(puck.dashFullAt, puck.step) + DASH.chargeTicks;
}

/** Velocity follows the stick; without one it runs out. Faster than the top speed it always falls. On slick floor all takes longer. */
function steer(puck: Puck, map: ArenaMap): void {
  const slick = tileAt(map, Math.floor(puck.x / TILE), Math.floor(puck.y / TILE)) === SLICK;
  const { acceleration, friction } = slick ? SLICK_RULES : PUCK;
  if (stick.x !== 0 || stick.y !== 0) {
    puck.vx = snap(puck.vx + (stick.x * PUCK.topSpeed - puck.vx) * acceleration);
    puck.vy = snap(puck.vy + (stick.y * PUCK.topSpeed - puck.vy) * acceleration);
    return;
  }
  const speed = Math.sqrt(puck.vx * puck.vx + puck.vy * puck.vy);
  const loss = speed > PUCK.topSpeed ? (speed - PUCK.topSpeed) * acceleration + friction : friction;
  const share = speed > loss ? (speed - loss) / speed : 0;
  puck.vx = snap(puck.vx * share);
  puck.vy = snap(puck.vy * share);
}
