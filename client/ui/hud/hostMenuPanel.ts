// The room: how others get here, who is here, and what its host may do, or what can be voted on where nobody hosts.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HostMessage, PollMessage } from '#shared/net/hosting.ts';
import { t } from '../../i18n/index.ts';
import { useBack } from '../back.ts';
import { errorText } from '../errors.ts';
import { Icon } from '../icons.ts';
import type { Match } from '../match.ts';
import '../rooms/panel.css';
import { useScreen } from '../screen.ts';
import type { RoomPanelProps } from './hostMenu.ts';
import { HostControls } from './hostMenuControls.ts';
import { People } from './hostMenuPeople.ts';
import { InviteCode } from './qr.ts';
import { act, isHost, sayInVote } from './roomActs.ts';

/** Asks something of the server; a refusal is shown. */
export interface Asks {
  host: (message: HostMessage) => void;
  vote: (message: PollMessage) => void;
}

export function RoomPanel({ match, onClose }: RoomPanelProps): ComponentChild {
  const { code } = useScreen();
  const [problem, setProblem] = useState('');
  const panel = useRef<HTMLElement>(null);
  useBack(onClose);
  useEffect(() => panel.current?.focus(), []);
  const { host } = match.session.state;
  const show = (asked: Promise<void>): void => {
    asked.then(
      () => setProblem(''),
      (error: unknown) => setProblem(errorText(error)),
    );
  };
  const asks: Asks = { host: (message) => show(act(match, message)), vote: (message) => show(sayInVote(match, message)) };
  return h(
    'section',
    { ref: panel, class: 'panel room-panel', tabIndex: -1, role: 'dialog', 'aria-label': t('room.title', { code }), 'data-moves': '' },
    [
      h('header', null, [
        h('h2', null, host.title || t('room.title', { code })),
        h('button', { class: 'plain', type: 'button', 'aria-label': t('menu.close'), onClick: onClose }, h(Icon, { name: 'close' })),
      ]),
      problem ? h('p', { role: 'alert', class: 'problem' }, problem) : null,
      isHost(match) ? h(HostControls, { match, asks }) : h(Votes, { match, asks }),
      h(People, { match, asks }),
      h(InviteCode, { code }),
    ],
  );
}

/** Where nobody hosts, those who play decide together. */
function Votes({ match, asks }: { match: Match; asks: Asks }): ComponentChild {
  const { session } = match;
  if (session.state.host.session !== '') return null;
  if (session.me < 0) return h('p', { class: 'dim' }, t('room.noHost'));
  return h('div', { class: 'room-acts' }, [
    h('button', { type: 'button', onClick: () => asks.vote({ do: 'next' }) }, t('poll.startNext')),
    h('button', { type: 'button', onClick: () => asks.vote({ do: 'restart' }) }, t('poll.startRestart')),
  ]);
}
