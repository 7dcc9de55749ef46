// The whole table: on Tab, and with the results.

import { type ComponentChild, h } from 'preact';
import type { Match } from '../match.ts';
import { PlayerName } from './playerName.ts';
import { type Row, standings } from './scores.ts';

const COLUMNS = ['Player', 'Score', 'Kills', 'Deaths', 'Round trip'] as const;

export function Board({ match }: { match: Match }): ComponentChild {
  const trip = `${Math.round(match.session.stats.rttMs)} ms`;
  return h('table', { class: 'board' }, [
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        COLUMNS.map((name) => h('th', { key: name, scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      null,
      standings(match).map((row) => line(match, row, trip)),
    ),
  ]);
}

function line(match: Match, row: Row, trip: string): ComponentChild {
  const connection = row.bot ? 'bot' : row.connected ? (row.me ? trip : '') : 'away';
  return h('tr', { key: row.slot, class: row.me ? 'me' : '' }, [
    h('td', null, h(PlayerName, { match, slot: row.slot })),
    h('td', null, row.score),
    h('td', null, row.kills),
    h('td', null, row.deaths),
    h('td', null, connection),
  ]);
}
