// How a player wants the devices to be: what is bound to what, and how fingers and sticks behave. Kept in the browser;
// storage may be forbidden or full: then it lasts as long as the page.

import { Store } from '../ui/store.ts';
import { ACTION_NAMES, ACTIONS, type Action, type Bound, SLOTS } from './actions.ts';

const KEY = 'carom.controls';

export const TOUCH_SIZES = ['small', 'medium', 'large'] as const;
export type TouchSize = (typeof TOUCH_SIZES)[number];
/** Share of a stick's way in which it rests. */
export const DEAD_ZONES = { least: 0.05, most: 0.4, step: 0.05 } as const;

/** Only what differs from the game's own; an empty list is an action that nothing is bound to. */
export type Bindings = Partial<Record<Action, readonly string[]>>;

export interface ControlSettings {
  keys: Bindings;
  pad: Bindings;
  touchSize: TouchSize;
  /** The moving stick on the right, the aiming one and the buttons on the left. */
  leftHanded: boolean;
  /** See DEAD_ZONES. */
  deadZone: number;
  /** Whether phones and gamepads shake. */
  haptics: boolean;
}

function read(): ControlSettings {
  const found: ControlSettings = { keys: {}, pad: {}, touchSize: 'medium', leftHanded: false, deadZone: 0.15, haptics: true };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<ControlSettings>;
    found.keys = readBindings(stored.keys);
    found.pad = readBindings(stored.pad);
    if (TOUCH_SIZES.includes(stored.touchSize as TouchSize)) found.touchSize = stored.touchSize as TouchSize;
    if (typeof stored.leftHanded === 'boolean') found.leftHanded = stored.leftHanded;
    if (typeof stored.haptics === 'boolean') found.haptics = stored.haptics;
    const { least, most } = DEAD_ZONES;
    if (typeof stored.deadZone === 'number') found.deadZone = Math.max(least, Math.min(most, stored.deadZone));
  } catch {
    // Whatever cannot be read is as good as not set.
  }
  return found;
}

function readBindings(stored: unknown): Bindings {
  const bindings: Record<string, string[]> = {};
  for (const name of ACTION_NAMES) {
    const codes = (stored as Record<string, unknown> | undefined)?.[name];
    if (Array.isArray(codes)) bindings[name] = codes.slice(0, SLOTS).map(String);
  }
  return bindings;
}

export const controlSettings = new Store<ControlSettings>(read());

/** The codes of an action on a kind of device, the one that prompts name first. */
export function codesOf(name: Action, bound: Bound): readonly string[] {
  return controlSettings.value[bound][name] ?? ACTIONS[name][bound];
}

let byCode: Map<string, Action[]> | undefined;

/** What a code does: nothing, or several things that never mean something at the same time. */
export function actionsOf(code: string): readonly Action[] {
  byCode ??= index();
  return byCode.get(code) ?? [];
}

function index(): Map<string, Action[]> {
  const found = new Map<string, Action[]>();
  for (const name of ACTION_NAMES) {
    for (const code of [...codesOf(name, 'keys'), ...codesOf(name, 'pad')]) found.set(code, [...(found.get(code) ?? []), name]);
  }
  // Whatever else was bound: the way into the settings stays.
  found.set('Escape', ['menu']);
  return found;
}

controlSettings.subscribe(() => {
  byCode = undefined;
  try {
    localStorage.setItem(KEY, JSON.stringify(controlSettings.value));
  } catch {
    // Nowhere to keep it.
  }
});
