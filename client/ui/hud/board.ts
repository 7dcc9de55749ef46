// The whole table: on Tab, and with the results.

import { type ComponentChild, h } from 'preact';
import type { Match } from '../match.ts';
import { PlayerName } from './playerName.ts';
import { type Row, standings } from './scores.ts';

const COLUMNS = ['Player', 'Score', 'Kills', 'Deaths', 'Round trip'] as const;

export function Board({ match }: { match: Match }): ComponentChild {
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
      standings(match).map((row) => line(match, row)),
    ),
  ]);
}

/** The server's measure of everybody's round trip: the same for all. */
function connectionOf({ bot, connected, roundTrip }: Row): string {
  if (bot) return 'bot';
  if (!connected) return 'away';
  return roundTrip > 0 ? `${roundTrip} ms` : '…';
}

function line(match: Match, row: Row): ComponentChild {
  return h('tr', { key: row.slot, class: row.me ? 'me' : '' }, [
    h('td', null, h(PlayerName, { match, slot: row.slot })),
    h('td', null, row.score),
    h('td', null, row.kills),
    h('td', null, row.deaths),
    h('td', null, connectionOf(row)),
  ]);
}
