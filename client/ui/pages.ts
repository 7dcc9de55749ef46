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

/** Back to the menu. */
export function closePage(): void {
  if (page.value.open) page.set({ open: undefined });
}

/** Gives the focus back to what opened the screen that was closed; the menu takes none before it is drawn without it. */
export function returnFocus(): void {
  if (opener instanceof HTMLElement) opener.focus();
  opener = null;
}
