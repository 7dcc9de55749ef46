// Where one writes: the channel, the line, and how long until the next one may be said.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Channel, LINE_MAX } from '#shared/net/chat.ts';
import { t } from '../../i18n/index.ts';
import { Icon } from '../icons.ts';
import { useStore } from '../store.ts';
import type { ChatLog } from './chatLog.ts';

/** The cool-down is counted so often. */
const COUNT_MS = 200;

interface FormProps {
  log: ChatLog;
  channels: readonly Channel[];
  channel: Channel;
  onChannel(channel: Channel): void;
  /** A line was taken, or one does not want to write any more. */
  onDone(): void;
  /** Whether one came here to write at once. */
  focus: boolean;
  /** Closes what it stands in. */
  onClose?: () => void;
}

export function ChatForm({ log, channels, channel, onChannel, onDone, focus, onClose }: FormProps): ComponentChild {
  const { problem, readyMs } = useStore(log.view);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const waitS = useCountdown(readyMs);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus, channel]);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (text.trim() === '') {
      onDone();
      return;
    }
    if (waitS > 0) return;
    void log.say(channel, text).then((taken) => {
      if (!taken) return;
      setText('');
      onDone();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Letters of an input method that are not chosen yet.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (event.key === 'Tab' && focus && channels.length > 1 && !event.shiftKey) {
      event.preventDefault();
      onChannel(channels[(channels.indexOf(channel) + 1) % channels.length] as Channel);
    }
  };
  return h('form', { class: 'chat-form', onSubmit: submit }, [
    channels.length > 1
      ? h(
          'div',
          { class: 'chat-channels', role: 'group', 'aria-label': t('chat.to') },
          channels.map((one) =>
            h(
              'button',
              { key: one, type: 'button', class: 'chip', 'aria-pressed': one === channel, onClick: () => onChannel(one) },
              t(`chat.${one}`),
            ),
          ),
          onClose
            ? h('button', { class: 'plain', type: 'button', 'aria-label': t('menu.close'), onClick: onClose }, h(Icon, { name: 'close' }))
            : null,
        )
      : null,
    h('div', { class: 'chat-write' }, [
      h('input', {
        ref: field,
        class: channel,
        value: text,
        maxLength: LINE_MAX,
        autoComplete: 'off',
        enterKeyHint: 'send',
        placeholder: t(`chat.${channel}Hint`),
        'aria-label': t(`chat.${channel}Hint`),
        onInput: (event: Event) => {
          log.forgetProblem();
          setText((event.target as HTMLInputElement).value);
        },
        onKeyDown,
      }),
      h('button', { type: 'submit', disabled: waitS > 0 }, waitS > 0 ? t('chat.wait', { s: waitS }) : t('chat.send')),
    ]),
    h('p', { class: 'problem', role: 'alert' }, problem),
  ]);
}

/** Whole seconds until a time, on `performance.now()`. */
function useCountdown(untilMs: number): number {
  const [, redraw] = useState({});
  const left = Math.max(0, Math.ceil((untilMs - performance.now()) / 1000));
  useEffect(() => {
    if (untilMs <= performance.now()) return;
    const timer = setInterval(() => {
      redraw({});
      if (performance.now() >= untilMs) clearInterval(timer);
    }, COUNT_MS);
    return () => clearInterval(timer);
  }, [untilMs]);
  return left;
}
