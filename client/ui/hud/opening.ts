// Before a match: who waits plays freely and may invite others; then three seconds with what is to be done.

import { type ComponentChild, h } from 'preact';
import { useEffect } from 'preact/hooks';
import { sentences, t } from '../../i18n/index.ts';
import { Invite } from '../invite.ts';
import type { Match } from '../match.ts';
import { counted, modeName, modeSummary } from '../modeTexts.ts';
import { teamName } from '../teams.ts';
import { secondsUntil } from './objectiveLines.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';

export function Opening({ match }: { match: Match }): ComponentChild {
  const { phase } = match.session;
  if (phase === 'waiting') return h(Waiting, { match });
  return phase === 'countdown' ? h(Countdown, { match }) : null;
}

function Waiting({ match }: { match: Match }): ComponentChild {
  const { mode } = match.session;
  const wanted = t(mode.teams > 0 ? 'open.needTeams' : 'open.needTwo');
  return h('section', { class: 'panel waiting-card', role: 'status' }, [
    h('h2', null, t('open.waiting')),
    h('p', null, `${modeName(mode.id)} · ${sentences(wanted, t('open.free'))}`),
    h(Invite, null),
  ]);
}

function Countdown({ match }: { match: Match }): ComponentChild {
  const { mode, state } = match.session;
  const seconds = Math.max(1, secondsUntil(state.endTick, state.tick));
  useEffect(() => match.cue('count'), [match, seconds]);
  const team = match.ownTeam;
  return h('section', { class: 'countdown', role: 'status' }, [
    h('div', { class: 'pair' }, [h('h2', null, modeName(mode.id)), h('b', { key: seconds, class: 'number' }, seconds)]),
    h('p', null, modeSummary(mode.id)),
    h('div', { class: 'pair' }, [
      h('p', { class: 'goal' }, t('goal.first', { goal: counted(state.scoreLimit, mode.unit) })),
      team < 0
        ? null
        : h('p', { class: 'side', style: { color: teamColor(team) } }, [
            h(TeamBadge, { team }),
            t('team.youAre', { team: teamName(team) }),
          ]),
    ]),
  ]);
}
