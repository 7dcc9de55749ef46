// What is said in a room, and a line to everybody in it.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ChatLine, LINE_MAX } from '#shared/net/chat.ts';
import type { RoomDetail } from '#shared/net/reports.ts';
import { act } from './api.ts';
import { usePanel } from './session.ts';

export function Talk({ room: { code, chat } }: { room: RoomDetail }): ComponentChild {
  const { run } = usePanel();
  const lines = useRef<HTMLOListElement>(null);
  const last = chat.at(-1)?.id;
  useEffect(() => {
    if (lines.current) lines.current.scrollTop = lines.current.scrollHeight;
  }, [last]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    run(act.message(code, String(new FormData(form).get('text') ?? '')).then(() => form.reset()));
  };
  return h('section', { class: 'talk card', 'aria-label': 'Chat' }, [
    h(
      'ol',
      { ref: lines, class: 'lines', tabIndex: 0, 'aria-label': 'Lines' },
      chat.length > 0 ? chat.map(line) : h('li', { class: 'dim' }, 'Nothing was said yet.'),
    ),
    h('form', { class: 'say', onSubmit: submit }, [
      h('input', {
        name: 'text',
        required: true,
        maxLength: LINE_MAX,
        'aria-label': 'A message to the room',
        placeholder: 'To everybody in the room, as operator',
        autoComplete: 'off',
      }),
      h('button', { type: 'submit' }, 'Say'),
    ]),
  ]);
}

function line({ id, at, role, name, channel, text }: ChatLine): ComponentChild {
  const speaker = role === 'operator' || role === 'server' ? role : name;
  return h('li', { key: id, class: role }, [
    h('time', { class: 'dim' }, new Date(at * 1000).toLocaleTimeString()),
    h('strong', null, speaker),
    channel === 'team' ? h('small', null, 'team') : null,
    h('span', null, text),
  ]);
}
