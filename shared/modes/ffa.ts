// Free-for-all: a kill is a point, a kill with a bolt of two or more bounces is two. First to 20, or 4 minutes.

import type { Mode } from '../sim/mode.ts';
import { TICK_HZ } from '../tuning.ts';

export const ffa: Mode = {
  id: 'ffa',
  name: 'Free-for-all',
  teams: 0,
  scoreLimit: 20,
  timeLimitTicks: 4 * 60 * TICK_HZ,
  onKill(_world, { victim, by, bounces }) {
    if (by) by.score += bounces >= 2 ? 2 : 1;
    else victim.score -= 1;
  },
  isWon(world) {
    return world.pucks.some((puck) => puck.active && puck.score >= ffa.scoreLimit);
  },
};
