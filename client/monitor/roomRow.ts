// A room in the list. It is drawn anew only when what it says has changed: of a hundred rooms most stand still.

import { Component, type ComponentChild, h } from 'preact';
import type { RoomReport, TrendRow } from '#shared/net/reports.ts';
import { age, bytes, counted, milliseconds } from './format.ts';
import { Spark } from './spark.ts';

interface Column {
  name: string;
  number?: boolean;
  /** What it is sorted by. */
  key: (room: RoomReport) => string | number;
}

const recent = ({ trend }: RoomReport, column: 1 | 2 | 3 | 4): number => trend.at(-1)?.[column] ?? 0;

export const COLUMNS: readonly Column[] = [
  { name: 'Room', key: ({ code }) => code },
  { name: 'Mode', key: ({ mode }) => mode },
  { name: 'Map', key: ({ map }) => map },
  { name: 'People', number: true, key: ({ people, players, spectators }) => people * 1000 + players.length + spectators / 100 },
  { name: 'Tick p50, p99', number: true, key: (room) => recent(room, 2) },
  { name: 'Late', number: true, key: ({ lateTicks, skippedTicks }) => lateTicks + skippedTicks },
  { name: 'Sent', number: true, key: (room) => recent(room, 4) },
  { name: 'Age', number: true, key: ({ ageS }) => ageS },
  { name: 'To look at', number: true, key: ({ hints, complaints }) => hints + complaints },
];

/** A tick's budget is 16.7 ms for all rooms of a process: one that takes half of it is drawn as a warning. */
const SLOW_MS = 8;

interface RowProps {
  room: RoomReport;
  rows: readonly TrendRow[];
}

const shownOf = ({ room, rows }: RowProps): string => {
  const { title, mode, map, phase, people, players, spectators, lateTicks, skippedTicks, ageS, hints, complaints } = room;
  return [
    rows.at(-1)?.[0],
    title,
    mode,
    map,
    phase,
    people,
    players.length,
    spectators,
    lateTicks + skippedTicks,
    age(ageS),
    hints,
    complaints,
  ].join();
};

export class RoomRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return shownOf(next) !== shownOf(this.props);
  }

  override render({ room, rows }: RowProps): ComponentChild {
    const { code, title, mode, map, phase, people, players, spectators, hints, complaints } = room;
    const [, p50 = 0, p99 = 0, , sent = 0] = rows.at(-1) ?? [];
    const late = room.lateTicks + room.skippedTicks;
    const number = (...children: ComponentChild[]): ComponentChild => h('td', { class: 'number' }, children);
    return h('tr', null, [
      h('th', { scope: 'row' }, [
        h('a', { href: `#room/${code}`, class: 'code' }, code),
        title ? h('span', { class: 'name' }, title) : null,
        room.private ? h('small', null, 'private') : null,
      ]),
      h('td', null, mode),
      h('td', null, [map, phase === 'live' ? null : h('small', null, phase)]),
      number(
        h('strong', { class: people > 0 ? 'lit' : 'dim' }, people),
        h('small', null, `+ ${counted(players.length - people, 'bot')}${spectators > 0 ? `, ${spectators} watching` : ''}`),
      ),
      number(
        h(Spark, { rows, line: 2, area: 1, top: 2, limit: SLOW_MS, label: `Ticks of ${code}: p99 ${milliseconds(p99)}` }),
        h('span', { class: 'figure' }, `${milliseconds(p50)}, ${milliseconds(p99)}`),
      ),
      number(
        h(Spark, { rows, line: 3, top: 4, limit: 0, label: `Late ticks of ${code}: ${late}` }),
        h('span', { class: `short figure${late > 0 ? ' warn' : ''}` }, late),
      ),
      number(
        h(Spark, { rows, line: 4, top: 20_000, label: `Bytes of ${code}: ${bytes(sent)} a second` }),
        h('span', { class: 'figure' }, `${bytes(sent)}/s`),
      ),
      number(age(room.ageS)),
      number(
        complaints > 0 ? h('span', { class: 'badge bad' }, `${complaints} rep.`) : null,
        hints > 0 ? h('span', { class: 'badge hot' }, `${hints} hints`) : null,
      ),
    ]);
  }
}
