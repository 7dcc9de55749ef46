// The end of a match: who won, its picture, what will be remembered, the table, and the vote on where it goes on.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { embed, GAP } from '../embed.ts';
import { loadPoster } from '../load.ts';
import type { Match } from '../match.ts';
import { teamName } from '../teams.ts';
import { Awards } from './awards.ts';
import { Board } from './board.ts';
import { NextMatch } from './nextMatch.ts';
import { secondsUntil } from './objectiveLines.ts';
import { PlayerName } from './playerName.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';
import { Vote } from './vote.ts';

export function Results({ match }: { match: Match }): ComponentChild {
  const { session } = match;
  const { state, phase } = session;
  if (phase !== 'results') return null;
  return h('section', { class: 'sheet results', 'data-moves': 'unasked', 'aria-label': t('results.label') }, [
    h(Headline, { match }),
    h('div', { class: 'results-parts' }, [
      h('div', { class: 'results-picture' }, [h(LazyPoster, { match }), h(Awards, { match })]),
      h('div', { class: 'results-side' }, [h('div', { class: 'panel' }, h(Board, { match })), h(Vote, { match })]),
    ]),
    h('div', { class: 'next' }, [
      h('p', null, t('results.next', { n: secondsUntil(state.endTick, state.tick) })),
      session.me < 0 ? h(NextMatch, { match }) : null,
    ]),
  ]);
}

/** The picture comes when it is there; without it the results say the same in words. */
function LazyPoster({ match }: { match: Match }): ComponentChild {
  const [loaded, setLoaded] = useState<{ Poster?: ComponentType<{ match: Match }> }>({});
  useEffect(() => {
    loadPoster().then(setLoaded, () => undefined);
  }, []);
  return loaded.Poster ? h(loaded.Poster, { match }) : null;
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
