// The two teams as the page speaks of them. Their colours and the shapes of their rims are the picture's: client/view.

/** What a team is called. */
export const TEAM_NAMES = ['Blue', 'Orange'] as const;

/** The name of a team, as in "Blue". */
export const teamName = (team: number): string => TEAM_NAMES[team] ?? '';

/** A team as one of its own, one of the others or a spectator speaks of it; `own` is -1 for those who have none. */
export function teamAs(team: number, own: number): string {
  if (own < 0) return teamName(team);
  return team === own ? 'your team' : 'the enemy';
}

/** A sentence begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
