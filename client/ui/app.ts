// The root of the DOM over the canvas: the screen that is up.

import { type ComponentChild, h } from 'preact';
import { language } from '../i18n/index.ts';
import { Menu } from './menu.ts';
import { Notice } from './notice.ts';
import { useScreen } from './screen.ts';
import { useStore } from './store.ts';

export function App(): ComponentChild {
  const { screen, match, hud } = useScreen();
  // Everything is drawn again in another language.
  useStore(language);
  return h('div', { class: `app ${screen}` }, [
    screen === 'menu' ? h(Menu, null) : null,
    match && hud ? h(hud, { match }) : null,
    h(Notice, null),
  ]);
}
