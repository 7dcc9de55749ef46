// The game's canvas behind everything, loaded once: until a match is entered it shows a fight of bots behind the menu.

import type { ArenaGame } from '../scenes/start.ts';
import { idle } from './idle.ts';
import { loadAround, loadNet } from './load.ts';
import type { Match } from './match.ts';
import { screen } from './screen.ts';

let game: Promise<ArenaGame> | undefined;
let backdrop: Match | undefined;

/** Loads the game behind the menu, once; after a failure the next call tries again. */
export function loadGame(): Promise<ArenaGame> {
  game ??= import('../scenes/start.ts')
    .then(({ startGame }) => {
      screen.set({ loaded: 0.6 });
      return startGame(arenaElement(), (loaded) => screen.set({ loaded: 0.6 + loaded * 0.4 }));
    })
    .catch((error: unknown) => {
      game = undefined;
      throw error;
    });
  return game;
}

/** What the arena is drawn in. */
export function arenaElement(): HTMLElement {
  return document.getElementById('arena') as HTMLElement;
}

/** Shows nothing any more, if anything was shown. */
export function clearArena(): void {
  void game?.then((arena) => arena.clear());
}

/** Shows a fight of bots behind the menu, when the page has time. Never rejects. */
export async function showBackdrop(): Promise<void> {
  await idle();
  if (backdrop) return;
  const parts = await Promise.all([loadGame(), loadAround(), loadNet()]).catch(() => undefined);
  // The menu does without a fight behind it; Play tries again, and says what is wrong.
  if (!parts) return;
  const [arena, { Match }, { backdropSession }] = parts;
  const match = new Match(backdropSession(Date.now() >>> 0), arenaElement(), -1);
  hideBackdrop();
  if (screen.value.screen !== 'menu') {
    match.dispose();
    return;
  }
  backdrop = match;
  arena.show(match);
}

/** The fight behind the menu ends. */
export function hideBackdrop(): void {
  backdrop?.dispose();
  backdrop = undefined;
}
