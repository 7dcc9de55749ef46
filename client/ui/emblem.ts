// A player's sign as a small picture, in the colour of the text around it.

import { type ComponentChild, h } from 'preact';
import { emblemPath } from '../view/emblems.ts';

export function Emblem({ slot }: { slot: number }): ComponentChild {
  return h(
    'svg',
    { class: 'emblem', viewBox: '-12 -12 24 24', 'aria-hidden': 'true' },
    h('path', {
      d: emblemPath(slot),
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  );
}
