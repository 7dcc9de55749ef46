// The password form. A wrong one costs a wait that grows; the server's sentence says how long.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { login } from './api.ts';

export function Login({ onDone }: { onDone: () => void }): ComponentChild {
  const [problem, setProblem] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    const password = String(new FormData(event.target as HTMLFormElement).get('password') ?? '');
    login(password).then(onDone, (error: Error) => setProblem(error.message));
  };
  return h('form', { class: 'login', onSubmit: submit }, [
    h('label', null, ['Password', h('input', { name: 'password', type: 'password', autoComplete: 'current-password', required: true })]),
    h('button', { type: 'submit' }, 'Log in'),
    h('p', { class: 'problem', role: 'alert' }, problem),
    h('p', { class: 'hint' }, 'It is ADMIN_PASSWORD, or the one that the server printed at its first start and keeps in its data folder.'),
  ]);
}
