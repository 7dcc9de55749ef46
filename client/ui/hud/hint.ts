// The hint of the moment, in words that fit the device.

import { type ComponentChild, h } from 'preact';
import type { HintName } from '../hints.ts';
import type { Match } from '../match.ts';

type Basic = Exclude<HintName, `pickup:${string}`>;

const KEYS: Record<Basic, ComponentChild> = {
  move: ['Move with ', h('kbd', null, 'W'), h('kbd', null, 'A'), h('kbd', null, 'S'), h('kbd', null, 'D')],
  shoot: ['Aim with the mouse, hold the ', h('kbd', null, 'left button'), ' to fire'],
  bank: 'Bounce your bolts off walls: each bounce hits harder',
  guard: [h('kbd', null, 'Space'), ' dashes, the ', h('kbd', null, 'right button'), ' or ', h('kbd', null, 'E'), ' throws a bolt back'],
};
const FINGERS: Record<Basic, ComponentChild> = {
  move: 'Touch the left half and steer',
  shoot: 'Touch the right half to aim, push out to fire',
  bank: KEYS.bank,
  guard: 'Dash out of the way, or parry to throw a bolt back',
};

/** By kind. */
const PICKUPS: Record<string, string> = {
  repair: 'Repair: touch it to get half of your health back',
  overcharge: 'Overcharge: your next three bolts leave hot',
  shield: 'Shield: it takes the next hit for you',
};

function textOf(name: HintName, touch: boolean): ComponentChild {
  if (name.startsWith('pickup:')) return PICKUPS[name.slice('pickup:'.length)] ?? 'Touch it to pick it up';
  return (touch ? FINGERS : KEYS)[name as Basic];
}

export function Hint({ match, touch }: { match: Match; touch: boolean }): ComponentChild {
  const name = match.hints.current(performance.now());
  if (!name) return null;
  return h('p', { key: name, class: 'hint panel', role: 'status' }, textOf(name, touch));
}
