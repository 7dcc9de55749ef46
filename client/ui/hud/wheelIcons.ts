// The signs of what one can say, line by line like the HUD's other icons.

import { type ComponentChild, h } from 'preact';
import type { EmoteId } from '#shared/net/emotes.ts';

const FACE = 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0';
const EYES = 'M9 9.6v.1M15 9.6v.1';

const PATHS: Record<EmoteId, string> = {
  hello: `${FACE}${EYES}M8 14.2c1.2 1.6 2.5 2.3 4 2.3s2.8-.7 4-2.3`,
  nice: 'M7.5 11l3.6-7.6c1.5 0 2.6 1.1 2.6 2.6V10h5a2 2 0 0 1 2 2.3l-1 6.4a2.2 2.2 0 0 1-2.2 1.8h-10zM7.5 11H3.6v9.5h3.9',
  thanks: 'M12 20.3l-7.4-7.4a4.8 4.8 0 0 1 6.8-6.8l.6.6.6-.6a4.8 4.8 0 0 1 6.8 6.8z',
  sorry: `${FACE}${EYES}M8.5 16.4c1-1.2 2.1-1.7 3.5-1.7s2.5.5 3.5 1.7`,
  laugh: `${FACE}M7.6 10l1.5-1.4L10.6 10M13.4 10l1.5-1.4 1.5 1.4M7.5 13.2h9c0 3-2 4.6-4.5 4.6s-4.5-1.6-4.5-4.6`,
  wow: `${FACE}${EYES}M14 15.6a2 2.2 0 1 1-4 0a2 2.2 0 1 1 4 0`,
  attack: 'M17 12a5 5 0 1 1-10 0a5 5 0 1 1 10 0M12 2.5V7M12 17v4.5M2.5 12H7M17 12h4.5',
  defend: 'M12 2.8l7.8 2.9v6c0 4.7-3.3 7.7-7.8 9.5c-4.5-1.8-7.8-4.8-7.8-9.5v-6z',
  revenge: 'M13.5 2.5L5 13.5h6L9.8 21.5l9.2-11.8h-6.7z',
  goodGame:
    'M8 3.5h8v5.8a4 4 0 0 1-8 0zM8 5H4.3c0 3.2 1.5 4.9 3.9 5.2M16 5h3.7c0 3.2-1.5 4.9-3.9 5.2M12 13.3v4.2M8.5 20.5h7M9.8 20.5c0-2 .8-3 2.2-3s2.2 1 2.2 3',
};

export function EmoteIcon({ id }: { id: EmoteId }): ComponentChild {
  const path = { d: PATHS[id], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.9 } as const;
  const shape = { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' } as const;
  return h('svg', shape, h('path', { ...path, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
}
