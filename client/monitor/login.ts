// The password form. A wrong one costs a wait that grows; the server's sentence says how long.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionReport } from '#shared/net/reports.ts';
import { login } from './api.ts';

export function Login({ onDone }: { onDone: (session: SessionReport) => void }): ComponentChild {
  const [problem, setProblem] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? '');
    login(text('password'), text('name')).then(onDone, (error: Error) => setProblem(error.message));
  };
  return h('form', { class: 'login card', onSubmit: submit }, [
    h('label', null, ['Password', h('input', { name: 'password', type: 'password', autoComplete: 'current-password', required: true })]),
    h('label', null, [
      'Your name, for the audit',
      h('input', { name: 'name', maxLength: 24, autoComplete: 'nickname', placeholder: 'optional' }),
    ]),
    h('button', { type: 'submit', class: 'go' }, 'Log in'),
    h('p', { class: 'problem', role: 'alert' }, problem),
    h('p', { class: 'hint' }, [
      'Operators: ADMIN_PASSWORD, or the one that the server printed at its first start and keeps in its data folder. ',
      'Moderators: MODERATOR_PASSWORD.',
    ]),
  ]);
}
