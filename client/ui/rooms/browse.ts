// All public rooms, live: to filter, to sort, to join, to watch.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { LobbyChat } from '../chat/lobbyChat.ts';
import { play } from '../flow.ts';
import { modeName } from '../modeTexts.ts';
import { closePage, openPage } from '../pages.ts';
import { type ListedRoom, type Lobby, useLobby } from './lobby.ts';
import { type Filters, filtered, NO_FILTERS, SORTS, type Sort, sorted } from './order.ts';
import './rooms.css';
import { RoomList } from './roomList.ts';

export function Browse(): ComponentChild {
  const lobby = useLobby();
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [sort, setSort] = useState<Sort>('best');
  const list = useRef<HTMLDivElement>(null);
  // A shorter list must not leave its own controls scrolled away.
  useEffect(() => list.current?.parentElement?.scrollTo(0, 0), [filters]);
  const { rooms } = lobby;
  if (!rooms) return h(Waiting, { lobby });
  const shown = sorted(filtered(rooms, filters), sort);
  return h('div', { ref: list, class: 'rooms' }, [
    h(Bar, { rooms, filters, sort, lobby, onFilter: (change) => setFilters({ ...filters, ...change }), onSort: setSort }),
    shown.length > 0
      ? h(RoomList, { rooms: shown, aheadS: lobby.aheadS })
      : h(Nothing, { any: rooms.length > 0, onReset: () => setFilters(NO_FILTERS) }),
    lobby.room ? h(LobbyChat, { room: lobby.room }) : null,
  ]);
}

/** Until the first list is there. */
export function Waiting({ lobby }: { lobby: Lobby }): ComponentChild {
  return h('div', { class: 'rooms-none', role: 'status' }, [
    h('p', null, lobby.failed ? t('rooms.unreachable') : t('menu.loading')),
    h('progress', { class: 'loading' }),
  ]);
}

interface BarProps {
  rooms: readonly ListedRoom[];
  filters: Filters;
  sort: Sort;
  lobby: Lobby;
  onFilter: (change: Partial<Filters>) => void;
  onSort: (sort: Sort) => void;
}

function Bar({ rooms, filters, sort, lobby, onFilter, onSort }: BarProps): ComponentChild {
  const modes = [...new Set(rooms.map(({ mode }) => mode))].sort();
  const maps = [...new Map(rooms.map(({ map, mapName }) => [map, mapName]))].sort(([, a], [, b]) => a.localeCompare(b));
  return h('div', { class: 'rooms-bar' }, [
    h('input', {
      type: 'search',
      value: filters.words,
      placeholder: t('rooms.search'),
      'aria-label': t('rooms.search'),
      onInput: (event: Event) => onFilter({ words: textIn(event) }),
    }),
    h(Select, {
      label: t('menu.mode'),
      value: filters.mode,
      options: [['', t('rooms.anyMode')], ...modes.map((id) => [id, modeName(id)] as const)],
      onPick: (mode) => onFilter({ mode }),
    }),
    h(Select, {
      label: t('rooms.map'),
      value: filters.map,
      options: [['', t('rooms.anyMap')], ...maps],
      onPick: (map) => onFilter({ map }),
    }),
    h(Toggle, { label: t('rooms.place'), on: filters.place, onChange: (place) => onFilter({ place }) }),
    h(Toggle, { label: t('rooms.open'), on: filters.open, onChange: (open) => onFilter({ open }) }),
    h(Select, {
      label: t('rooms.sort'),
      value: sort,
      options: SORTS.map((id) => [id, t(`rooms.sort.${id}`)] as const),
      onPick: (id) => onSort(id as Sort),
    }),
    h(
      'span',
      { class: 'rooms-ping dim' },
      lobby.failed ? t('rooms.unreachable') : lobby.pingMs > 0 ? t('rooms.ping', { n: lobby.pingMs }) : '',
    ),
  ]);
}

/** An empty list is no dead end. */
function Nothing({ any, onReset }: { any: boolean; onReset: () => void }): ComponentChild {
  const start = (): void => {
    closePage();
    void play();
  };
  return h('div', { class: 'rooms-none', role: 'status' }, [
    h('p', null, any ? t('rooms.noMatch') : t('rooms.none')),
    h('div', { class: 'rooms-ways' }, [
      any ? h('button', { type: 'button', class: 'go', onClick: onReset }, t('rooms.reset')) : null,
      any ? null : h('button', { type: 'button', class: 'go', onClick: start }, t('menu.play')),
      h('button', { type: 'button', onClick: () => openPage('host') }, t('menu.host')),
    ]),
  ]);
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [id: string, text: string])[];
  onPick: (id: string) => void;
}

export function Select({ label, value, options, onPick }: SelectProps): ComponentChild {
  return h(
    'select',
    { 'aria-label': label, value, onChange: (event: Event) => onPick(textIn(event)) },
    options.map(([id, text]) => h('option', { key: id, value: id, selected: id === value }, text)),
  );
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }): ComponentChild {
  return h('label', { class: `chip${on ? ' chosen' : ''}` }, [
    h('input', { type: 'checkbox', checked: on, onChange: (event: Event) => onChange((event.currentTarget as HTMLInputElement).checked) }),
    label,
  ]);
}

const textIn = (event: Event): string => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
