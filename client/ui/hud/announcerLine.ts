// The announcer's line: one calm sentence below the clock, read out by screen readers when they are free.

import { type ComponentChild, h } from 'preact';
import type { Match } from '../match.ts';

export function AnnouncerLine({ match }: { match: Match }): ComponentChild {
  const said = match.session.phase === 'results' ? undefined : match.banner.current(performance.now());
  return h(
    'div',
    { class: 'announcer', 'aria-live': 'polite' },
    said ? h('p', { key: said.text, class: `${said.mood} importance${Math.max(0, said.importance)}` }, said.text) : null,
  );
}
