// The whole table: on Tab, and with the results. Teams are apart, the better one first.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Icon } from '../icons.ts';
import { loadReport } from '../load.ts';
import type { Match } from '../match.ts';
import { counted } from '../modeTexts.ts';
import { tripText } from '../roundTrips.ts';
import { teamName } from '../teams.ts';
import { PlayerName } from './playerName.ts';
import type { ReportProps } from './report.ts';
import { type Row, standings } from './scores.ts';
import { TeamBadge, teamColor } from './teamBadge.ts';

const COLUMNS = ['board.player', 'board.score', 'board.kills', 'board.deaths', 'board.trip'] as const;

export function Board({ match }: { match: Match }): ComponentChild {
  const { mode, state } = match.session;
  const rows = standings(match);
  const report = useReport(match);
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
      ? teams.map((team) => h(TeamRows, { key: team, match, team, rows: rows.filter((row) => row.team === team), report }))
      : h(
          'tbody',
          null,
          rows.map((row) => line(match, row, report)),
        ),
  ]);
}

/** Where there is no key for it: shows the table, and hides it again. */
export function BoardButton({ on, onPress }: { on: boolean; onPress: () => void }): ComponentChild {
  const look = { class: 'board-button plain panel', type: 'button', 'aria-label': t('action.board'), 'aria-pressed': on } as const;
  return h('button', { ...look, onClick: onPress }, h(Icon, { name: on ? 'close' : 'board' }));
}

type Flag = ComponentType<ReportProps> | undefined;

/** What a row offers to those who play beside the others' names, once it is there. */
function useReport({ session }: Match): Flag {
  const [late, setLate] = useState<{ Report?: Flag }>({});
  const wanted = session.me >= 0;
  useEffect(() => {
    if (wanted) loadReport().then(setLate, Boolean);
  }, [wanted]);
  return wanted ? late.Report : undefined;
}

function TeamRows({ match, team, rows, report }: { match: Match; team: number; rows: Row[]; report: Flag }): ComponentChild {
  const { mode, state } = match.session;
  const own = match.ownTeam === team;
  const name = own ? t('team.ownNote', { team: teamName(team) }) : teamName(team);
  return h('tbody', { class: own ? 'team own' : 'team', style: { '--team': teamColor(team) } }, [
    h('tr', { class: 'team-head' }, [
      h('th', { scope: 'rowgroup' }, h('span', { class: 'player' }, [h(TeamBadge, { team }), name])),
      h('td', { colSpan: COLUMNS.length - 1 }, `${state.teamScores[team] ?? 0} / ${counted(state.scoreLimit, mode.unit)}`),
    ]),
    rows.map((row) => line(match, row, report)),
  ]);
}

function line(match: Match, row: Row, report: Flag): ComponentChild {
  const who = row.bot || row.me ? '' : (match.session.state.pucks[row.slot]?.sessionId ?? '');
  return h('tr', { key: row.slot, class: row.me ? 'me' : '' }, [
    h('td', null, [h(PlayerName, { match, slot: row.slot }), report && who ? h(report, { match, who, name: row.name }) : null]),
    h('td', null, row.score),
    h('td', null, row.kills),
    h('td', null, row.deaths),
    h('td', null, tripText(row)),
  ]);
}
