// The bolts in flight, gathered once a tick for all bots of a world: each of them looks through them, and most slots are empty.

import type { Bolt, World } from '../sim/types.ts';

interface Air {
  tick: number;
  bolts: Bolt[];
}

const known = new WeakMap<World, Air>();

/** The live bolts of a world, by slot. The list is reused, and stands as at the first question of a tick. */
export function boltsInAir(world: World): readonly Bolt[] {
  let air = known.get(world);
  if (!air) {
    air = { tick: Number.NaN, bolts: [] };
    known.set(world, air);
  }
  if (air.tick !== world.tick) {
    air.tick = world.tick;
    air.bolts.length = 0;
    for (const bolt of world.bolts) if (bolt.live) air.bolts.push(bolt);
  }
  return air.bolts;
}
