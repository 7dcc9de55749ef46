// Which screen is up, and the running match if there is one: the root of everything that the DOM shows.

import type { ComponentType } from 'preact';
import type { PlainKey } from '../i18n/index.ts';
import type { Match } from './match.ts';
import { Store, useStore } from './store.ts';

export type Screen = 'menu' | 'joining' | 'playing' | 'reconnecting' | 'closed';

/** Another way on, shown as a button. */
export interface Offer {
  label: PlainKey;
  /** What has to be said first: a password. */
  ask?: PlainKey;
  run: (said: string) => void;
  /** Another one beside it. */
  also?: Offer;
}

export interface ScreenState {
  screen: Screen;
  /** Above it, unless it is the usual one. */
  heading: PlainKey | undefined;
  /** What a full screen says, in the language of the moment. */
  message: () => string;
  offer: Offer | undefined;
  /** What was closed is a match that one was in. */
  wasIn: boolean;
  /** Share of the game that is loaded, 0 to 1. */
  loaded: number;
  match: Match | undefined;
  /** What is drawn around it: it comes behind the menu, like the match. */
  hud: ComponentType<{ match: Match }> | undefined;
  /** The running match's room code. */
  code: string;
}

export const screen = new Store<ScreenState>({
  screen: 'menu',
  heading: undefined,
  message: () => '',
  offer: undefined,
  wasIn: false,
  loaded: 0,
  match: undefined,
  hud: undefined,
  code: '',
});

export const useScreen = (): ScreenState => useStore(screen);
