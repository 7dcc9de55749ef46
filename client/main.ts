// The page: draws the menu at once, in the person's language, loads the game behind it, and takes a refreshed tab back to
// its match.

import { h, render } from 'preact';
import { wakeInMenu } from './audio/wake.ts';
import { languageOf, speak } from './i18n/index.ts';
import { awaitPads } from './input/padLink.ts';
import { App } from './ui/app.ts';
import { applySettings } from './ui/applySettings.ts';
import { loadGame } from './ui/backdrop.ts';
import { start } from './ui/flow.ts';
import { startHistory } from './ui/history.ts';
import { mindConnection } from './ui/lost.ts';
import { startMenuKeys } from './ui/menuKeys.ts';
import { randomName } from './ui/names.ts';
import { screen } from './ui/screen.ts';
import { settings } from './ui/settings.ts';
import './ui/styles/index.css';

if (!settings.value.name) settings.set({ name: randomName() });
applySettings();
// Nobody should see the page change its language.
void speak(languageOf(settings.value.language)).then(() => render(h(App, null), document.getElementById('ui') as HTMLElement));
exposeForTests();
awaitPads();
startMenuKeys();
startHistory();
wakeInMenu();
mindConnection();
void start();

/** `window.__carom`: the running session, the Phaser game and what the page is drawn from, for tests and `npm run screens`. */
function exposeForTests(): void {
  const handle = { session: undefined as unknown, game: undefined as unknown, screen, settings };
  Object.defineProperty(window, '__carom', { value: handle });
  screen.subscribe(() => {
    handle.session = screen.value.match?.session;
  });
  screen.subscribe(() => {
    if (screen.value.loaded < 1 || handle.game) return;
    void loadGame().then(({ game }) => {
      handle.game = game;
    });
  });
}
