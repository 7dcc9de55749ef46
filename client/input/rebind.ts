// Binding anew: what may be bound, and what happens to an action that loses its key. Only the settings need it.

import { ACTION_NAMES, ACTIONS, type Action, type Bound, deviceOf, SLOTS } from './actions.ts';
import { type Bindings, codesOf, controlSettings } from './bindings.ts';

/** Held with another key these do something in the browser or the system: who dashes on Control and steers with W closes the page. */
const RESERVED = /^(Control|Alt|Meta|OS)|^(Escape|ContextMenu|F5|F11|F12|PrintScreen)$/;

/** Whether something can be bound at all. */
export const isBindable = (code: string): boolean => code !== '' && code !== 'Unidentified' && !RESERVED.test(code);

export interface Rebound {
  /** The action that had the code, and what it has instead: the code that was replaced, or nothing. */
  from?: Action;
  instead?: string;
}

/** Whether two actions may not share a code: both mean something at the same time. */
function clash(one: Action, other: Action): boolean {
  const [a, b] = [ACTIONS[one].when, ACTIONS[other].when];
  return one !== other && (a === b || a === 'always' || b === 'always');
}

/**
 * Binds a code to a slot of an action, 0 or 1. An action that clashes gets in exchange what was there before, so that none is
 * left without a key by an exchange. Returns what it did to whom.
 */
export function bind(name: Action, slot: number, code: string): Rebound {
  const bound = deviceOf(code);
  const before = codesOf(name, bound)[slot];
  const changed: Bindings = {};
  const own = [...codesOf(name, bound)];
  const twin = own.indexOf(code);
  if (twin === slot) return {};
  if (twin >= 0 && before !== undefined) own[twin] = before;
  else if (twin >= 0) own.splice(twin, 1);
  own[Math.min(slot, own.length)] = code;
  changed[name] = own.slice(0, SLOTS);
  const rebound: Rebound = {};
  for (const other of ACTION_NAMES) {
    const codes = codesOf(other, bound);
    if (!clash(name, other) || !codes.includes(code)) continue;
    const instead = rebound.from === undefined && before !== undefined && isBindable(before) ? before : undefined;
    changed[other] = codes.flatMap((had) => (had !== code ? [had] : instead !== undefined ? [instead] : []));
    rebound.from ??= other;
    if (instead !== undefined) rebound.instead = instead;
  }
  save(bound, changed);
  return rebound;
}

/** Takes a slot's code away. */
export function unbind(name: Action, bound: Bound, slot: number): void {
  save(bound, { [name]: codesOf(name, bound).filter((_, i) => i !== slot) });
}

/** Everything of a kind of device as the game comes. */
export function resetBindings(bound: Bound): void {
  controlSettings.set({ [bound]: {} });
}

function save(bound: Bound, changed: Bindings): void {
  controlSettings.set({ [bound]: { ...controlSettings.value[bound], ...changed } });
}
