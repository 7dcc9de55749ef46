// For those who watch: a seat, or a place in the line for one.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { errorText } from '../errors.ts';
import { queue, sit } from '../flow.ts';
import type { Match } from '../match.ts';

/** Whether a seat is to be had now; the host may be the only one whom a locked room lets in. */
function isFree({ session }: Match): boolean {
  const { host, pucks, line } = session.state;
  const people = pucks.filter(({ active, bot }) => active && !bot).length;
  return people < host.cap && !host.locked && line.length === 0;
}

interface SeatButtonProps {
  match: Match;
  /** A seat was given. */
  onSat?: () => void;
}

export function SeatButton({ match, onSat }: SeatButtonProps): ComponentChild {
  const [problem, setProblem] = useState('');
  const { state, room } = match.session;
  const { host } = state;
  const place = state.line.indexOf(room.sessionId) + 1;
  const free = isFree(match);
  const run = (act: Promise<void>): void => void act.then(() => setProblem('')).catch((error: unknown) => setProblem(errorText(error)));
  const [label, press] =
    place > 0
      ? [t('line.leave'), () => run(queue(false))]
      : free
        ? [t('watch.take'), () => run(sit().then(onSat))]
        : [t('line.wait'), () => run(queue(true))];
  return [
    place > 0 ? h('p', { class: 'place', role: 'status' }, t('line.place', { place, count: state.line.length })) : null,
    place === 0 && !free ? h('span', { class: 'why dim' }, t(host.locked ? 'rooms.locked' : 'rooms.full')) : null,
    h('button', { type: 'button', class: place > 0 ? '' : 'take', onClick: press }, label),
    problem ? h('p', { role: 'alert' }, problem) : null,
  ];
}
