// Texts in which keys are named: `[x]` is drawn as a key.

import { type ComponentChild, h } from 'preact';
import { Icon, type IconName } from './icons.ts';

/** The arrows are drawn: few fonts have them. */
const ARROWS: Readonly<Record<string, IconName>> = { '↑': 'up', '↓': 'down', '←': 'left', '→': 'right' };

/** What stands on a key, by its name. */
export function keyFace(name: string): ComponentChild {
  const arrow = ARROWS[name];
  return arrow ? [h(Icon, { name: arrow }), h('span', { class: 'unseen' }, name)] : name;
}

/** A text with its keys drawn as such. */
export function withKeys(text: string): ComponentChild {
  // Keys side by side stay so: nobody looks for the D of WASD in the next line.
  return text.split(/((?:\[.+?\](?!\]))+)/).map((part, i) => (i % 2 === 0 ? part : h('span', { key: i, class: 'keyset' }, keysIn(part))));
}

const keysIn = (part: string): ComponentChild =>
  [...part.matchAll(/\[(.+?)\](?!\])/g)].map(([, name = ''], i) => h('kbd', { key: i }, keyFace(name)));
