// What the match will be remembered for.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import { awardIcon } from '../awardIcons.ts';
import { awardText, awardTitle } from '../awardTexts.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import { colorOf } from './playerName.ts';

const LINES = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;

export function Awards({ match }: { match: Match }): ComponentChild {
  const given = match.session.state.awards.map(({ id, slot, name, value }) => ({ id, slot, name, value }));
  if (given.length === 0) return null;
  return h('section', { class: 'panel awards', 'aria-label': t('award.label') }, [
    h(
      'ul',
      null,
      given.map(({ id, slot, name, value }) => {
        return h('li', { key: `${id} ${slot}` }, [
          h(
            'svg',
            { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', style: { color: colorOf(slot) } },
            h('path', { ...LINES, d: awardIcon(id) }),
          ),
          h('h3', null, awardTitle(id)),
          // The name comes with the award: its seat may be another's already.
          h('span', { class: 'player', style: { color: colorOf(slot) } }, [h(Emblem, { slot }), name]),
          h('small', null, awardText(id, value)),
        ]);
      }),
    ),
  ]);
}
