// The end of a match: who won, the table, what will be remembered, and the vote on where it goes on.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { embed, GAP } from '../embed.ts';
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
  return h('section', { class: 'sheet results', 'data-moves': '', 'aria-label': t('results.label') }, [
    h(Headline, { match }),
    h('div', { class: 'results-parts' }, [
      h('div', { class: 'panel' }, h(Board, { match })),
      h('div', { class: 'results-side' }, [h(Awards, { match }), h(Vote, { match })]),
    ]),
    h('p', { class: 'next' }, t('results.next', { n: secondsUntil(state.endTick, state.tick) })),
  ]);
}

function Headline({ match }: { match: Match }): ComponentChild {
  const { outcome, session, ownTeam } = match;
  if (outcome.kind === 'draw') return h('h2', { role: 'status' }, t('results.draw'));
  if (outcome.kind === 'player') {
    const won = outcome.slot === session.me;
    return h(
      'h2',
      { role: 'status' },
      won ? t('results.you') : embed(t('results.won', { name: GAP }), h(PlayerName, { match, slot: outcome.slot })),
    );
  }
  const { team } = outcome;
  const { teamScores } = session.state;
  const score = `${teamScores[team] ?? 0} : ${teamScores[1 - team] ?? 0}`;
  return h('h2', { role: 'status', style: { color: teamColor(team) } }, [
    h(TeamBadge, { team }),
    t('results.won', { name: ownTeam === team ? t('team.own') : teamName(team) }),
    h('small', null, score),
  ]);
}
