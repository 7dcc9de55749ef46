// For those who watch: whom they see the match through, with health and energy, and the ways to go on from there.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MAX_PUCKS } from '#shared/tuning.ts';
import type { ShownPuck } from '../../net/session.ts';
import { Emblem } from '../emblem.ts';
import { sit } from '../flow.ts';
import type { Match } from '../match.ts';
import { Charges, HealthBar } from './gauges.ts';
import { colorOf } from './playerName.ts';

export function SpectatorBar({ match }: { match: Match }): ComponentChild {
  const { session, spectator } = match;
  const [problem, setProblem] = useState('');
  useKeys(match);
  const followed = session.pucks.find(({ slot }) => slot === spectator.slot);
  const seats = MAX_PUCKS - session.pucks.filter(({ puck }) => !puck.bot).length;
  const take = (): void => void sit().catch((error: Error) => setProblem(error.message));
  return h('section', { class: 'spectator panel', 'aria-label': 'Watching' }, [
    h(
      'div',
      { class: 'whom', style: followed ? { color: colorOf(followed.slot) } : {} },
      followed ? h(Followed, { match, shown: followed }) : h('span', null, 'Flying free: move with the keys'),
    ),
    h('div', { class: 'ways' }, [
      h('button', { type: 'button', onClick: () => spectator.turn(session.pucks, -1) }, 'Previous'),
      h('button', { type: 'button', onClick: () => spectator.turn(session.pucks, 1) }, 'Next'),
      h('button', { type: 'button', disabled: spectator.free, onClick: () => spectator.fly() }, 'Fly free'),
      h('button', { type: 'button', class: 'take', disabled: seats <= 0, onClick: take }, seats > 0 ? 'Take a seat' : 'No free seat'),
    ]),
    problem ? h('p', { role: 'alert' }, problem) : null,
  ]);
}

function Followed({ match, shown }: { match: Match; shown: ShownPuck }): ComponentChild {
  const { puck, slot } = shown;
  return [
    h(Emblem, { slot }),
    h('strong', null, match.nameOf(slot)),
    puck.bot ? h('small', { class: 'bot' }, 'bot') : null,
    puck.alive ? h(HealthBar, { health: puck.health }) : h('small', { class: 'waiting' }, 'waiting for the next life'),
    h(Charges, { puck }),
  ];
}

/** Left button or E: next. Right button or Q: previous. F: free. The movement keys fly. */
function useKeys(match: Match): void {
  useEffect(() => {
    const end = new AbortController();
    const { session, spectator } = match;
    const onKey = ({ code, repeat }: KeyboardEvent): void => {
      if (repeat) return;
      if (code === 'KeyE') spectator.turn(session.pucks, 1);
      if (code === 'KeyQ') spectator.turn(session.pucks, -1);
      if (code === 'KeyF') spectator.fly();
    };
    addEventListener('keydown', onKey, { signal: end.signal });
    return () => end.abort();
  }, [match]);
}
