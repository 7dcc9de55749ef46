// The best few and oneself, in modes where everybody scores alone; and what the match is fought over.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import type { Trip } from '../roundTrips.ts';
import { Objectives } from './objectives.ts';
import { colorOf } from './playerName.ts';

export interface Row extends Trip {
  slot: number;
  name: string;
  team: number;
  alive: boolean;
  score: number;
  kills: number;
  deaths: number;
  me: boolean;
}

/** All who play, best first. */
export function standings(match: Match): Row[] {
  const { state, me } = match.session;
  const rows: Row[] = [];
  state.pucks.forEach((puck, slot) => {
    if (!puck.active) return;
    const { name, team, alive, score, kills, deaths, bot, connected, standIn, roundTrip, handicap } = puck;
    rows.push({ slot, name, team, alive, score, kills, deaths, bot, connected, standIn, roundTrip, handicap, me: slot === me });
  });
  return rows.sort((a, b) => b.score - a.score || a.deaths - b.deaths || a.slot - b.slot);
}

const SHOWN = 5;

export function Scores({ match }: { match: Match }): ComponentChild {
  const { session } = match;
  const { mode, playing, objectives } = session;
  const alone = mode.teams === 0;
  if (!playing || (!alone && objectives.length === 0)) return null;
  return h('section', { class: `panel scores${session.me >= 0 ? ' playing' : ''}`, 'aria-label': t('hud.score') }, [
    alone ? h(Best, { match }) : null,
    h(Objectives, { match }),
  ]);
}

function Best({ match }: { match: Match }): ComponentChild {
  const all = standings(match);
  const shown = all.slice(0, SHOWN);
  const own = all.find(({ me }) => me);
  if (own && !shown.includes(own)) shown[SHOWN - 1] = own;
  // On a small screen only two rows are shown: oneself, and the best of the others.
  const rival = all.find(({ me }) => !me);
  const classOf = (row: Row): string => {
    const out = match.lasting && !row.alive ? ' out' : '';
    return `${row.me ? 'me' : row === rival ? 'rival' : ''}${out}`;
  };
  return h(
    'ol',
    { class: 'best' },
    shown.map((row) =>
      h('li', { key: row.slot, class: classOf(row), style: { color: colorOf(row.slot) } }, [
        h(Emblem, { slot: row.slot }),
        h('span', { class: 'name' }, row.name),
        h('span', { class: 'points' }, row.score),
      ]),
    ),
  );
}
