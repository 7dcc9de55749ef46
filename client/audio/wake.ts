// When a page begins to sound: not before a person has pressed something, and not while anything else is still to be loaded.
// Small, because it is loaded with the page.

import { screen } from '../ui/screen.ts';
import type { Audio } from './audio.ts';

/** A menu that one stays in for so long has music. */
const MENU_MS = 2500;
const CALM_MS = 400;

let loading: Promise<Audio | undefined> | undefined;

/** The page's sound, once it may be heard. A page whose sounds cannot be had is silent. */
export function loadAudio(): Promise<Audio | undefined> {
  loading ??= firstPress()
    .then(calm)
    .then(() => import('./audio.ts'))
    .then(
      ({ pageAudio }) => pageAudio(),
      () => {
        loading = undefined;
        return undefined;
      },
    );
  return loading;
}

/** Resolves when a key or a button was pressed, or has been. */
function firstPress(): Promise<void> {
  if (navigator.userActivation?.hasBeenActive) return Promise.resolve();
  return new Promise((resolve) => {
    const end = new AbortController();
    const pressed = (): void => {
      end.abort();
      resolve();
    };
    for (const type of ['pointerup', 'keydown'] as const) addEventListener(type, pressed, { signal: end.signal });
  });
}

/** Whatever was begun comes first: a match that has just been entered has enough to do. */
function calm(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, CALM_MS));
}

/** Lets the menu sound when somebody stays there. */
export function wakeInMenu(): void {
  void firstPress().then(() => {
    const timer = setInterval(() => {
      if (screen.value.screen === 'joining' || screen.value.screen === 'reconnecting') return;
      clearInterval(timer);
      void loadAudio();
    }, MENU_MS);
  });
}
