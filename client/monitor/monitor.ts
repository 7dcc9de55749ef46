// Who may see the rooms: picks up the session of an earlier visit, else asks for the password.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { logout, resume } from './api.ts';
import { Login } from './login.ts';
import { Rooms } from './rooms.ts';

type Stage = 'asking' | 'login' | 'rooms';

export function Monitor(): ComponentChild {
  const [stage, setStage] = useState<Stage>('asking');
  useEffect(() => {
    resume().then(
      () => setStage('rooms'),
      () => setStage('login'),
    );
  }, []);
  const leave = () => void logout().finally(() => setStage('login'));
  return h('main', null, [
    h('header', null, [
      h('h1', null, [h('span', { class: 'title' }, 'CAROM'), ' monitor']),
      stage === 'rooms' ? h('a', { href: 'monitor/colyseus/', target: '_blank' }, 'Framework panel') : null,
      stage === 'rooms' ? h('a', { href: 'metrics', target: '_blank' }, 'Metrics') : null,
      stage === 'rooms' ? h('button', { type: 'button', onClick: leave }, 'Log out') : null,
    ]),
    stage === 'login' ? h(Login, { onDone: () => setStage('rooms') }) : null,
    stage === 'rooms' ? h(Rooms, { onExpired: () => setStage('login') }) : null,
  ]);
}
