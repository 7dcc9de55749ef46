// What a receiver computes of a puck by itself: from a place and a velocity at a step it is stepped on with the stick
// that is known. The sender does the same and sends a new base only when the result is not the truth (dead reckoning,
// IEEE 1278.1; here with the very step of the simulation, so that the threshold is 0).

import { neutralCommand } from '../sim/commands.ts';
import type { ArenaMap } from '../sim/map.ts';
import { stepPuck } from '../sim/puck.ts';
import type { Puck } from '../sim/types.ts';

/** A base is renewed after so many steps: its step is told by its lower 8 bits. */
export const BASE_STEPS = 240;

const coasting = neutralCommand();

/**
 * Steps a puck without buttons, the last `fresh` of the steps with a new stick (or all with the one that it has). Only its
 * place, its velocity, its stick and its step change.
 */
export function reckon(puck: Puck, map: ArenaMap, steps: number, fresh: number, mx: number, my: number): void {
  const { buttons } = puck;
  coasting.aim = puck.aim;
  coasting.mx = puck.mx;
  coasting.my = puck.my;
  for (let left = steps; left > 0; left--) {
    if (left === fresh) {
      coasting.mx = mx;
      coasting.my = my;
    }
    stepPuck(puck, coasting, map);
  }
  puck.mx = mx;
  puck.my = my;
  puck.buttons = buttons;
}
