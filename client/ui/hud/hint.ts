// The hint of the moment, in words that fit the device.

import { type ComponentChild, h } from 'preact';
import type { HintName } from '../hints.ts';
import type { Match } from '../match.ts';
import { FINGERS, KEYS } from './controlTexts.ts';

/** By kind. */
const PICKUPS: Record<string, string> = {
  repair: 'Repair: touch it to get half of your health back',
  overcharge: 'Overcharge: your next three bolts leave hot',
  shield: 'Shield: it takes the next hit for you',
};

function textOf(name: HintName, touch: boolean): ComponentChild {
  if (name.startsWith('pickup:')) return PICKUPS[name.slice('pickup:'.length)] ?? 'Touch it to pick it up';
  return (touch ? FINGERS : KEYS)[name as keyof typeof KEYS];
}

export function Hint({ match, touch }: { match: Match; touch: boolean }): ComponentChild {
  const name = match.hints.current(performance.now());
  if (!name) return null;
  return h('p', { key: name, class: 'hint panel', role: 'status' }, textOf(name, touch));
}
