// The matches that are worth watching now.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { openPage } from '../pages.ts';
import { Waiting } from './browse.ts';
import { useLobby } from './lobby.ts';
import { worthWatching } from './order.ts';
import { RoomList } from './roomList.ts';
import './rooms.css';

const SHOWN = 12;

export function Watch(): ComponentChild {
  const lobby = useLobby();
  const { rooms } = lobby;
  if (!rooms) return h(Waiting, { lobby });
  const best = worthWatching(rooms).slice(0, SHOWN);
  if (best.length > 0) return h('div', { class: 'rooms' }, h(RoomList, { rooms: best, aheadS: lobby.aheadS, watching: true }));
  return h('div', { class: 'rooms-none', role: 'status' }, [
    h('p', null, t('rooms.nothingToWatch')),
    h('div', { class: 'rooms-ways' }, h('button', { type: 'button', onClick: () => openPage('host') }, t('menu.host'))),
  ]);
}
