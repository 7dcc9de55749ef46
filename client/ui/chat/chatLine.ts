// A line of the chat: where it was said, by whom, and the text, which is never read as markup.

import { type ComponentChild, h } from 'preact';
import type { ChatLine } from '#shared/net/chat.ts';
import { t } from '../../i18n/index.ts';
import { Icon } from '../icons.ts';

interface LineProps {
  line: ChatLine;
  /** The speaker's colour, where they play here. */
  color?: string | undefined;
  /** Opens what can be done about the speaker; nothing where nothing can. */
  onName?: (() => void) | undefined;
}

export function Line({ line, color, onName }: LineProps): ComponentChild {
  const { channel, role, name, text } = line;
  const style = color ? { color } : {};
  const shown = role === 'operator' || role === 'server' ? t(`chat.${role}`) : name;
  return h('li', { class: `chat-line to-${channel} by-${role}` }, [
    channel === 'room' ? null : h('span', { class: 'chat-where' }, t(`chat.${channel}`)),
    role === 'host' ? h('span', { class: 'sign', title: t('room.host') }, h(Icon, { name: 'crown' })) : null,
    onName
      ? h('button', { type: 'button', class: 'chat-name plain', style, 'aria-label': t('chat.about', { name }), onClick: onName }, shown)
      : h('strong', { class: 'chat-name', style }, shown),
    h('span', { class: 'chat-text', dir: 'auto' }, text),
  ]);
}
