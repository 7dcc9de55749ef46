// Inside of a room: the match itself, live and unseen, and beside it who plays, what is said, and what there is to look at.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { RoomDetail } from '#shared/net/reports.ts';
import { act, room as askRoom, Refused } from './api.ts';
import { AskButton } from './ask.ts';
import { Evidence } from './evidence.ts';
import { age, bytes, clock, milliseconds } from './format.ts';
import { Players, Watchers } from './players.ts';
import { usePanel, usePolling } from './session.ts';
import { Spark } from './spark.ts';
import { type Look, Stage } from './stage.ts';
import { Talk } from './talk.ts';

const EVERY_MS = 1000;

export function Room({ code }: { code: string }): ComponentChild {
  const [room, setRoom] = useState<RoomDetail | 'gone' | undefined>(undefined);
  const [look, setLook] = useState<Look>('director');
  usePolling(
    EVERY_MS,
    async () => {
      try {
        setRoom(await askRoom(code));
      } catch (error) {
        if (!(error instanceof Refused) || error.needsLogin) throw error;
        setRoom('gone');
      }
    },
    code,
  );
  if (!room) return h('p', { class: 'dim' }, 'Asking …');
  if (room === 'gone')
    return h('div', { class: 'nothing' }, [
      h('p', null, `Room ${code} is closed.`),
      h('a', { href: '#rooms', class: 'button' }, 'All rooms'),
    ]);
  return [
    h(Head, { room }),
    h('div', { class: 'inside' }, [
      h('div', { class: 'left' }, [h(Stage, { code, look, players: room.players, onLook: setLook }), h(Talk, { room })]),
      h('div', { class: 'right' }, [h(Players, { room, look, onLook: setLook }), h(Watchers, { room }), h(Evidence, { room })]),
    ]),
  ];
}

function Head({ room }: { room: RoomDetail }): ComponentChild {
  const { code, title, mode, map, phase, trend, matchS, leftS } = room;
  const { role, run } = usePanel();
  const [, p50 = 0, p99 = 0, , sent = 0] = trend.at(-1) ?? [];
  return h('div', { class: 'room-head' }, [
    h('a', { href: '#rooms', class: 'button', 'aria-label': 'All rooms' }, h('span', { class: 'back' })),
    h('h2', null, [h('span', { class: 'code' }, code), title ? ` ${title}` : '']),
    h('span', null, `${mode} on ${map}, ${phase} ${clock(matchS)}${leftS < 0 ? ', halted' : `, ${clock(leftS)} left`}`),
    room.teams > 0 ? h('strong', null, room.teamScores.slice(0, room.teams).join(' : ')) : null,
    h('span', { class: 'figures' }, [
      h(Spark, { rows: trend, line: 2, area: 1, top: 2, limit: 8, label: 'Time of ticks' }),
      h('span', null, `${milliseconds(p50)}, ${milliseconds(p99)}`),
      h('span', { class: room.lateTicks + room.skippedTicks > 0 ? 'warn' : 'dim' }, `${room.lateTicks + room.skippedTicks} late`),
      h(Spark, { rows: trend, line: 4, top: 20_000, label: 'Bytes a second' }),
      h('span', null, `${bytes(sent)}/s`),
      h('span', { class: 'dim' }, age(room.ageS)),
    ]),
    role === 'operator'
      ? h('span', { class: 'acts' }, [
          h(
            AskButton,
            { label: 'End match', title: 'End this match?', go: 'End it', onGo: () => run(act.end(code), 'The match ends.') },
            h('p', null, 'The results are shown, and the next match follows.'),
          ),
          h(
            AskButton,
            {
              label: 'Close room',
              title: `Close ${code} for everybody in it?`,
              go: 'Close it',
              danger: true,
              onGo: () => run(act.close(code), 'The room is closed.'),
            },
            h('p', null, 'Everybody is told, and back at the menu.'),
          ),
        ])
      : null,
  ]);
}
