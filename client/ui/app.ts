// The root of the DOM over the canvas: the screen that is up.

import { type ComponentChild, h } from 'preact';
import { language } from '../i18n/index.ts';
import { Menu } from './menu.ts';
import { Notice } from './notice.ts';
import { Page } from './page.ts';
import { page } from './pages.ts';
import { useScreen } from './screen.ts';
import { useStore } from './store.ts';

export function App(): ComponentChild {
  const { screen, match, hud } = useScreen();
  const { open } = useStore(page);
  // Everything is drawn again in another language.
  useStore(language);
  const menu = screen === 'menu';
  return h('div', { class: 'app', 'data-screen': screen }, [
    menu ? h(Menu, { covered: open !== undefined }) : null,
    menu && open ? h(Page, { key: open.id, entry: open }) : null,
    match && hud ? h(hud, { match }) : null,
    h(Notice, null),
  ]);
}
