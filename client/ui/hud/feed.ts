// Who ended whom, after how many bounces or how else, and who brought a flag home.

import { type ComponentChild, h } from 'preact';
import { counted } from '../count.ts';
import { BounceIcon, Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import type { CaptureLine, FeedLine, KillLine } from '../matchLog.ts';
import { PlayerName } from './playerName.ts';
import { teamColor } from './teamBadge.ts';

/** More would hide the fight. */
const ROWS = 3;

/** How a bolt that bounced so often is called. */
export function bounceText(bounces: number): string {
  return bounces === 0 ? 'direct' : counted(bounces, 'bounces');
}

export function Feed({ match }: { match: Match }): ComponentChild {
  const lines = match.log.feed(performance.now()).slice(-ROWS);
  return h(
    'ol',
    { class: 'feed', 'aria-label': 'Kill feed' },
    lines.map((line) =>
      h('li', { key: line.id, class: `panel ${kindOf(line)}` }, line.type === 'kill' ? kill(match, line) : capture(match, line)),
    ),
  );
}

function kindOf(line: FeedLine): string {
  if (line.type === 'capture') return 'capture';
  if (line.mates) return 'mates';
  return line.cause === 'bolt' && line.bounces >= 2 ? 'banked' : '';
}

function kill(match: Match, { by, slot, cause, bounces, mates }: KillLine): ComponentChild {
  return [
    by < 0 ? null : h(PlayerName, { match, slot: by }),
    mates ? h('span', { class: 'tag' }, [h(Icon, { name: 'mates' }), 'own team']) : null,
    cause === 'burn' ? h('span', { class: 'tag' }, [h(Icon, { name: 'closing' }), 'outside']) : h(BounceIcon, { bounces }),
    cause === 'own' ? h('span', { class: 'tag' }, 'own bolt') : null,
    cause === 'bolt' && bounces > 0 ? h('span', { class: `bounces heat${Math.min(3, bounces)}` }, `×${bounces}`) : null,
    h(PlayerName, { match, slot }),
  ];
}

function capture(match: Match, { slot, team }: CaptureLine): ComponentChild {
  return [
    h(PlayerName, { match, slot }),
    h('span', { class: 'tag' }, 'captured'),
    h('span', { class: 'player', style: { color: teamColor(team) } }, h(Icon, { name: 'flag' })),
  ];
}
