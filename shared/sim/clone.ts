// An independent copy of a world: it continues exactly like the original. Map and mode are shared, they never change.

import type { World } from './types.ts';

/** Copies a world. */
export function cloneWorld(world: World): World {
  return {
    ...world,
    teamScores: [...world.teamScores],
    objectives: world.objectives.map((objective) => ({ ...objective })),
    pickups: world.pickups.map((pickup) => ({ ...pickup })),
    pucks: world.pucks.map((puck) => ({ ...puck })),
    bolts: world.bolts.map((bolt) => ({ ...bolt })),
    events: world.events.map((event) => ({ ...event })),
  };
}
