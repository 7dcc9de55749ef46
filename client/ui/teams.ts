// The two teams as the page speaks of them. Their colours and the shapes of their rims are the picture's: client/view.

import { t } from '../i18n/index.ts';

const NAMES = ['team.blue', 'team.orange'] as const;
const FLAGS = ['flag.blue', 'flag.orange'] as const;

/** The name of a team, as in "Blue". */
export function teamName(team: number): string {
  const key = NAMES[team];
  return key ? t(key) : '';
}

/** A team as one of its own, one of the others or a spectator speaks of it; `own` is -1 for those who have none. */
export function teamAs(team: number, own: number): string {
  if (own < 0) return teamName(team);
  return t(team === own ? 'team.own' : 'team.enemy');
}

/** A team's flag, by the same rule. */
export function flagAs(team: number, own: number): string {
  if (own >= 0) return t(team === own ? 'flag.own' : 'flag.enemy');
  const key = FLAGS[team];
  return key ? t(key) : '';
}
