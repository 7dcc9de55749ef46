// The thumb on the stick: as people do, it holds a direction until another is clearly wanted, and knows few of them.

import { aimOf } from '../aim.ts';
import { AIM_STEPS, AIM_X, AIM_Y } from '../sim/math.ts';
import type { Command } from '../sim/types.ts';
import { PUCK } from '../tuning.ts';
import { lengthOf, type Point } from './ways.ts';

/** Between two of 24 directions, in aim steps. */
const STEP = Math.round(AIM_STEPS / 24);
/** A direction is held until the wanted one is so far off. */
const HOLD = STEP * 0.75;
/** A weaker push is none; half of the stick's way is the one between. */
const NONE = 0.2;
const HALF = 0.7;

export class Thumb {
  #heading = 0;

  /** Pushes the stick along a vector of length 0 to 1. */
  push(command: Command, { x, y }: Point): void {
    const length = lengthOf(x, y);
    const reach = length < NONE ? 0 : length < HALF ? PUCK.stickMax / 2 : PUCK.stickMax;
    const wanted = aimOf(x, y);
    const off = Math.abs(((wanted - this.#heading + AIM_STEPS * 1.5) % AIM_STEPS) - AIM_STEPS / 2);
    if (reach > 0 && off > HOLD) this.#heading = (Math.round(wanted / STEP) * STEP) & (AIM_STEPS - 1);
    command.mx = Math.round((AIM_X[this.#heading] as number) * reach);
    command.my = Math.round((AIM_Y[this.#heading] as number) * reach);
  }
}
