// For those who watch: whom they see the match through, with health and energy, and the ways to go on from there. Who
// is out for a round keeps the seat and watches the others meanwhile.

import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import type { ShownPuck } from '../../net/sessionTypes.ts';
import { Emblem } from '../emblem.ts';
import { sit } from '../flow.ts';
import type { Match } from '../match.ts';
import { useActions } from './devices.ts';
import { Charges, HealthBar } from './gauges.ts';
import { colorOf } from './playerName.ts';

export function SpectatorBar({ match }: { match: Match }): ComponentChild {
  const { session, spectator } = match;
  const [problem, setProblem] = useState('');
  useActions(match, {
    next: (down) => down && spectator.turn(match.watchable, 1),
    previous: (down) => down && spectator.turn(match.watchable, -1),
    free: (down) => down && session.me < 0 && spectator.fly(),
  });
  const followed = match.watchable.find(({ slot }) => slot === spectator.slot);
  const seats = MAX_PUCKS - session.pucks.filter(({ puck }) => !puck.bot).length;
  const take = (): void => void sit().catch((error: Error) => setProblem(error.message));
  const out = session.me >= 0;
  return h('section', { class: `spectator panel${out ? ' out' : ''}`, 'aria-label': t('watch.label') }, [
    out ? h('p', { role: 'status' }, t('watch.out')) : null,
    h(
      'div',
      { class: 'whom', style: followed ? { color: colorOf(followed.slot) } : {} },
      followed ? h(Followed, { match, shown: followed }) : h('span', null, t(out ? 'watch.nobody' : 'watch.flying')),
    ),
    h('div', { class: 'ways' }, [
      h('button', { type: 'button', onClick: () => spectator.turn(match.watchable, -1) }, t('watch.previous')),
      h('button', { type: 'button', onClick: () => spectator.turn(match.watchable, 1) }, t('watch.next')),
      out ? null : h('button', { type: 'button', disabled: spectator.free, onClick: () => spectator.fly() }, t('watch.fly')),
      out
        ? null
        : h('button', { type: 'button', class: 'take', disabled: seats <= 0, onClick: take }, t(seats > 0 ? 'watch.take' : 'watch.full')),
    ]),
    problem ? h('p', { role: 'alert' }, problem) : null,
  ]);
}

function Followed({ match, shown }: { match: Match; shown: ShownPuck }): ComponentChild {
  const { puck, slot } = shown;
  return [
    h(Emblem, { slot }),
    h('strong', null, match.nameOf(slot)),
    puck.bot ? h('small', { class: 'bot' }, t('trip.bot')) : null,
    puck.alive ? h(HealthBar, { health: puck.health }) : h('small', { class: 'waiting' }, t('watch.waiting')),
    h(Charges, { puck }),
  ];
}
