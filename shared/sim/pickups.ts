// Things to pick up: whoever touches one that is there gets it.

import { PICKUP } from '../tuning.ts';
import type { Puck, World } from './types.ts';

/** Gives what lies there to the pucks that touch it; the lower slot on a tie. */
export function stepPickups(world: World): void {
  for (let index = 0; index < world.pickups.length; index++) {
    const pickup = world.pickups[index] as World['pickups'][number];
    if (world.tick < pickup.readyTick) continue;
    for (const puck of world.pucks) {
      if (!puck.active || !puck.alive || !touches(puck, pickup.x, pickup.y, PICKUP.touch) || !pickup.kind.take(world, puck)) continue;
      pickup.readyTick = world.tick + pickup.kind.respawnTicks;
      world.events.push({ type: 'pickup', tick: world.tick, slot: puck.slot, index });
      break;
    }
  }
}

/** Whether a puck's centre is within a distance of a point. */
export function touches(puck: Puck, x: number, y: number, distance: number): boolean {
  const dx = puck.x - x;
  const dy = puck.y - y;
  return dx * dx + dy * dy <= distance * distance;
}
