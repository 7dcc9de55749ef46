// The chat of a match: the latest lines for some seconds while one plays, all of them with a field while one writes.
// Loaded some time after a match has begun.

import { type ComponentChild, type ComponentChildren, h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Channel, ChatLine } from '#shared/net/chat.ts';
import { t } from '../../i18n/index.ts';
import { useBack } from '../back.ts';
import { useActions } from '../hud/devices.ts';
import { colorOf } from '../hud/playerName.ts';
import type { Match } from '../match.ts';
import { type PopUp, useSettings } from '../settings.ts';
import { useStore } from '../store.ts';
import { ChatForm } from './chatForm.ts';
import { Line } from './chatLine.ts';
import { ChatLines } from './chatLines.ts';
import { chatOf, type HeardLine } from './chatLog.ts';
import '../styles/chat.css';

/** A new line stays in sight for so long, and no more than so many. */
const SHOWN_MS = 9000;
const SHOWN_LINES = 4;

interface ChatProps {
  match: Match;
  touch: boolean;
  /** Whether a menu is up: then keys are its. */
  busy: boolean;
}

export function MatchChat({ match, touch, busy }: ChatProps): ComponentChild {
  const { session } = match;
  const log = chatOf(session.room);
  const { lines } = useStore(log.view);
  const { popUp } = useSettings();
  const [open, setOpen] = useState(false);
  const [channel, setChannel] = useState<Channel>('room');
  const hasTeam = session.mode.teams > 0 && session.me >= 0;
  const channels: readonly Channel[] = hasTeam ? ['room', 'team', 'global'] : ['room', 'global'];
  const chosen = channels.includes(channel) ? channel : 'room';
  const write = (to: Channel) => (down: boolean) => {
    if (!down) return;
    setChannel(to);
    setOpen(true);
  };
  useEffect(() => log.listen((line) => popsUp(line, popUp) && match.onLine()), [log, match, popUp]);
  useActions(match, busy || open ? {} : { chat: write('room'), ...(hasTeam ? { teamChat: write('team') } : {}) });
  useEffect(() => {
    // Keys that write must not steer.
    if (!open) return;
    match.controls.paused = true;
    return () => {
      match.controls.paused = busy;
    };
  }, [open, busy]);
  const speakerColor = ({ who }: HeardLine): string | undefined => {
    const slot = session.state.pucks.findIndex((puck) => puck.active && puck.sessionId === who);
    return slot >= 0 ? colorOf(slot) : undefined;
  };
  const close = (): void => setOpen(false);
  if (open)
    return h(OpenChat, { onClose: close }, [
      h(ChatLines, { log, colorOf: speakerColor }),
      h(ChatForm, { log, channels, channel: chosen, onChannel: setChannel, onDone: close, focus: true, onClose: close }),
    ]);
  const now = performance.now();
  const fresh = lines.filter((line) => now - line.heardMs < SHOWN_MS && popsUp(line, popUp));
  return [
    touch
      ? h(
          'button',
          { class: 'chat-open plain panel', type: 'button', 'aria-label': t('chat.title'), onClick: () => setOpen(true) },
          h(ChatIcon, null),
        )
      : null,
    h(
      'ol',
      { class: 'chat fresh', 'aria-live': 'polite' },
      fresh.slice(-SHOWN_LINES).map((line) => h(Line, { key: `${line.channel} ${line.id}`, line, color: speakerColor(line) })),
    ),
  ];
}

/** Lies over the match until one is done: keys steer no puck meanwhile. */
function OpenChat({ onClose, children }: { onClose: () => void; children?: ComponentChildren }): ComponentChild {
  const panel = useRef<HTMLElement>(null);
  useBack(onClose);
  // At once: where frames are rare an effect comes later than the press.
  useLayoutEffect(() => {
    const onDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !panel.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, []);
  return h('section', { ref: panel, class: 'chat panel open', 'aria-label': t('chat.title') }, children);
}

/** Whether one wants to be shown a line while one plays; the operator is always heard. */
function popsUp({ channel, role }: ChatLine, popUp: PopUp): boolean {
  return role === 'operator' || popUp === 'all' || (popUp === 'room' && channel !== 'global');
}

function ChatIcon(): ComponentChild {
  const line = {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.1,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  } as const;
  return h('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: 'M4 6h16M4 11h16M4 16h9', ...line }));
}
