// What the match will be remembered for.

import { type ComponentChild, h } from 'preact';
import { AWARDS } from '#shared/awards/index.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import { colorOf } from './playerName.ts';

export function Awards({ match }: { match: Match }): ComponentChild {
  const given = match.session.state.awards.map(({ id, slot, name, value }) => ({ id, slot, name, value }));
  if (given.length === 0) return null;
  return h('section', { class: 'panel awards', 'aria-label': 'Awards' }, [
    h(
      'ul',
      null,
      given.map(({ id, slot, name, value }) => {
        const award = Object.hasOwn(AWARDS, id) ? AWARDS[id] : undefined;
        return h('li', { key: `${id} ${slot}` }, [
          h('h3', null, award?.title ?? id),
          // The name comes with the award: its seat may be another's already.
          h('span', { class: 'player', style: { color: colorOf(slot) } }, [h(Emblem, { slot }), name]),
          h('small', null, award?.describe(value) ?? String(value)),
        ]);
      }),
    ),
  ]);
}
