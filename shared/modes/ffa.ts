// Free-for-all: every kill is a point, a kill with a bank shot is two.

import type { Mode } from '../sim/mode.ts';
import { FFA } from '../tuning.ts';
import { killPoints } from './points.ts';

export const ffa: Mode = {
  id: 'ffa',
  name: 'Free-for-all',
  teams: 0,
  scoreLimit: FFA.scoreLimit,
  unit: 'points',
  timeLimitTicks: FFA.timeLimitTicks,
  overtimeTicks: 0,
  onKill(_world, kill) {
    if (kill.by) kill.by.score += killPoints(kill);
    else kill.victim.score += FFA.suicidePoints;
  },
};
