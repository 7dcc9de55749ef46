// The end of a match: who won, the table, what will be remembered, and the vote on where it goes on.

import { type ComponentChild, h } from 'preact';
import type { Match } from '../match.ts';
import { teamName } from '../teams.ts';
import { Awards } from './awards.ts';
import { Board } from './board.ts';
import { secondsUntil } from './objectiveLines.ts';
import { PlayerName } from './playerName.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';
import { Vote } from './vote.ts';

export function Results({ match }: { match: Match }): ComponentChild {
  const { state, phase } = match.session;
  if (phase !== 'results') return null;
  return h('section', { class: 'sheet results', 'aria-label': 'Results' }, [
    h(Headline, { match }),
    h('div', { class: 'results-parts' }, [
      h('div', { class: 'panel' }, h(Board, { match })),
      h('div', { class: 'results-side' }, [h(Awards, { match }), h(Vote, { match })]),
    ]),
    h('p', { class: 'next' }, `Next match in ${secondsUntil(state.endTick, state.tick)} s`),
  ]);
}

function Headline({ match }: { match: Match }): ComponentChild {
  const { outcome, session, ownTeam } = match;
  if (outcome.kind === 'draw') return h('h2', { role: 'status' }, 'A draw');
  if (outcome.kind === 'player') {
    const won = outcome.slot === session.me;
    return h('h2', { role: 'status' }, won ? 'You won' : [h(PlayerName, { match, slot: outcome.slot }), ' won']);
  }
  const { team } = outcome;
  const { teamScores } = session.state;
  const score = `${teamScores[team] ?? 0} : ${teamScores[1 - team] ?? 0}`;
  return h('h2', { role: 'status', style: { color: teamColor(team) } }, [
    h(TeamBadge, { team }),
    ownTeam === team ? 'Your team won' : `${teamName(team)} won`,
    h('small', null, score),
  ]);
}
