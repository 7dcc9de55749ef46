// Every room at a glance, asked for once a second, with what can be done about it.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PlayerReport, RoomReport } from '#shared/net/reports.ts';
import { closeRoom, kick, Refused, rooms } from './api.ts';
import { bytes, duration, milliseconds } from './format.ts';

const EVERY_MS = 1000;
const COLUMNS = ['Room', 'Mode', 'Map', 'Players', 'Tick p50', 'p99', 'Late', 'Sent', 'Age', ''];
const NUMBERS = new Set(['Tick p50', 'p99', 'Late', 'Sent', 'Age']);

export function Rooms({ onExpired }: { onExpired: () => void }): ComponentChild {
  const [list, setList] = useState<RoomReport[] | undefined>(undefined);
  const [problem, setProblem] = useState('');
  const [open, setOpen] = useState('');
  const fail = (error: Error): void => {
    if (error instanceof Refused && error.needsLogin) onExpired();
    else setProblem(error.message);
  };
  useEffect(() => {
    const ask = () =>
      rooms().then((answer) => {
        setList(answer.sort((a, b) => a.code.localeCompare(b.code)));
        setProblem('');
      }, fail);
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const act = (action: Promise<unknown>) => void action.catch(fail);
  return h('section', null, [
    h('p', { class: 'problem', role: 'alert' }, problem),
    h('p', { class: 'sum' }, list ? summary(list) : 'Asking …'),
    h('table', null, [
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          COLUMNS.map((name) => h('th', { scope: 'col', key: name, class: NUMBERS.has(name) ? 'number' : '' }, name)),
        ),
      ),
      ...(list ?? []).map((room) =>
        h('tbody', { key: room.code }, [
          h(Row, { room, open: room.code === open, act, onOpen: () => setOpen(room.code === open ? '' : room.code) }),
          room.code === open ? h(Players, { room, act }) : null,
        ]),
      ),
    ]),
  ]);
}

function summary(list: RoomReport[]): string {
  const people = list.reduce((sum, room) => sum + room.people, 0);
  const watching = list.reduce((sum, room) => sum + room.spectators, 0);
  return `${list.length} ${list.length === 1 ? 'room' : 'rooms'}, ${people} ${people === 1 ? 'player' : 'players'}, ${watching} watching`;
}

type Act = (action: Promise<unknown>) => void;

function Row({ room, open, act, onOpen }: { room: RoomReport; open: boolean; act: Act; onOpen: () => void }): ComponentChild {
  const end = () => confirm(`End room ${room.code} for everybody in it?`) && act(closeRoom(room.code));
  const late = room.lateTicks + room.skippedTicks;
  return h('tr', null, [
    h('th', { scope: 'row' }, [room.code, room.private ? h('small', null, ' private') : null]),
    h('td', null, room.mode),
    h('td', null, [room.map, room.phase === 'live' ? null : h('small', null, ` ${room.phase}`)]),
    h(
      'td',
      null,
      h('button', { type: 'button', 'aria-expanded': open, onClick: onOpen }, `${room.people} + ${room.players.length - room.people} bots`),
    ),
    h('td', { class: 'number' }, milliseconds(room.tickP50)),
    h('td', { class: 'number' }, milliseconds(room.tickP99)),
    h('td', { class: `number${late > 0 ? ' bad' : ''}` }, late),
    h('td', { class: 'number' }, bytes(room.bytesOut)),
    h('td', { class: 'number' }, duration(room.ageS)),
    h('td', { class: 'actions' }, [
      h('a', { class: 'button', href: `./?watch=${room.code}`, target: '_blank' }, 'Watch'),
      h('button', { type: 'button', class: 'danger', onClick: end }, 'End'),
    ]),
  ]);
}

function Players({ room, act }: { room: RoomReport; act: Act }): ComponentChild {
  const row = (player: PlayerReport): ComponentChild =>
    h('li', { key: player.slot, class: player.connected ? '' : 'away' }, [
      h('span', { class: 'name' }, player.name),
      h('span', null, player.bot ? 'bot' : player.connected ? (player.roundTrip ? `${player.roundTrip} ms` : '…') : 'away'),
      h('span', { class: 'number' }, player.score),
      h('a', { class: 'button', href: `./?watch=${room.code}&follow=${player.slot}`, target: '_blank' }, 'Watch'),
      player.bot
        ? null
        : h(
            'button',
            { type: 'button', class: 'danger', onClick: () => confirm(`Send ${player.name} away?`) && act(kick(room.code, player.slot)) },
            'Kick',
          ),
    ]);
  return h(
    'tr',
    null,
    h('td', { colSpan: COLUMNS.length }, h('ul', { class: 'players' }, [...room.players].sort((a, b) => b.score - a.score).map(row))),
  );
}
