// The end of a match: who won, the table, and when the next one starts.

import { type ComponentChild, h } from 'preact';
import { TICK_HZ } from '#shared/tuning.ts';
import type { Match } from '../match.ts';
import { Board } from './board.ts';
import { PlayerName } from './playerName.ts';
import { standings } from './scores.ts';

export function Results({ match }: { match: Match }): ComponentChild {
  const { state, phase } = match.session;
  if (phase !== 'results') return null;
  const [first, second] = standings(match);
  const tie = first && second && first.score === second.score;
  const seconds = Math.max(0, Math.ceil((state.endTick - state.tick) / TICK_HZ));
  return h('section', { class: 'sheet', role: 'status' }, [
    h('h2', null, tie || !first ? 'A draw' : first.me ? 'You won' : [h(PlayerName, { match, slot: first.slot }), ' won']),
    h('div', { class: 'panel' }, h(Board, { match })),
    h('p', null, `Next match in ${seconds} s`),
  ]);
}
