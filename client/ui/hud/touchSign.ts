// What stands on the buttons for fingers.

import { type ComponentChild, h } from 'preact';
import { t } from '../../i18n/index.ts';

/** Arrows that leave, and a shield's arc before a puck. */
const SIGNS = {
  dash: ['M3 8h6M2 12h7M3 16h6', 'M11 5l7 7-7 7', 'M15.5 5l7 7-7 7'],
  parry: ['M14 3a12 12 0 0 1 0 18', 'M9.5 12a3.5 3.5 0 1 0-7 0a3.5 3.5 0 1 0 7 0', 'M23 8l-3.4 4 3.4 4'],
} as const;

/** A text in which `[]` stands for the button. */
export function withTouchSign(text: string, name: 'dash' | 'parry'): ComponentChild {
  const [before, after] = text.split('[]');
  const sign = h('span', { class: 'touch-sign', role: 'img', 'aria-label': t(`action.${name}`) }, h(TouchSign, { name }));
  return [before, sign, after];
}

export function TouchSign({ name }: { name: 'dash' | 'parry' }): ComponentChild {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    SIGNS[name].map((d, i) =>
      h('path', {
        key: d,
        d,
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': i === 0 ? 2.8 : 1.9,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    ),
  );
}
