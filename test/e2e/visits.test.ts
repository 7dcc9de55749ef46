// What happens to a person at one browser: the first visit, a lost line, a refresh, a restarted server.

import assert from 'node:assert/strict';
import type { Route, WebSocket } from 'playwright-core';
import { Person } from '../support/page.ts';
import { BadLine } from '../support/proxy.ts';
import { startTestServer } from '../support/server.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

describe('a person at a browser', function () {
  this.timeout(120_000);
  const site = useSite();

  it('comes for the first time, finds a name filled in, plays with bots and shoots', async () => {
    const person = await Person.open(site.browser, site.server.url);
    assert.match(await person.page.locator('input[name=name]').inputValue(), /\S{3,}/);
    await person.picture('menu');
    await person.page.click('button.play');
    const { slot, pucks } = await person.hasPuck();
    assert.equal(pucks.length, 6);
    await person.page.mouse.move(300, 100);
    await person.page.mouse.down();
    await person.page.waitForFunction((me) => {
      const { session } = (window as unknown as { __carom: { session: { state: { bolts: { owner: number }[] } } } }).__carom;
      return session.state.bolts.some(({ owner }) => owner === me);
    }, slot);
    await person.picture('first-shot');
    assert.deepEqual(person.errors, []);
    await person.close();
  });

  it('loses the line, is told so, and gets the same puck back; a refresh keeps it too', async () => {
    const line = await BadLine.open(site.server.port);
    const person = await Person.open(site.browser, line.url, { name: 'Grace' });
    await person.page.click('button.play');
    const before = await person.hasPuck();
    // The way back takes its time: what is said meanwhile is looked for twice a second.
    line.line = { delayMs: 700 };
    line.cut();
    await person.page.waitForSelector('.app[data-screen="reconnecting"]');
    // Keys that still play lead nowhere.
    for (const key of ['ArrowDown', 'Space']) await person.page.keyboard.press(key);
    await person.picture('reconnecting');
    line.line = {};
    await person.page.waitForSelector('.app[data-screen="playing"]');
    const back = await person.until('ticks again', ({ tick }) => tick > before.tick + 30);
    assert.equal(back.slot, before.slot);
    assert.equal(back.code, before.code);
    await person.page.reload();
    const refreshed = await person.hasPuck();
    assert.equal(refreshed.slot, before.slot);
    assert.equal(refreshed.code, before.code);
    assert.equal(refreshed.pucks.filter(({ name }) => name === 'Grace').length, 1);
    await person.close();
    line.close();
  });

  it('is told in plain words when the server is restarted', async () => {
    const other = await startTestServer();
    const person = await Person.open(site.browser, other.url);
    await person.page.click('button.play');
    await person.hasPuck();
    other.child.kill('SIGTERM');
    await person.page.waitForSelector('.app[data-screen="reconnecting"]');
    assert.match(await person.text('.notice'), /server is being restarted/);
    await person.picture('server-gone');
    await person.close();
    await other.stop();
  });

  it('is told when a room does not exist, and gets back to the menu', async () => {
    const person = await Person.open(site.browser, `${site.server.url}/?room=ZZZZZ`);
    await person.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await person.text('.notice'), /ZZZZZ/);
    await person.page.click('text=Menu');
    await person.page.waitForSelector('.menu button.play');
    await person.close();
  });

  it('is told when nobody answers, and gets in with another try once somebody does', async () => {
    const person = await Person.open(site.browser, site.server.url);
    await person.page.route('**/matchmake/**', (route) => route.abort());
    await person.page.click('button.play');
    await person.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await person.text('.notice'), /cannot be reached/);
    await person.page.unroute('**/matchmake/**');
    await person.page.click('.notice button >> text=Try again');
    await person.hasPuck();
    await person.close();
  });

  it('who does not want to wait goes back to the menu, and does not get in afterwards', async () => {
    const person = await Person.open(site.browser, site.server.url);
    const held: Route[] = [];
    await person.page.route('**/matchmake/**', (route) => void held.push(route));
    const goBack = [() => person.page.click('.notice button'), () => person.page.goBack()];
    for (const [i, back] of goBack.entries()) {
      await person.page.click('.menu button.play');
      await person.page.waitForSelector('.app[data-screen="joining"]');
      await until(() => held.length > i, { what: 'the question' });
      // Nobody is as fast as the browser notes where Back leads.
      await person.page.waitForFunction(() => (history.state as { inside?: boolean } | null)?.inside);
      await back();
      await person.page.waitForSelector('.app[data-screen="menu"]');
      // Nor as it leaves that entry again.
      await person.page.waitForFunction(() => !(history.state as { inside?: boolean } | null)?.inside);
    }
    const sockets: WebSocket[] = [];
    person.page.on('websocket', (socket) => sockets.push(socket));
    for (const route of held) await route.continue();
    const areGone = () => sockets.length === 2 && sockets.every((socket) => socket.isClosed());
    await until(areGone, { what: 'both seats given up' });
    await person.page.unroute('**/matchmake/**');
    assert.equal(await person.page.locator('.app[data-screen="menu"]').count(), 1);
    await person.page.click('.menu button.play');
    await person.hasPuck();
    await person.close();
  });

  it('whose browser cannot draw is told so, and what may help', async () => {
    const person = await Person.open(site.browser, site.server.url, { prepare: forbidDrawing });
    await person.page.click('button.play');
    await person.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await person.text('.notice'), /WebGL/);
    await person.close();
  });

  it('with a page of another version reloads it once, then is told and can reload it', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => loads++);
    // A page from before a deployment: it names another protocol than the server's.
    await page.route('**/matchmake/**', (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}') as Record<string, unknown>;
      return route.continue({ postData: JSON.stringify({ ...body, protocol: 0 }) });
    });
    await page.goto(site.server.url);
    await page.click('button.play');
    await page.waitForFunction(() => sessionStorage.getItem('carom.reloaded') === 'yes');
    await page.waitForSelector('.menu button.play');
    await page.click('button.play');
    await page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await page.locator('.notice').innerText(), /reload/);
    assert.equal(loads, 2);
    await Promise.all([page.waitForEvent('load'), page.click('.notice button >> text=Reload')]);
    await context.close();
  });
});

/** Runs in the page: there is no graphics card, nor a program in its place. */
function forbidDrawing(): void {
  const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, ...more: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
    return kind.includes('webgl') ? null : get.call(this, kind, ...more);
  } as never;
}
