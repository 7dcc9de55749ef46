// The title, and below it what the game is about, drawn: a bolt that bounces off two edges and gets hotter each time.

import { type ComponentChild, h } from 'preact';

/** The bolt's way, leg by leg, each after one more bounce. */
const LEGS = ['M4 30L150 6', 'M150 6L318 46', 'M318 46L470 8', 'M470 8L596 32'] as const;
const WALLS = ['M132 3H168', 'M300 49H336', 'M452 5H488'] as const;

export function TitleArt(): ComponentChild {
  return h('div', { class: 'title-art' }, [
    h('h1', { class: 'title' }, 'CAROM'),
    h('svg', { class: 'title-bolt', viewBox: '0 0 600 52', 'aria-hidden': 'true' }, [
      WALLS.map((d) => h('path', { key: d, class: 'wall', d })),
      LEGS.map((d, level) => [
        h('path', { key: d, class: `leg glow heat${level}`, d, pathLength: 1, style: { '--leg': level } }),
        h('path', { key: `${d}.`, class: `leg core heat${level}`, d, pathLength: 1, style: { '--leg': level } }),
      ]),
    ]),
  ]);
}
