// Free-for-all: every kill is a point, a kill with a bank shot is two.

import type { Mode } from '../sim/mode.ts';
import { FFA } from '../tuning.ts';

export const ffa: Mode = {
  id: 'ffa',
  name: 'Free-for-all',
  teams: 0,
  scoreLimit: FFA.scoreLimit,
  timeLimitTicks: FFA.timeLimitTicks,
  onKill(_world, { victim, by, bounces }) {
    if (by) by.score += bounces >= FFA.bankBounces ? FFA.bankPoints : FFA.killPoints;
    else victim.score += FFA.suicidePoints;
  },
  isWon(world) {
    return world.pucks.some((puck) => puck.active && puck.score >= FFA.scoreLimit);
  },
};
