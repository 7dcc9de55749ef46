// Rooms as a list, each with what one can do with it: play, wait in line, watch, say the password.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t, textOf } from '../../i18n/index.ts';
import { join, watch } from '../flow.ts';
import { Icon } from '../icons.ts';
import { modeName } from '../modeTexts.ts';
import { closePage } from '../pages.ts';
import { type ListedRoom, leftS } from './lobby.ts';
import { hasPlace } from './order.ts';

const SECOND_MS = 1000;

/** How one can come into a room: with a puck, in line for one, without. */
type Way = 'play' | 'wait' | 'watch';

const WAY_TEXTS: Record<Way, () => string> = {
  play: () => t('menu.join'),
  wait: () => t('line.wait'),
  watch: () => t('menu.watch'),
};

export function RoomList({
  rooms,
  aheadS,
  watching,
}: {
  rooms: readonly ListedRoom[];
  aheadS: number;
  watching?: boolean;
}): ComponentChild {
  useClock();
  return h(
    'ul',
    { class: 'room-list' },
    rooms.map((room) => h(RoomRow, { key: room.code, room, aheadS, watching: watching ?? false })),
  );
}

function RoomRow({ room, aheadS, watching }: { room: ListedRoom; aheadS: number; watching: boolean }): ComponentChild {
  const [asked, setAsked] = useState<Way | undefined>(undefined);
  const { code, title, mode, mapName, people, seats, bots, spectators, locked, password } = room;
  const go = (how: Way, word?: string): void => {
    if (password && word === undefined) {
      setAsked(how);
      return;
    }
    closePage();
    void (how === 'play' ? join(code, word) : watch(code, -1, word, how === 'wait'));
  };
  const can: Way = watching ? 'watch' : hasPlace(room) ? 'play' : 'wait';
  // Nobody knows when a locked one opens.
  const best = locked && can === 'wait' ? 'watch' : can;
  const way = (how: Way): ComponentChild =>
    h('button', { type: 'button', class: how === best ? 'go' : '', onClick: () => go(how) }, WAY_TEXTS[how]());
  return h('li', { class: 'room panel', 'data-code': code }, [
    h('div', { class: 'room-what' }, [
      h('strong', null, [title || modeName(mode), password ? h(Sign, { name: 'lock', text: t('rooms.password') }) : null]),
      h('span', { class: 'room-where dim' }, [h('span', null, title ? `${modeName(mode)} · ${mapName}` : mapName), h('code', null, code)]),
    ]),
    h('div', { class: 'room-who' }, [
      h('b', null, t('rooms.people', { n: people, of: seats })),
      h('small', { class: 'dim' }, besides(bots, spectators)),
    ]),
    h('div', { class: 'room-time' }, [
      h('span', null, timeText(room, aheadS)),
      can === 'wait' ? h('small', { class: 'dim' }, locked ? t('rooms.locked') : t('rooms.full')) : null,
    ]),
    asked
      ? h(PasswordForm, { text: WAY_TEXTS[asked](), onSay: (word) => go(asked, word), onCancel: () => setAsked(undefined) })
      : h('div', { class: 'room-ways' }, [can === 'play' ? way('play') : null, can === 'wait' ? way('wait') : null, way('watch')]),
  ]);
}

function Sign({ name, text }: { name: 'lock'; text: string }): ComponentChild {
  return h('span', { class: 'sign', title: text, role: 'img', 'aria-label': text }, h(Icon, { name }));
}

interface PasswordProps {
  /** What the word is said for. */
  text: string;
  onSay: (word: string) => void;
  onCancel: () => void;
}

export function PasswordForm({ onSay, text, onCancel }: PasswordProps): ComponentChild {
  const [word, setWord] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (word) onSay(word);
  };
  return h('form', { class: 'room-password', onSubmit: submit }, [
    h('input', {
      type: 'password',
      value: word,
      placeholder: t('rooms.password'),
      'aria-label': t('rooms.password'),
      autoComplete: 'off',
      ref: (input: HTMLInputElement | null) => input?.focus(),
      onInput: (event: Event) => setWord((event.currentTarget as HTMLInputElement).value),
    }),
    h('button', { type: 'submit', class: 'go', disabled: !word }, text),
    h('button', { type: 'button', class: 'plain', 'aria-label': t('menu.close'), onClick: onCancel }, h(Icon, { name: 'close' })),
  ]);
}

/** Who is there besides those who play. */
function besides(bots: number, spectators: number): string {
  const texts = [bots > 0 ? t('rooms.bots', { n: bots }) : '', spectators > 0 ? t('rooms.watching', { n: spectators }) : ''];
  return texts.filter(Boolean).join(' · ');
}

/** What a match is at, and for how long. */
function timeText(room: ListedRoom, aheadS: number): string {
  const left = leftS(room, aheadS);
  // A standing match without anybody begins with whoever comes.
  if (left === undefined) return room.people > 0 ? t('rooms.paused') : t('rooms.phase.waiting');
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return room.phase === 'live' ? clock : (textOf(`rooms.phase.${room.phase}`) ?? clock);
}

/** Clocks run. */
function useClock(): void {
  const [, redraw] = useState({});
  useEffect(() => {
    const timer = setInterval(() => redraw({}), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
}
