// Keys, by their place on the keyboard, so WASD is there on every layout.

import { used } from './device.ts';
import type { Held } from './held.ts';
import { learnKey } from './keyNames.ts';

/** Whether a key belongs to something else: a field that is typed in, a button that it would press. */
function taken({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('input, textarea, select')) return code !== 'Escape';
  return target.matches('button, a, summary') && (code === 'Space' || code === 'Enter');
}

/** Listens until `signal` is aborted; `playing` says whether keys steer. */
export function listenToKeyboard(held: Held, playing: () => boolean, signal: AbortSignal): void {
  const onDown = (event: KeyboardEvent): void => {
    if (taken(event)) return;
    // With these a key is the browser's.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    learnKey(event);
    if (!held.press(event.code, playing(), event.repeat)) return;
    if (playing()) used('keys');
    // It would scroll, or press what has the focus.
    event.preventDefault();
  };
  const onUp = ({ code, key }: KeyboardEvent): void => {
    // Of keys that are let go together with the command key a Mac tells nothing.
    if (key === 'Meta') held.clear();
    else held.release(code);
  };
  addEventListener('keydown', onDown, { signal });
  addEventListener('keyup', onUp, { signal });
}
