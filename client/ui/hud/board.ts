// The whole table: on Tab, and with the results. Teams are apart, the better one first.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { counted } from '../modeTexts.ts';
import { tripText } from '../roundTrips.ts';
import { teamName } from '../teams.ts';
import { PlayerName } from './playerName.ts';
import { type Row, standings } from './scores.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';

const COLUMNS = ['board.player', 'board.score', 'board.kills', 'board.deaths', 'board.trip'] as const;

export function Board({ match }: { match: Match }): ComponentChild {
  const { mode, state } = match.session;
  const rows = standings(match);
  const teams = Array.from({ length: mode.teams }, (_, team) => team);
  teams.sort((a, b) => (state.teamScores[b] ?? 0) - (state.teamScores[a] ?? 0));
  return h('table', { class: 'board' }, [
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        COLUMNS.map((key) => h('th', { key, scope: 'col' }, t(key))),
      ),
    ),
    teams.length > 0
      ? teams.map((team) => h(TeamRows, { key: team, match, team, rows: rows.filter((row) => row.team === team) }))
      : h(
          'tbody',
          null,
          rows.map((row) => line(match, row)),
        ),
  ]);
}

function TeamRows({ match, team, rows }: { match: Match; team: number; rows: Row[] }): ComponentChild {
  const { mode, state } = match.session;
  const own = match.ownTeam === team;
  const name = own ? t('team.ownNote', { team: teamName(team) }) : teamName(team);
  return h('tbody', { class: own ? 'team own' : 'team', style: { '--team': teamColor(team) } }, [
    h('tr', { class: 'team-head' }, [
      h('th', { scope: 'rowgroup' }, h('span', { class: 'player' }, [h(TeamBadge, { team }), name])),
      h('td', { colSpan: COLUMNS.length - 1 }, `${state.teamScores[team] ?? 0} / ${counted(state.scoreLimit, mode.unit)}`),
    ]),
    rows.map((row) => line(match, row)),
  ]);
}

function line(match: Match, row: Row): ComponentChild {
  return h('tr', { key: row.slot, class: row.me ? 'me' : '' }, [
    h('td', null, h(PlayerName, { match, slot: row.slot })),
    h('td', null, row.score),
    h('td', null, row.kills),
    h('td', null, row.deaths),
    h('td', null, tripText(row)),
  ]);
}
