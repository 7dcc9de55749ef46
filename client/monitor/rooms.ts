// Every room at a glance, asked for once a second: sorted by whatever one likes, filtered, with its last two minutes.

import { type ComponentChild, h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type RoomReport, TREND } from '#shared/net/reports.ts';
import { rooms } from './api.ts';
import { bytes, counted, milliseconds } from './format.ts';
import { History } from './history.ts';
import { COLUMNS, RoomRow } from './roomRow.ts';
import { usePolling } from './session.ts';

const EVERY_MS = 1000;

interface Order {
  column: number;
  /** 1 for the least first. */
  way: 1 | -1;
}

export function Rooms(): ComponentChild {
  const [list, setList] = useState<RoomReport[] | undefined>(undefined);
  const [order, setOrder] = useState<Order>({ column: 0, way: 1 });
  const [text, setText] = useState('');
  const [only, setOnly] = useState<Only>('all');
  const history = useRef(new History()).current;
  usePolling(
    EVERY_MS,
    async (fresh) => {
      const answer = await rooms(fresh ? TREND.rows : 1);
      history.take(answer);
      setList(answer);
    },
    '',
  );
  if (!list) return h('p', { class: 'dim' }, 'Asking …');
  const shown = sorted(
    list.filter((room) => ONLY[only](room) && matches(room, text)),
    order,
  );
  const press = (column: number): void =>
    setOrder(order.column === column ? { column, way: order.way === 1 ? -1 : 1 } : { column, way: COLUMNS[column]?.number ? -1 : 1 });
  return [
    h(Tiles, { list, history }),
    h('div', { class: 'filters' }, [
      h('input', {
        type: 'search',
        'aria-label': 'Find a room by its code, name, mode, map or player',
        placeholder: 'Code, name, mode, map, player',
        value: text,
        onInput: (event: Event) => setText((event.currentTarget as HTMLInputElement).value),
      }),
      h(
        'select',
        {
          'aria-label': 'Which rooms',
          value: only,
          onChange: (event: Event) => setOnly((event.currentTarget as HTMLSelectElement).value as Only),
        },
        Object.keys(ONLY).map((name) => h('option', { key: name, value: name }, WORDS[name as Only])),
      ),
      h('span', { class: 'dim', role: 'status' }, shown.length === list.length ? '' : `${shown.length} of ${counted(list.length, 'room')}`),
    ]),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Rooms' },
      h('table', { class: 'rooms' }, [
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            COLUMNS.map(({ name, number }, column) =>
              h(
                'th',
                {
                  key: name,
                  scope: 'col',
                  class: number ? 'number' : '',
                  'aria-sort': order.column === column ? (order.way === 1 ? 'ascending' : 'descending') : 'none',
                },
                h('button', { type: 'button', onClick: () => press(column) }, name),
              ),
            ),
          ),
        ),
        h(
          'tbody',
          null,
          shown.map((room) => h(RoomRow, { key: room.code, room, rows: history.of(room.code) })),
        ),
      ]),
    ),
    list.length > 0 && shown.length === 0 ? h('p', { class: 'nothing dim' }, 'No room is like that.') : null,
    list.length === 0 ? h('p', { class: 'nothing dim' }, 'No room is open. The first comes with the first player.') : null,
  ];
}

const ONLY = {
  all: () => true,
  people: ({ people }: RoomReport) => people > 0,
  looked: ({ hints, complaints }: RoomReport) => hints + complaints > 0,
  late: ({ lateTicks, skippedTicks }: RoomReport) => lateTicks + skippedTicks > 0,
};
type Only = keyof typeof ONLY;
const WORDS: Record<Only, string> = { all: 'All rooms', people: 'With people', looked: 'With reports or hints', late: 'With late ticks' };

function matches({ code, title, mode, map, players }: RoomReport, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || [code, title, mode, map, ...players.map(({ name }) => name)].some((word) => word.toLowerCase().includes(wanted));
}

function sorted(list: RoomReport[], { column, way }: Order): RoomReport[] {
  const key = COLUMNS[column]?.key ?? (({ code }: RoomReport) => code);
  return list.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return (x < y ? -way : x > y ? way : 0) || a.code.localeCompare(b.code);
  });
}

function Tiles({ list, history }: { list: RoomReport[]; history: History }): ComponentChild {
  const sum = (of: (room: RoomReport) => number): number => list.reduce((total, room) => total + of(room), 0);
  const last = list.map(({ code }) => history.of(code).at(-1));
  const tiles: [string, string | number, boolean][] = [
    ['rooms', list.length, false],
    ['people', sum(({ people }) => people), false],
    ['bots', sum(({ players }) => players.filter(({ bot }) => bot).length), false],
    ['watching', sum(({ spectators }) => spectators), false],
    ['slowest p99', milliseconds(Math.max(0, ...last.map((row) => row?.[2] ?? 0))), last.some((row) => (row?.[2] ?? 0) > 8)],
    ['late in 2 s', last.reduce((total, row) => total + (row?.[3] ?? 0), 0), last.some((row) => (row?.[3] ?? 0) > 0)],
    ['sent a second', bytes(last.reduce((total, row) => total + (row?.[4] ?? 0), 0)), false],
    ['reports', sum(({ complaints }) => complaints), sum(({ complaints }) => complaints) > 0],
    ['hints', sum(({ hints }) => hints), sum(({ hints }) => hints) > 0],
  ];
  return h(
    'dl',
    { class: 'tiles' },
    tiles.map(([name, value, hot]) =>
      h('div', { key: name, class: `tile${hot ? ' hot' : ''}` }, [h('dt', null, name), h('dd', null, value)]),
    ),
  );
}
