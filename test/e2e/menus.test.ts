// The menus as people with a keyboard, a gamepad, a screen reader or another language have them: every screen is walked
// through.

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { LANGUAGES } from '../../client/i18n/index.ts';
import { ja } from '../../client/i18n/ja.ts';
import { findFaults } from '../support/faults.ts';
import { findings, tabOrder } from '../support/menus.ts';
import { PAD, TestPad } from '../support/pad.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { useSite } from '../support/site.ts';
import { untranslated } from '../support/untranslated.ts';

/** The game behind the menu is drawn in software: where nobody looks at it, it is left out. */
const GAME = /\/start-[^/]*\.js$/;

describe('the menus', function () {
  this.timeout(180_000);
  const site = useSite();
  let person: Person;
  let page: Page;

  const screens = (): Promise<string[]> =>
    page.locator('.way-to:not(.practise)').evaluateAll((ways) => ways.map(({ className }) => className.replace('way-to ', '')));
  const openScreen = async (id: string): Promise<void> => {
    await page.click(`.way-to.${id}`);
    await page.waitForSelector('.page-body > :not(progress)');
    await page.waitForFunction(() => document.activeElement?.id === 'page-title');
    // What the server tells is there, and nothing moves any more.
    if (id === 'browse') await page.waitForSelector('.lobby-chat .chat-lines');
    if (id === 'browse' || id === 'watch') await page.waitForSelector('.page-body progress', { state: 'detached' });
  };
  const closeScreen = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.waitForSelector('.page', { state: 'detached' });
  };
  const sections = (): Promise<string[]> => page.locator('.section-tabs button').evaluateAll((tabs) => tabs.map(({ id }) => id));
  /** What is wrong with what is shown, in a language. */
  const faultsIn = async (code: string): Promise<string[]> => {
    const { faults, texts } = await page.evaluate(findFaults, false);
    return [...faults, ...untranslated(texts, code)];
  };
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

  describe('without the game behind them', () => {
    let player: Player;
    let pad: TestPad;

    before(async () => {
      // Somebody is in the lists.
      player = await Player.open(site.server.url, 'Ada', { private: false, mode: 'ctf', map: 'canal' });
      person = await Person.open(site.browser, 'about:blank', { width: 720, height: 500, name: 'Grace', calm: true });
      page = person.page;
      pad = await TestPad.fit(page);
      await page.route(GAME, (route) => route.abort());
      await page.goto(site.server.url);
      await page.waitForSelector('.chip');
    });
    afterEach(async () => {
      // A test that fails leaves its screen open: the next one begins at the menu all the same.
      if ((await page.locator('.page').count()) > 0) await closeScreen();
    });
    after(async () => {
      await player.leave();
      await person.close();
    });

    it('answer a press in the first frame that shows them', async () => {
      const early = await Person.open(site.browser, 'about:blank', { name: 'Grace', calm: true, prepare: pressAtOnce });
      await early.page.route(GAME, (route) => route.abort());
      await early.page.goto(site.server.url);
      await early.page.waitForSelector('.page-settings');
      await early.close();
    });

    it('are found faultless by axe, screen by screen, section by section', async () => {
      assert.deepEqual(await findings(page), []);
      for (const id of await screens()) {
        await openScreen(id);
        assert.deepEqual(await findings(page), [], id);
        for (const tab of await sections()) {
          await page.click(`#${tab}`);
          assert.deepEqual(await findings(page, '.section'), [], tab);
        }
        await closeScreen();
      }
    });

    it('give every control the focus by Tab, with a ring to be seen, and the title of a screen at first', async () => {
      for (const id of ['', ...(await screens())]) {
        if (id) await openScreen(id);
        const { reached, missed, unseen } = await tabOrder(page);
        assert.ok(reached > 0, id);
        assert.deepEqual([missed, unseen], [[], []], id);
        if (id) await closeScreen();
      }
    });

    it('are walked through by arrow keys, entered, and left to where one was', async () => {
      await page.focus('.menu .play');
      await page.keyboard.press('ArrowDown');
      assert.match(await focused(), /way-to/);
      const seen = new Set<string>();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft']) {
        const way = await focused();
        seen.add(way);
        if (!way.includes('practise')) {
          await page.keyboard.press('Enter');
          await page.waitForSelector('.page-body > :not(progress)');
          await page.keyboard.press('ArrowDown');
          assert.ok(await page.evaluate(() => document.querySelector('.page')?.contains(document.activeElement)), way);
          await closeScreen();
          await page.waitForFunction((name) => document.activeElement?.className === name, way);
        }
        await page.keyboard.press(key);
      }
      assert.ok(seen.size >= 4, [...seen].join());
      for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowUp');
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'name');
    });

    it('are steered by a gamepad: to the settings, to a slider and back', async () => {
      await page.focus('.menu .play');
      await pad.to('.way-to.settings');
      await pad.press(PAD.a);
      await page.waitForSelector('.section');
      await pad.to('#tab-access');
      await pad.press(PAD.a);
      await page.waitForSelector('.swatches');
      await pad.press(PAD.right);
      await pad.to('.section input[type=range]');
      await pad.press(PAD.right);
      assert.equal(await page.locator('.section output').innerText(), '105%');
      assert.ok(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) > 16.5));
      await pad.press(PAD.left);
      await pad.press(PAD.b);
      await page.waitForSelector('.page', { state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.classList.contains('settings'));
    });

    it('are closed by the browser’s Back, which leaves the page from the menu only', async () => {
      const entries = (): Promise<number> => page.evaluate(() => history.length);
      const before = await entries();
      for (const close of [() => page.evaluate(() => history.back()), closeScreen]) {
        await openScreen('host');
        await page.waitForFunction(() => history.state !== null);
        await close();
        await page.waitForSelector('.page', { state: 'detached' });
        // However it was closed, the next Back leaves.
        await page.waitForFunction(() => history.state === null);
        assert.ok((await entries()) <= before + 1, 'one entry is enough');
      }
    });

    it('fit every language on a phone, upright and on its side, and load a script’s font only for it', async () => {
      const fonts: string[] = [];
      const wrong: string[] = [];
      page.on('request', (request) => fonts.push(/noto-sans-\w\w/.exec(request.url())?.[0] ?? ''));
      for (const [code, texts] of Object.entries({ ...LANGUAGES, en: LANGUAGES.en })) {
        await openScreen('settings');
        await page.click('#tab-language');
        if (code !== 'ja' && code !== 'zh')
          assert.ok(
            fonts.every((font) => font === ''),
            code,
          );
        await page.selectOption('.section select', code);
        await page.waitForFunction((tag) => document.documentElement.lang.startsWith(tag), code);
        assert.ok((await page.locator('.section option').allInnerTexts()).includes(texts));
        for (const [width, height] of [
          [844, 390],
          [390, 844],
        ] as const) {
          await page.setViewportSize({ width, height });
          for (const tab of await sections()) {
            await page.click(`#${tab}`);
            wrong.push(...(await faultsIn(code)).map((text) => `${tab} in ${code} at ${width}: ${text}`));
          }
        }
        await closeScreen();
        for (const id of ['host', 'browse']) {
          await openScreen(id);
          await page.waitForSelector(`.host-form, [data-code=${player.code}]`);
          for (const [width, height] of [
            [844, 390],
            [390, 844],
          ] as const) {
            await page.setViewportSize({ width, height });
            wrong.push(...(await faultsIn(code)).map((text) => `${id} in ${code} at ${width}: ${text}`));
          }
          await closeScreen();
        }
        for (const [width, height] of [
          [390, 844],
          [844, 390],
          [1280, 720],
        ] as const) {
          await page.setViewportSize({ width, height });
          wrong.push(...(await faultsIn(code)).map((text) => `the menu in ${code} at ${width}: ${text}`));
        }
        // A language's own fonts come before the next one is chosen.
        if (code === 'ja' || code === 'zh') {
          await page.waitForFunction(
            (name) => [...document.fonts].some(({ family, status }) => family.includes(name) && status === 'loaded'),
            code === 'ja' ? 'JP' : 'SC',
          );
          fonts.length = 0;
        }
      }
      assert.deepEqual(wrong, []);
      assert.equal(await page.locator('.menu .play').innerText(), '开始游戏');
      await page.reload();
      await page.waitForSelector('.menu .play', { timeout: 90_000 });
      assert.equal(await page.locator('.menu .play').innerText(), '开始游戏');
      assert.deepEqual(person.errors, []);
    });
  });

  describe('over a match', () => {
    before(async () => {
      person = await Person.open(site.browser, site.server.url, { width: 480, height: 270, name: 'Grace', calm: true });
      page = person.page;
      await page.click('.way-to.practise');
      await page.waitForSelector('.vitals');
    });
    after(() => person.close());

    it('are found faultless by axe, the panel too, which goes back to the match', async () => {
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.panel.settings .section');
      assert.match(await focused(), /resume/);
      assert.deepEqual(await findings(page), []);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.panel.settings', { state: 'detached' });
    });

    it('are asked for by the browser’s Back, which leaves no match', async () => {
      for (const state of ['attached', 'detached'] as const) {
        await page.waitForFunction(() => history.state !== null);
        await page.evaluate(() => history.back());
        await page.waitForSelector('.panel.settings', { state });
      }
      await page.waitForFunction(() => history.state !== null);
      assert.equal(await page.locator('.vitals').count(), 1);
    });

    it('change the language of a running match, and its colours', async () => {
      const colour = (): Promise<string> => page.locator('.vitals').evaluate((vitals) => getComputedStyle(vitals).color);
      const before = await colour();
      await page.keyboard.press('Escape');
      await page.click('#tab-access');
      await page.selectOption('.section select', 'contrast');
      await page.waitForFunction((was) => getComputedStyle(document.querySelector('.vitals') as Element).color !== was, before);
      await page.click('#tab-language');
      await page.selectOption('.section select', 'de');
      await page.waitForFunction((text) => document.querySelector('.panel.settings h2')?.textContent === text, de['menu.settings']);
      await page.selectOption('.section select', 'ja');
      await page.waitForFunction((text) => document.querySelector('.topbar')?.textContent === text, ja['menu.practice']);
      await page.selectOption('.section select', 'en');
      await page.waitForFunction((text) => document.querySelector('.topbar')?.textContent === text, en['menu.practice']);
      assert.notEqual(await colour(), before);
      assert.deepEqual(person.errors, []);
    });
  });
});

/** In the page: opens the settings, once, as soon as there is a way to them. */
function pressAtOnce(): void {
  const look = (): void => {
    const way = document.querySelector<HTMLButtonElement>('.way-to.settings');
    if (way) way.click();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
