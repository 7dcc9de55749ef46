// Before a match: who waits plays freely and may invite others; then three seconds with what is to be done.

import { type ComponentChild, h } from 'preact';
import { useEffect } from 'preact/hooks';
import { counted } from '../count.ts';
import { Invite } from '../invite.ts';
import type { Match } from '../match.ts';
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
  const wanted = mode.teams > 0 ? 'It begins as soon as there is somebody in each team.' : 'It begins as soon as there are two.';
  return h('section', { class: 'panel waiting-card', role: 'status' }, [
    h('h2', null, 'Waiting for players'),
    h('p', null, `${mode.name}. ${wanted} Until then play freely: nothing counts.`),
    h(Invite, null),
  ]);
}

function Countdown({ match }: { match: Match }): ComponentChild {
  const { mode, state } = match.session;
  const seconds = Math.max(1, secondsUntil(state.endTick, state.tick));
  useEffect(() => match.cue('count'), [match, seconds]);
  const team = match.ownTeam;
  return h('section', { class: 'countdown', role: 'status' }, [
    h('h2', null, mode.name),
    h('b', { key: seconds, class: 'number' }, seconds),
    h('p', null, mode.summary),
    h('p', { class: 'goal' }, `First to ${counted(state.scoreLimit, mode.unit)}`),
    team < 0
      ? null
      : h('p', { class: 'side', style: { color: teamColor(team) } }, [h(TeamBadge, { team }), `You are in team ${teamName(team)}`]),
  ]);
}
