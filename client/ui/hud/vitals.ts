// One's own health and charges at the bottom of the screen, where a glance finds them.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { Charges, HealthBar } from './gauges.ts';
import { colorOf } from './playerName.ts';

export function Vitals({ match }: { match: Match }): ComponentChild {
  const { pucks, phase } = match.session;
  const own = pucks.find(({ me }) => me);
  if (!own?.alive || phase === 'results') return null;
  return h('section', { class: 'vitals', 'aria-label': t('hud.yourself'), style: { color: colorOf(own.slot) } }, [
    h(HealthBar, { health: own.puck.health, numbered: true }),
    h(Charges, { puck: own.puck }),
  ]);
}
