// The two teams as the page shows them: a name, and the shape of their rim, so that colour is never the only cue.

/** What a team is called. */
export const TEAM_NAMES = ['Blue', 'Orange'] as const;

/** Outlines as SVG paths in a box of -10 to 10. */
export const TEAM_RIMS = ['M9.5 0A9.5 9.5 0 1 1-9.5 0A9.5 9.5 0 1 1 9.5 0Z', 'M-8.5-8.5H8.5V8.5H-8.5Z'] as const;

/** The name of a team, as in "Blue". */
export const teamName = (team: number): string => TEAM_NAMES[team] ?? '';

/** A team as one of its own, one of the others or a spectator speaks of it; `own` is -1 for those who have none. */
export function teamAs(team: number, own: number): string {
  if (own < 0) return teamName(team);
  return team === own ? 'your team' : 'the enemy';
}

/** A sentence begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
