// Who is in the room, and what can be done about each: by the host, or by a vote where there is none.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { Emblem } from '../emblem.ts';
import { Icon, type IconName } from '../icons.ts';
import type { Match } from '../match.ts';
import type { Asks } from './hostMenuPanel.ts';
import { colorOf } from './playerName.ts';
import { Report } from './report.ts';
import { isHost, peopleOf, type RoomPerson } from './roomActs.ts';
import { SureButton } from './sureButton.ts';

export function People({ match, asks }: { match: Match; asks: Asks }): ComponentChild {
  const people = peopleOf(match);
  return h('div', { class: 'room-people' }, [
    h('h3', null, t('room.people', { n: people.length })),
    h(
      'ul',
      null,
      people.map((person) => h(PersonRow, { key: person.session, match, person, asks })),
    ),
  ]);
}

interface PersonProps {
  match: Match;
  person: RoomPerson;
  asks: Asks;
}

function PersonRow({ match, person, asks }: PersonProps): ComponentChild {
  const { name, slot, me, host, muted } = person;
  const { session } = match;
  const votes = session.state.host.session === '' && session.me >= 0 && slot >= 0;
  const may = !me && (isHost(match) || votes);
  const who = h('span', { class: 'who', style: slot >= 0 ? { color: colorOf(slot) } : {} }, [
    slot >= 0 ? h(Emblem, { slot }) : h(Icon, { name: 'watch' }),
    h('strong', null, name),
    host ? h(Sign, { name: 'crown', text: t('room.host') }) : null,
    muted ? h(Sign, { name: 'muted', text: t('room.muted') }) : null,
    me ? h('small', { class: 'dim' }, t('room.you')) : null,
  ]);
  const report = session.me >= 0 && !me ? h(Report, { match, who: person.session, name }) : null;
  if (!may) return h('li', null, [who, report]);
  return h(
    'li',
    null,
    h('details', { name: 'room-people' }, [
      h('summary', null, who),
      isHost(match) ? h(HostActs, { match, person, asks }) : h(VoteAct, { person, asks }),
      report,
    ]),
  );
}

function Sign({ name, text }: { name: IconName; text: string }): ComponentChild {
  return h('span', { class: 'sign', title: text, role: 'img', 'aria-label': text }, h(Icon, { name }));
}

function HostActs({ match, person, asks }: PersonProps): ComponentChild {
  const { session: who, slot, muted } = person;
  const { mode } = match.session;
  return h('div', { class: 'room-acts' }, [
    slot >= 0 && mode.teams > 1
      ? h('button', { type: 'button', onClick: () => asks.host({ do: 'move', who, to: 'team' }) }, t('room.otherTeam'))
      : null,
    slot >= 0 ? h('button', { type: 'button', onClick: () => asks.host({ do: 'move', who, to: 'watch' }) }, t('room.toWatch')) : null,
    h('button', { type: 'button', onClick: () => asks.host({ do: 'mute', who, on: !muted }) }, t(muted ? 'room.unmute' : 'room.mute')),
    h(SureButton, { text: t('room.kick'), onSure: () => asks.host({ do: 'kick', who }) }),
    h(SureButton, { text: t('room.ban'), onSure: () => asks.host({ do: 'ban', who }) }),
    h(SureButton, { text: t('room.handOver'), onSure: () => asks.host({ do: 'host', who }) }),
  ]);
}

function VoteAct({ person, asks }: { person: RoomPerson; asks: Asks }): ComponentChild {
  return h(
    'div',
    { class: 'room-acts' },
    h(SureButton, { text: t('poll.startKick'), onSure: () => asks.vote({ do: 'kick', who: person.session }) }),
  );
}
