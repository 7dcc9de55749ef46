// The root of the DOM over the canvas: the screen that is up.

import { type ComponentChild, h } from 'preact';
import { Menu } from './menu.ts';
import { Notice } from './notice.ts';
import { useScreen } from './screen.ts';

export function App(): ComponentChild {
  const { screen, match, hud } = useScreen();
  return h('div', { class: `app ${screen}` }, [
    screen === 'menu' ? h(Menu, null) : null,
    match && hud ? h(hud, { match }) : null,
    h(Notice, null),
  ]);
}
