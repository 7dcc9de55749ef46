// Small line icons, drawn for this page, in the colour of the text around them.

import { type ComponentChild, h } from 'preact';

const PATHS = {
  settings:
    'M12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1',
  back: 'M14.5 5L7.5 12l7 7',
  up: 'M12 20V4M5.5 10.5L12 4l6.5 6.5',
  down: 'M12 4v16M5.5 13.5L12 20l6.5-6.5',
  left: 'M20 12H4M10.5 5.5L4 12l6.5 6.5',
  right: 'M4 12h16M13.5 5.5L20 12l-6.5 6.5',
  howTo: 'M3 19L10 6l5 10 6-11M17.5 5H21v3.5',
  practice: 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M16.5 12a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0M12 12h.01',
  browse: 'M4 5h16v5H4zM4 14h16v5H4zM7.5 7.5h.01M7.5 16.5h.01',
  host: 'M12 5v14M5 12h14',
  /** Places one to three. */
  board: 'M9 20V5h6v15M9 10H3.5v10M15 13h5.5v7M2.5 20h19',
  watch: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M15 12a3 3 0 1 1-6 0a3 3 0 1 1 6 0',
  close: 'M5 5l14 14M19 5L5 19',
  done: 'M4 12.5l5.5 5.5L20 6.5',
  todo: 'M19 12a7 7 0 1 1-14 0a7 7 0 1 1 14 0',
  crown: 'M4 18h16M4.5 15L3 6.5l5 3.5 4-6 4 6 5-3.5L19.5 15z',
  people:
    'M12.5 8.5a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0M2.5 19.5c.5-4 3-5.5 6.5-5.5s6 1.5 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.4 3.5 5',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  muted: 'M4.5 5h15v10.5h-8L7 19.5v-4H4.5zM9.5 8l5 4.5M14.5 8l-5 4.5',
  flag: 'M6 21V4M6 4.5h12l-3.5 4.25L18 13H6',
  /** The closing arena: four corners that come in. */
  closing: 'M3 8h5V3M21 8h-5V3M3 16h5v5M21 16h-5v5',
  /** Two rings in one: of the same team. */
  mates: 'M14 12a5 5 0 1 1-10 0a5 5 0 1 1 10 0M20 12a5 5 0 1 1-10 0a5 5 0 1 1 10 0',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): ComponentChild {
  return line('0 0 24 24', PATHS[name], 'icon');
}

/** A bolt's way with as many corners as it bounced: the feed's sign for a bank shot. */
export function BounceIcon({ bounces }: { bounces: number }): ComponentChild {
  let path = 'M2 12';
  if (bounces === 0) path += 'H22';
  for (let i = 1; i <= bounces + 1 && bounces > 0; i++) path += `L${2 + (20 * i) / (bounces + 1)} ${i % 2 ? 5 : 19}`;
  return line('0 0 24 24', path, `icon heat${Math.min(3, bounces)}`);
}

function line(viewBox: string, d: string, className: string): ComponentChild {
  const path = {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  } as const;
  return h('svg', { class: className, viewBox, 'aria-hidden': 'true' }, h('path', path));
}
