// Who has won: a team, a player, or nobody.

export type Outcome = { kind: 'team'; team: number } | { kind: 'player'; slot: number } | { kind: 'draw' };

export interface Scored {
  slot: number;
  score: number;
}

/** The outcome by scores: of teams where the mode has them, else of players. Several at the top are a draw. */
export function outcomeOf(teams: number, teamScores: readonly number[], players: readonly Scored[]): Outcome {
  const scores = teams > 0 ? teamScores : players.map(({ score }) => score);
  const top = Math.max(...scores);
  if (scores.filter((score) => score === top).length !== 1) return { kind: 'draw' };
  const at = scores.indexOf(top);
  return teams > 0 ? { kind: 'team', team: at } : { kind: 'player', slot: (players[at] as Scored).slot };
}
