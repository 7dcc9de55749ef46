// Plays a match of bots to its end, as fast as it goes, and counts what happens in it.

import type { World } from '#shared/sim/types.ts';
import { HeadlessMatch, type HeadlessSettings } from './headless.ts';
import type { MatchStats } from './matchStats.ts';

/** Plays one match into every one of `counts`. Returns its world as it stands at the results. */
export function playMatch(settings: HeadlessSettings, counts: readonly MatchStats[]): World {
  const match = new HeadlessMatch(settings);
  for (const stats of counts) stats.start(match.world);
  while (match.world.phase !== 'results') {
    match.step();
    for (const stats of counts) stats.tick(match.world);
  }
  for (const stats of counts) stats.finish(match.world);
  return match.world;
}
