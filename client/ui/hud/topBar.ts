// Above the fight: the clock, in modes of teams between both scores, and what it takes to win.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { counted, modeName } from '../modeTexts.ts';
import { teamName } from '../teams.ts';
import { Clock } from './clock.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';

export function TopBar({ match }: { match: Match }): ComponentChild {
  const { mode, phase, playing, state } = match.session;
  if (phase === 'countdown' || phase === 'results') return null;
  if (match.guide) return h('header', { class: 'topbar' }, h('p', { class: 'panel clock' }, t('menu.practice')));
  const teams = playing && mode.teams > 0;
  return h('header', { class: 'topbar' }, [
    h('div', { class: 'topbar-row' }, [
      teams ? h(TeamScore, { match, team: 0 }) : null,
      h(Clock, { match }),
      teams ? h(TeamScore, { match, team: 1 }) : null,
    ]),
    playing ? h('p', { class: 'goal' }, t('goal.mode', { mode: modeName(mode.id), goal: counted(state.scoreLimit, mode.unit) })) : null,
  ]);
}

function TeamScore({ match, team }: { match: Match; team: number }): ComponentChild {
  const { state, mode } = match.session;
  const score = state.teamScores[team] ?? 0;
  const own = match.ownTeam === team;
  const name = own ? t('team.ownNote', { team: teamName(team) }) : teamName(team);
  const label = t('goal.of', { team: name, score, goal: counted(state.scoreLimit, mode.unit) });
  const look = { class: `panel team-score${own ? ' own' : ''}`, style: { '--team': teamColor(team) }, role: 'img', 'aria-label': label };
  return h('div', look, [
    h(TeamBadge, { team }),
    h('b', null, score),
    h('small', null, `/ ${state.scoreLimit}`),
    own ? h('em', null, t('team.you')) : null,
  ]);
}
