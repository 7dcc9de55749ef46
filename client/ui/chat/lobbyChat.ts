// The chat beside the list of rooms: with everybody who is on the server.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { ChatConnection } from '../../net/chat.ts';
import { ChatForm } from './chatForm.ts';
import { ChatLines } from './chatLines.ts';
import { chatOf } from './chatLog.ts';
import '../styles/chat.css';

const CHANNELS = ['global'] as const;
const nothing = (): void => {};

export function LobbyChat({ room }: { room: ChatConnection }): ComponentChild {
  const log = chatOf(room);
  return h('section', { class: 'lobby-chat panel', 'aria-labelledby': 'lobby-chat' }, [
    h('h3', { id: 'lobby-chat' }, t('chat.everybody')),
    h(ChatLines, { log }),
    h(ChatForm, { log, channels: CHANNELS, channel: 'global', onChannel: nothing, onDone: nothing, focus: false }),
  ]);
}
