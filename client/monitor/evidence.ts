// What there is to look at in a room: players' reports, and hints from commands. Evidence, with the match's time; whoever
// reads it decides.

import { type ComponentChild, h } from 'preact';
import type { ComplaintReason, Hint, HintKind, RoomDetail } from '#shared/net/reports.ts';
import { clock } from './format.ts';

const REASONS: Record<ComplaintReason, string> = {
  cheating: 'cheating',
  insults: 'insults',
  spam: 'spam',
  spoiling: 'spoiling the game',
  name: 'an offensive name',
};

const WORDS: Record<HintKind, (hint: Hint) => string> = {
  snap: ({ count, of }) => `${count} of ${of} shots after a jump of the aim: exactly on an enemy, within one command`,
  reaction: ({ count, of }) => `${count} of ${of} dashes and parries within a tenth of a second of the danger`,
  parry: ({ count, of }) => `${count} of ${of} bolts that came through were parried`,
  hidden: ({ count, of }) => `${count} of ${of} times the aim followed somebody beyond the screen`,
};
const NAMES: Record<HintKind, string> = { snap: 'Aim', reaction: 'Reaction', parry: 'Parries', hidden: 'Unseen' };

export function Evidence({ room }: { room: RoomDetail }): ComponentChild {
  const { complaintList, players } = room;
  const hinted = players.filter(({ hints, before }) => hints.length + before.length > 0);
  return h('section', { class: 'card evidence', 'aria-label': 'To look at' }, [
    h('h3', null, 'To look at'),
    complaintList.length + hinted.length === 0 ? h('p', { class: 'dim' }, 'No reports, and nothing odd in anybody’s commands.') : null,
    complaintList.length > 0
      ? h(
          'ul',
          { class: 'reports' },
          [...complaintList]
            .reverse()
            .map(({ by, name, reason, matchS, at }) =>
              h('li', { key: `${at} ${by} ${name}` }, [
                h('span', { class: 'badge bad' }, 'report'),
                h('span', null, [h('strong', null, by), ' reports ', h('strong', null, name), ` for ${REASONS[reason]}`]),
                h('small', null, `at ${clock(matchS)}, ${new Date(at * 1000).toLocaleTimeString()}`),
              ]),
            ),
        )
      : null,
    ...hinted.map(({ slot, name, hints, before }) =>
      h('ul', { key: slot, class: 'hints' }, [
        ...hints.map((hint) => h(HintLine, { key: hint.kind, name, hint, earlier: false })),
        ...before.map((hint, i) => h(HintLine, { key: `before ${i}`, name, hint, earlier: true })),
      ]),
    ),
  ]);
}

function HintLine({ name, hint, earlier }: { name: string; hint: Hint; earlier: boolean }): ComponentChild {
  return h('li', { class: earlier ? 'dim' : '' }, [
    h('span', { class: 'badge hot' }, NAMES[hint.kind]),
    h('span', null, [h('strong', null, name), `: ${WORDS[hint.kind](hint)}`]),
    h('small', null, `${earlier ? 'an earlier match, ' : ''}at ${hint.at.map(clock).join(', ')}`),
  ]);
}
