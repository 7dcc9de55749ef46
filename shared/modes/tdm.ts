// Team deathmatch: free-for-all's points, counted by team. A kill of a team mate, where friendly fire is on, takes a point.

import type { Mode } from '../sim/mode.ts';
import { areMates } from '../sim/scores.ts';
import type { Puck, World } from '../sim/types.ts';
import { FFA, TEAMS } from '../tuning.ts';
import { lacksTeamSpawns } from './needs.ts';
import { killPoints } from './points.ts';

export const tdm: Mode = {
  id: 'tdm',
  name: 'Team deathmatch',
  teams: 2,
  scoreLimit: TEAMS.scoreLimit,
  unit: 'points',
  timeLimitTicks: TEAMS.timeLimitTicks,
  overtimeTicks: TEAMS.overtimeTicks,
  lacks: lacksTeamSpawns,
  onKill(world, kill) {
    const { by, victim } = kill;
    if (!by) give(world, victim, FFA.suicidePoints);
    else give(world, by, areMates(world, by, victim) ? FFA.suicidePoints : killPoints(kill));
  },
};

function give(world: World, puck: Puck, points: number): void {
  puck.score += points;
  world.teamScores[puck.team] = (world.teamScores[puck.team] as number) + points;
}
