// Time left in the match.

import { type ComponentChild, h } from 'preact';
import { TICK_HZ } from '#shared/tuning.ts';
import type { Match } from '../match.ts';

/** Ticks as minutes and seconds. */
function clockText(ticks: number): string {
  const seconds = Math.max(0, Math.ceil(ticks / TICK_HZ));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function Clock({ match }: { match: Match }): ComponentChild {
  const { state } = match.session;
  const left = match.session.playing ? state.endTick - state.tick : 0;
  return h('div', { class: `panel clock${left < 15 * TICK_HZ ? ' ending' : ''}`, role: 'timer' }, clockText(left));
}
