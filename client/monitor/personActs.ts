// What can be done about somebody in a room.

import { type ComponentChild, h } from 'preact';
import { MODERATOR_HOURS, type RoomDetail } from '#shared/net/reports.ts';
import { act, type Term } from './api.ts';
import { AskButton } from './ask.ts';
import { usePanel } from './session.ts';

const DAY = 24;
/** Hours by their names. */
const TERMS: [string, number][] = [
  ['1 hour', 1],
  ['6 hours', 6],
  ['24 hours', DAY],
  ['a week', 7 * DAY],
  ['30 days', 30 * DAY],
  ['a year', 365 * DAY],
  ['5 years', 5 * 365 * DAY],
];
const USUAL = DAY;

interface PersonActsProps {
  room: RoomDetail;
  who: string;
  name: string;
  plays: boolean;
}

export function PersonActs({ room: { code, teams }, who, name, plays }: PersonActsProps): ComponentChild {
  const { run } = usePanel();
  return h('div', { class: 'acts', role: 'group', 'aria-label': `What to do about ${name}` }, [
    h('strong', null, name),
    h(
      AskButton,
      { label: 'Mute …', title: `Mute ${name}`, go: 'Mute', onGo: (form) => run(act.mute(code, who, termOf(form)), `${name} is muted.`) },
      h(TermFields, { what: 'They may play, and write nowhere.' }),
    ),
    plays ? h('button', { type: 'button', onClick: () => run(act.move(code, who, 'watch'), `${name} watches.`) }, 'To spectators') : null,
    plays && teams > 1
      ? h('button', { type: 'button', onClick: () => run(act.move(code, who, 'team'), `${name} changed sides.`) }, 'Other team')
      : null,
    h(
      AskButton,
      {
        label: 'Kick',
        title: `Send ${name} away?`,
        go: 'Kick',
        danger: true,
        onGo: () => run(act.kick(code, who), `${name} was sent away.`),
      },
      h('p', null, 'They may come back to this room in five minutes.'),
    ),
    h(
      AskButton,
      {
        label: 'Ban …',
        title: `Ban ${name}`,
        go: 'Ban',
        danger: true,
        onGo: (form) => run(act.ban(code, who, termOf(form)), `${name} is banned.`),
      },
      h(TermFields, { what: 'They leave now, and get into no room.' }),
    ),
  ]);
}

function TermFields({ what }: { what: string }): ComponentChild {
  const { role } = usePanel();
  const terms = TERMS.filter(([, hours]) => role === 'operator' || hours <= MODERATOR_HOURS);
  return [
    h('p', null, what),
    h('label', null, ['Reason: they read it', h('input', { name: 'reason', maxLength: 200, required: true })]),
    h('label', null, [
      'For',
      h(
        'select',
        { name: 'hours' },
        terms.map(([label, hours]) => h('option', { key: hours, value: hours, selected: hours === USUAL }, label)),
      ),
    ]),
    h('label', { class: 'check' }, [
      h('input', { type: 'checkbox', name: 'address', defaultChecked: true }),
      'Also whoever comes from the same address',
    ]),
  ];
}

function termOf(form: FormData): Term {
  return { reason: String(form.get('reason') ?? ''), hours: Number(form.get('hours')), address: form.has('address') };
}
