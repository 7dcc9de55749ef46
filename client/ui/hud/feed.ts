// Who hit whom out of the arena, and after how many bounces.

import { type ComponentChild, h } from 'preact';
import { BounceIcon } from '../icons.ts';
import type { Match } from '../match.ts';
import { PlayerName } from './playerName.ts';

/** More would hide the fight. */
const ROWS = 3;

/** How a bolt that bounced so often is called. */
export function bounceText(bounces: number): string {
  if (bounces === 0) return 'direct';
  return bounces === 1 ? '1 bounce' : `${bounces} bounces`;
}

export function Feed({ match }: { match: Match }): ComponentChild {
  const lines = match.log.feed(performance.now()).slice(-ROWS);
  return h(
    'ol',
    { class: 'feed', 'aria-label': 'Kill feed' },
    lines.map(({ id, by, slot, bounces }) =>
      h('li', { key: id, class: `panel${bounces >= 2 ? ' banked' : ''}` }, [
        by === slot ? null : h(PlayerName, { match, slot: by }),
        h(BounceIcon, { bounces }),
        h('span', { class: `bounces heat${Math.min(3, bounces)}` }, bounces > 0 ? `×${bounces}` : ''),
        h(PlayerName, { match, slot }),
      ]),
    ),
  );
}
