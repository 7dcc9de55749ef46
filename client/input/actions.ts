// All that a key or a button can be bound to, and what it is bound to as the game comes. A code says where something is on
// its device: a key by `KeyboardEvent.code`, a mouse's button as Mouse0, a gamepad's as Pad0 (the standard mapping).

import type { BUTTON } from '#shared/sim/types.ts';

/** When an action means something: always, with a puck of one's own, or without one. */
type When = 'always' | 'playing' | 'watching';

interface ActionInfo {
  when: When;
  /** Codes of keyboard and mouse, and of a gamepad; the first is what prompts name. */
  keys: readonly string[];
  pad: readonly string[];
}

const action = (when: When, keys: readonly string[], pad: readonly string[] = []): ActionInfo => ({ when, keys, pad });

export const ACTIONS = {
  up: action('always', ['KeyW', 'ArrowUp'], ['Pad12']),
  left: action('always', ['KeyA', 'ArrowLeft'], ['Pad14']),
  down: action('always', ['KeyS', 'ArrowDown'], ['Pad13']),
  right: action('always', ['KeyD', 'ArrowRight'], ['Pad15']),
  fire: action('playing', ['Mouse0'], ['Pad7', 'Pad5']),
  dash: action('playing', ['Space', 'ShiftLeft'], ['Pad6', 'Pad0']),
  parry: action('playing', ['Mouse2', 'KeyE'], ['Pad4', 'Pad2']),
  emote: action('playing', ['KeyQ'], ['Pad3']),
  chat: action('always', ['Enter']),
  teamChat: action('playing', ['KeyT']),
  board: action('always', ['Tab'], ['Pad8']),
  menu: action('always', ['Escape'], ['Pad9']),
  netgraph: action('always', ['F3']),
  views: action('watching', ['KeyB'], ['Pad11']),
  next: action('watching', ['KeyE'], ['Pad5']),
  previous: action('watching', ['KeyQ'], ['Pad4']),
  free: action('watching', ['KeyF'], ['Pad1']),
  overview: action('watching', ['KeyO'], ['Pad0']),
  director: action('watching', ['KeyR'], ['Pad2']),
} satisfies Record<string, ActionInfo>;

export type Action = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[];

/** Codes that an action has on a kind of device at most. */
export const SLOTS = 2;

/** Kinds of devices whose codes are bound. */
export type Bound = 'keys' | 'pad';

/** The kind of device that a code belongs to. */
export const deviceOf = (code: string): Bound => (code.startsWith('Pad') ? 'pad' : 'keys');

/** The button of a command that an action presses, if any. */
export const buttonOf = (name: Action): keyof typeof BUTTON | undefined =>
  name === 'fire' || name === 'dash' || name === 'parry' ? name : undefined;
