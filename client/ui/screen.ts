// Which screen is up, and the running match if there is one: the root of everything that the DOM shows.

import type { Match } from './match.ts';
import { Store, useStore } from './store.ts';

export type Screen = 'menu' | 'joining' | 'playing' | 'reconnecting' | 'closed';

export interface ScreenState {
  screen: Screen;
  /** What a full screen says. */
  message: string;
  /** Share of the game that is loaded, 0 to 1. */
  loaded: number;
  match: Match | undefined;
}

export const screen = new Store<ScreenState>({ screen: 'menu', message: '', loaded: 0, match: undefined });

export const useScreen = (): ScreenState => useStore(screen);
