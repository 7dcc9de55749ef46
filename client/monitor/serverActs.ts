// What an operator does to the whole server: a line to everybody, and no new people before it is stopped.

import { type ComponentChild, h } from 'preact';
import { LINE_MAX } from '#shared/net/chat.ts';
import { announce, setDrain } from './api.ts';
import { AskButton } from './ask.ts';
import { usePanel } from './session.ts';

export function ServerActs({ draining, onDrain }: { draining: boolean; onDrain: (on: boolean) => void }): ComponentChild {
  const { run } = usePanel();
  const drain = (): void =>
    run(
      setDrain(!draining).then((answer) => onDrain(answer.draining)),
      draining ? 'This server takes people again.' : 'This server takes nobody new.',
    );
  return [
    h(
      AskButton,
      {
        label: 'Announce',
        title: 'A line to everybody in all rooms',
        go: 'Say it',
        onGo: (form) => run(announce(String(form.get('text'))), 'Everybody was told.'),
      },
      h('label', null, ['Text', h('input', { name: 'text', required: true, maxLength: LINE_MAX })]),
    ),
    h(
      AskButton,
      {
        label: draining ? 'Stop draining' : 'Drain',
        title: draining ? 'Take people again?' : 'Drain this server?',
        go: 'Yes',
        onGo: drain,
      },
      h(
        'p',
        null,
        draining
          ? 'Rooms are opened and quick play leads here again.'
          : 'No new rooms, nobody by quick play. Matches that run end normally, and their rooms with them.',
      ),
    ),
  ];
}
