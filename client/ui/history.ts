// The browser's Back, which is a gesture on phones: while anything lies over the menu the page has one entry of history for
// it, so that Back closes that, or asks whether to leave the match, and leaves the page from the menu only.

import { askOut, goBack } from './back.ts';
import { showAddress } from './links.ts';
import { page } from './pages.ts';
import { screen } from './screen.ts';

/** Marks the entry; it survives a reload. */
const INSIDE = { inside: true };

const isInside = (): boolean => (history.state as Partial<typeof INSIDE> | null)?.inside === true;
const isMenu = (): boolean => screen.value.screen === 'menu' && page.value.open === undefined;

/** The page is on its way back by itself: the browser says so when it has arrived. */
let leaving = false;
let waiting = false;

/** Keeps the history right as long as the page lives. */
export function startHistory(): void {
  addEventListener('popstate', arrive);
  page.subscribe(settle);
  screen.subscribe(settle);
  settle();
}

/** Once what happens now is done: one screen often follows another. */
function settle(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    if (leaving || isMenu() !== isInside()) return;
    if (isMenu()) {
      leaving = true;
      history.back();
    } else {
      history.pushState(INSIDE, '');
      tellAddress();
    }
  });
}

/** The browser has gone to another entry: by the person's Back, or as the page asked it to. */
function arrive(): void {
  const asked = !leaving && !isInside();
  leaving = false;
  if (asked && !isMenu()) close();
  tellAddress();
  settle();
}

function close(): void {
  if (goBack()) return;
  if (screen.value.match) askOut();
}

/** Each entry has an address of its own: a match's may be that of before it began, the menu's that of a match. */
function tellAddress(): void {
  const { screen: name, match, code } = screen.value;
  if (match) showAddress(match.session.me < 0 ? 'watch' : 'room', code);
  else if (name === 'menu') showAddress('room', '');
}
