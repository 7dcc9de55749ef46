// Who may see what: picks up the session of an earlier visit, else asks for the password; then the views, side by side.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SessionReport } from '#shared/net/reports.ts';
import { logout, Refused, resume } from './api.ts';
import { Audit } from './audit.ts';
import { Login } from './login.ts';
import { type Place, usePlace } from './place.ts';
import { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { SanctionLists } from './sanctions.ts';
import { ServerActs } from './serverActs.ts';
import { PanelContext } from './session.ts';

const VIEWS = [
  ['rooms', 'Rooms'],
  ['sanctions', 'Bans and mutes'],
  ['audit', 'Audit'],
] as const;
const SAID_MS = 4000;

export function Monitor(): ComponentChild {
  const [session, setSession] = useState<SessionReport | 'none' | undefined>(undefined);
  const [said, setSaid] = useState({ text: '', bad: false });
  const fading = useRef(0);
  const place = usePlace();
  useEffect(() => {
    resume().then(setSession, () => setSession('none'));
  }, []);
  const say = (text: string, bad: boolean): void => {
    setSaid({ text, bad });
    clearTimeout(fading.current);
    fading.current = window.setTimeout(() => setSaid({ text: '', bad: false }), SAID_MS);
  };
  const run = (doing: Promise<unknown>, done = ''): void => {
    doing.then(
      () => done && say(done, false),
      (error: Error) => {
        if (error instanceof Refused && error.needsLogin) setSession('none');
        else say(error instanceof TypeError ? 'The server cannot be reached.' : error.message, true);
      },
    );
  };
  const title = h('h1', null, [h('span', { class: 'title' }, 'CAROM'), ' monitor']);
  if (session === undefined) return h('main', null, h('header', null, title));
  if (session === 'none') return h('main', null, [h('header', null, title), h(Login, { onDone: setSession })]);
  const { role, by, draining } = session;
  const leave = (): void => void logout().finally(() => setSession('none'));
  return h(PanelContext.Provider, { value: { role, by, run } }, [
    h('header', null, [
      title,
      h(Views, { place }),
      draining ? h('strong', { class: 'badge bad' }, 'draining') : null,
      h('span', { class: 'push' }),
      role === 'operator' ? h(ServerActs, { draining, onDrain: (on: boolean) => setSession({ ...session, draining: on }) }) : null,
      role === 'operator' ? h('a', { href: 'monitor/colyseus/', target: '_blank' }, 'Framework') : null,
      h('a', { href: 'metrics', target: '_blank' }, 'Metrics'),
      h('span', { class: 'dim' }, by),
      h('button', { type: 'button', onClick: leave }, 'Log out'),
    ]),
    h('main', null, h(View, { place })),
    h('p', { class: `said${said.bad ? ' bad' : ''}`, role: said.bad ? 'alert' : 'status' }, said.text),
  ]);
}

function Views({ place }: { place: Place }): ComponentChild {
  return h(
    'nav',
    { 'aria-label': 'Views' },
    VIEWS.map(([view, label]) => {
      const here = place.view === view || (view === 'rooms' && place.view === 'room');
      return h('a', { key: view, href: `#${view}`, ...(here ? { 'aria-current': 'page' as const } : {}) }, label);
    }),
  );
}

function View({ place }: { place: Place }): ComponentChild {
  if (place.view === 'room') return h(Room, { key: place.code, code: place.code });
  if (place.view === 'sanctions') return h(SanctionLists, null);
  return place.view === 'audit' ? h(Audit, null) : h(Rooms, null);
}
