// The menu and its screens, with a server that is well visited and with one that is not.

import { say } from '../../client/net/chat.ts';
import { enterLobby } from '../../client/net/connection.ts';
import type { TestServer } from '../../test/support/server.ts';
import type { Kit, Scene } from './kit.ts';
import { all, type Visitor } from './visitor.ts';

const TABS = ['game', 'sound', 'controls', 'picture', 'access', 'language', 'data'] as const;

/** Opens a screen of the menu, and waits until it has all that it shows. */
async function openScreen(visitor: Visitor, id: string): Promise<void> {
  await visitor.click(`.way-to.${id}`);
  await visitor.page.waitForSelector('.page-body > :not(progress)');
  if (id === 'browse' || id === 'watch') await visitor.page.waitForSelector('.page-body progress', { state: 'detached' });
}

async function visitMenu(kit: Kit, url = kit.server.url): Promise<Visitor[]> {
  const visitors = await kit.visit(url, { calm: true });
  await all(visitors, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.menu .chip') && window.__carom.game);
    // The fight behind it would take all the time there is.
    await page.evaluate(() => window.__carom.game?.loop.sleep());
  });
  return visitors;
}

/** Takes it from its top, and from its end if it is longer than the window. */
async function takeWhole(kit: Kit, state: string, visitors: readonly Visitor[]): Promise<void> {
  const scroll = (end: boolean) => async (visitor: Visitor) => {
    await visitor.page.evaluate((toEnd) => {
      const body = document.querySelector('.page-body') ?? document.querySelector('main.menu');
      if (body) body.scrollTop = toEnd ? body.scrollHeight : 0;
    }, end);
  };
  await kit.take(state, visitors, scroll(false));
  await kit.take(`${state}-end`, visitors, scroll(true));
}

/** Rooms of all kinds with people in them, and talk in the lobby. Returns the code of the one with a password. */
async function furnish(kit: Kit, server: TestServer): Promise<string> {
  const long = { hosted: true, private: false, timeLimitS: 3600, scoreLimit: 200 };
  const open = (name: string, wishes: object) => kit.host({ ...long, ...wishes }, server, name);
  const friday = await open('Friederike', { bots: 5, title: 'Friday night with the whole team' });
  for (const name of ['Wilhelmina', 'Bo']) await kit.joins(friday.code, name, server);
  const locked = await open('Otto', { mode: 'tdm', map: 'foundry', bots: 6, title: 'Lock', cap: 8 });
  await locked.room.request('host', { do: 'lock', on: true });
  const full = await open('Ida', { mode: 'last', map: 'pocket', cap: 2, bots: 2 });
  await kit.joins(full.code, 'Uwe', server);
  const secret = await open('Sekret', { mode: 'tdm', map: 'foundry', bots: 4, title: 'Chess club', password: 'open' });
  await open('Karl', { mode: 'ctf', map: 'canal', bots: 8 });
  await open('Anna', { mode: 'king', map: 'summit', title: 'Warm-up' });
  const ended = await open('Theo', { mode: 'king', map: 'summit', bots: 6, title: 'Sonntagsrunde' });
  await ended.room.request('host', { do: 'start' }).catch(() => undefined);
  await ended.room.request('host', { do: 'end' }).catch(() => undefined);
  await kit.watches(friday.code, 'Zuschauer', server);
  const lines = [
    'hello everyone',
    'Anyone up for a round of capture the flag on Canal? We are three and need a fourth, the more the merrier',
    'gg',
  ];
  for (const [i, text] of lines.entries()) {
    const lobby = await enterLobby(server.url, ['Friederike', 'Ottokar', 'Swift'][i] as string);
    lobby.onMessage('*', () => {});
    kit.atEnd(() => lobby.leave());
    await say(lobby, { channel: 'global', text });
  }
  return secret.code;
}

export const MENUS: Record<string, Scene> = {
  async menu(kit) {
    const visitors = await visitMenu(kit);
    await all(visitors, (visitor) => visitor.click('.chip input[value=king]'));
    await takeWhole(kit, 'menu', visitors);
  },

  async rooms(kit) {
    const server = await kit.anotherServer();
    const secret = await furnish(kit, server);
    const visitors = await visitMenu(kit, server.url);
    await all(visitors, async (visitor) => {
      await openScreen(visitor, 'browse');
      await visitor.page.waitForSelector('.lobby-chat .chat-lines li');
      await visitor.page.waitForFunction(() => /ms|毫秒/.test(document.querySelector('.rooms-ping')?.textContent ?? ''));
    });
    await takeWhole(kit, 'rooms', visitors);
    await all(visitors, (visitor) => visitor.click(`[data-code=${secret}] .room-ways button`));
    await kit.take('rooms-password', visitors, (visitor) => visitor.page.locator('.room-password').scrollIntoViewIfNeeded());
    await all(visitors, ({ page }) => page.fill('input[type=search]', 'zzz'));
    await all(visitors, ({ page }) => page.waitForSelector('.rooms-none'));
    await kit.take('rooms-none', visitors);
    await all(visitors, async ({ page }) => {
      await page.keyboard.press('Escape');
      if (await page.locator('.page').count()) await page.keyboard.press('Escape');
      await page.waitForSelector('.page', { state: 'detached' });
    });
    await all(visitors, (visitor) => openScreen(visitor, 'watch'));
    await takeWhole(kit, 'watch', visitors);
  },

  async empty(kit) {
    const server = await kit.anotherServer();
    for (const id of ['browse', 'watch']) {
      const visitors = await visitMenu(kit, server.url);
      await all(visitors, (visitor) => openScreen(visitor, id));
      await all(visitors, ({ page }) => page.waitForSelector('.rooms-none'));
      await takeWhole(kit, `${id}-empty`, visitors);
    }
  },

  async host(kit) {
    const visitors = await visitMenu(kit);
    await all(visitors, async (visitor) => {
      await openScreen(visitor, 'host');
      await visitor.click('.host-form .chip input[value=ctf]');
    });
    await takeWhole(kit, 'host', visitors);
  },

  async howTo(kit) {
    const visitors = await visitMenu(kit);
    await all(visitors, (visitor) => openScreen(visitor, 'howTo'));
    await takeWhole(kit, 'how-to', visitors);
  },

  async settings(kit) {
    const visitors = await visitMenu(kit);
    await all(visitors, (visitor) => openScreen(visitor, 'settings'));
    for (const tab of TABS) {
      await all(visitors, (visitor) => visitor.click(`#tab-${tab}`));
      await takeWhole(kit, `settings-${tab}`, visitors);
    }
    await all(visitors, (visitor) => visitor.click('.section > button'));
    await kit.take('settings-data-sure', visitors);
    await all(visitors, async (visitor) => {
      await visitor.click('#tab-controls');
      await visitor.click('.bindings tr:nth-child(3) .key, .bindings .key:nth-of-type(3), .bindings .key');
      await visitor.page.waitForSelector('.waits');
    });
    await kit.take('settings-key', visitors, (visitor) => visitor.page.locator('.waits').scrollIntoViewIfNeeded());
  },
};
