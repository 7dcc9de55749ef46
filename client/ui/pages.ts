// Which of the menu's screens is open, and where the focus was before.

import { SCREENS, type ScreenEntry } from './screens.ts';
import { Store } from './store.ts';

export const page = new Store<{ open: ScreenEntry | undefined }>({ open: undefined });

let opener: Element | null = null;

/** Opens a screen over the menu. */
export function openPage(id: string): void {
  opener = document.activeElement;
  page.set({ open: SCREENS.find((entry) => entry.id === id) });
}

/** Back to the menu, and to what was focused there. */
export function closePage(): void {
  if (!page.value.open) return;
  page.set({ open: undefined });
  // What is under a screen takes no focus until it is drawn without it.
  requestAnimationFrame(() => opener instanceof HTMLElement && opener.focus());
}
