// How one plays, in words that fit the device.

import { type ComponentChild, h } from 'preact';

type Subject = 'move' | 'shoot' | 'bank' | 'guard';

export const KEYS: Record<Subject, ComponentChild> = {
  move: ['Move with ', h('kbd', null, 'W'), h('kbd', null, 'A'), h('kbd', null, 'S'), h('kbd', null, 'D')],
  shoot: ['Aim with the mouse, hold the ', h('kbd', null, 'left button'), ' to fire'],
  bank: 'Bounce your bolts off walls: each bounce hits harder',
  guard: [h('kbd', null, 'Space'), ' dashes, the ', h('kbd', null, 'right button'), ' or ', h('kbd', null, 'E'), ' throws a bolt back'],
};

export const FINGERS: Record<Subject, ComponentChild> = {
  move: 'Touch the left half and steer',
  shoot: 'Touch the right half to aim, push out to fire',
  bank: KEYS.bank,
  guard: 'Dash out of the way, or parry to throw a bolt back',
};
