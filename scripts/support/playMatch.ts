// Plays a match of bots to its end, as fast as it goes, and counts what happens in it.

import type { World } from '#shared/sim/types.ts';
import { HeadlessMatch, type HeadlessSettings } from './headless.ts';
import { MatchCount, type MatchRecord } from './matchRecord.ts';

export interface Played {
  /** As it stands at the results. */
  world: World;
  record: MatchRecord;
}

/** Plays one match. */
export function playMatch(settings: HeadlessSettings): Played {
  const match = new HeadlessMatch(settings);
  const { world } = match;
  const count = new MatchCount(world);
  while (world.phase !== 'results') {
    match.step();
    count.tick(world);
  }
  return { world, record: count.finish(world) };
}
