// Who ended whom, after how many bounces or how else, who brought a flag home, and what players say.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { BounceIcon, Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import type { CaptureLine, FeedLine, KillLine } from '../matchLog.ts';
import { EmoteLine } from './emoteLine.ts';
import { PlayerName } from './playerName.ts';
import { teamColor } from './teamBadge.ts';

/** More would hide the fight. */
const ROWS = 3;

/** How a bolt that bounced so often is called. */
export function bounceText(bounces: number): string {
  return bounces === 0 ? t('feed.direct') : t('feed.bounces', { n: bounces });
}

export function Feed({ match }: { match: Match }): ComponentChild {
  const lines = match.log.feed(performance.now()).slice(-ROWS);
  return h(
    'ol',
    { class: 'feed', 'aria-label': t('hud.feed') },
    lines.map((line) => h('li', { key: line.id, class: `panel ${kindOf(line)}` }, content(match, line))),
  );
}

function content(match: Match, line: FeedLine): ComponentChild {
  if (line.type === 'kill') return kill(match, line);
  return line.type === 'capture' ? capture(match, line) : h(EmoteLine, { match, line });
}

function kindOf(line: FeedLine): string {
  if (line.type !== 'kill') return line.type;
  if (line.mates) return 'mates';
  return line.cause === 'bolt' && line.bounces >= 2 ? 'banked' : '';
}

function kill(match: Match, { by, slot, cause, bounces, mates }: KillLine): ComponentChild {
  return [
    by < 0 ? null : h(PlayerName, { match, slot: by }),
    mates ? h('span', { class: 'tag' }, [h(Icon, { name: 'mates' }), t('feed.mates')]) : null,
    cause === 'burn' ? h('span', { class: 'tag' }, [h(Icon, { name: 'closing' }), t('feed.outside')]) : h(BounceIcon, { bounces }),
    cause === 'own' ? h('span', { class: 'tag' }, t('feed.own')) : null,
    cause === 'bolt' && bounces > 0 ? h('span', { class: `bounces heat${Math.min(3, bounces)}` }, `×${bounces}`) : null,
    h(PlayerName, { match, slot }),
  ];
}

function capture(match: Match, { slot, team }: CaptureLine): ComponentChild {
  return [
    h(PlayerName, { match, slot }),
    h('span', { class: 'tag' }, t('feed.captured')),
    h('span', { class: 'player', style: { color: teamColor(team) } }, h(Icon, { name: 'flag' })),
  ];
}
