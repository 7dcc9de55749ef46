// Waiting for the one key or button that is to be bound: until it comes nobody else gets any.

import type { Bound } from '../../input/actions.ts';
import { padLink } from '../../input/padLink.ts';

/** What came: a code; nothing at all is wanted (null); or all stays as it is. */
export type Caught = string | null | undefined;

/** Waits for one of a kind of device, and tells it once. Returns what ends the waiting without a word. */
export function capture(bound: Bound, tell: (caught: Caught) => void): () => void {
  const end = new AbortController();
  const stop = (): void => {
    end.abort();
    padLink.capture = undefined;
  };
  const done = (caught: Caught): void => {
    stop();
    tell(caught);
  };
  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void): void =>
    addEventListener(type, listener, { signal: end.signal, capture: true });
  listen('keydown', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat) return;
    if (event.code === 'Escape') done(undefined);
    else if (event.code === 'Backspace') done(null);
    else if (bound === 'keys') done(event.code);
  });
  listen('pointerdown', ({ pointerType }) => {
    if (bound === 'pad' || pointerType === 'touch') done(undefined);
  });
  listen('mousedown', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowClick();
    done(`Mouse${event.button}`);
  });
  listen('blur', (event) => event.target === window && done(undefined));
  if (bound === 'pad') padLink.capture = done;
  return stop;
}

/** The rest of a press of a mouse's button: it must not press what lies below it, open a menu or leave the page. */
function swallowClick(): void {
  const end = new AbortController();
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['mouseup', 'click', 'auxclick', 'contextmenu'])
    addEventListener(type, swallow, { signal: end.signal, capture: true });
  // They all come right after the button is let go.
  addEventListener('pointerup', () => setTimeout(() => end.abort()), { once: true, capture: true });
}
