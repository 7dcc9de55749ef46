// Who said what, as a line of the feed.

import { type ComponentChild, h } from 'preact';
import { EMOTES } from '#shared/net/emotes.ts';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import type { EmoteLine as Line } from '../matchLog.ts';
import { PlayerName } from './playerName.ts';

export function EmoteLine({ match, line }: { match: Match; line: Line }): ComponentChild {
  const emote = EMOTES[line.index];
  return [
    h(PlayerName, { match, slot: line.slot }),
    h('span', { class: 'words' }, emote && t(`emote.${emote.id}`)),
    emote?.team ? h('span', { class: 'tag' }, t('emote.team')) : null,
  ];
}
