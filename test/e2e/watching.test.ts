// Watching: by a link, and as an operator from the monitor, unseen by those who play.

import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const PASSWORD = 'a-password-for-tests';

describe('watching a match at a browser', function () {
  this.timeout(120_000);
  let server: TestServer;
  let browser: Browser;
  let player: Player;

  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    browser = await launchBrowser();
    player = (await Player.open(server.url, 'Edsger', { bots: 3 })).play();
  });
  after(async () => {
    await player.leave();
    await browser.close();
    await server.stop();
  });

  const watching = (person: Person) => person.page.waitForSelector('.spectator');

  it('takes no seat and no puck, follows whom one likes or flies free, and takes a seat when one wants it', async () => {
    const seen = player.session.pucks.length;
    const person = await Person.open(browser, `${server.url}/?watch=${player.code}`, { name: 'Barbara', width: 960, height: 540 });
    await watching(person);
    assert.equal((await person.sees()).slot, -1);
    assert.equal(player.session.pucks.length, seen);
    const first = await person.text('.spectator .whom');
    await person.page.click('text=Next');
    await person.page.waitForFunction((text) => document.querySelector<HTMLElement>('.spectator .whom')?.innerText !== text, first);
    await person.picture('watching');
    await person.page.click('text=Fly free');
    await person.page.waitForSelector('text=Flying free');
    await person.page.click('text=Take a seat');
    await person.hasPuck();
    await until(() => player.names.includes('Barbara'), { what: 'Barbara in the match' });
    await person.close();
  });

  it("an operator logs in, sees the room live and watches through a player's eye; the players notice nothing", async () => {
    const person = await Person.open(browser, `${server.url}/monitor`, { width: 1280, height: 720 });
    await person.page.fill('input[name=password]', PASSWORD);
    await person.page.click('text=Log in');
    const row = person.page.locator('tbody', { hasText: player.code });
    await row.locator('button[aria-expanded]').click();
    await row.locator('li', { hasText: 'Edsger' }).waitFor();
    await person.picture('monitor');
    const names = player.names.join();
    const [eye] = await Promise.all([
      person.context.waitForEvent('page'),
      row.locator('li', { hasText: 'Edsger' }).locator('text=Watch').click(),
    ]);
    await eye.waitForSelector('.spectator .whom strong');
    assert.equal(await eye.locator('.spectator .whom strong').innerText(), 'Edsger');
    await eye.screenshot({ path: 'test/output/monitor-eye.png' });
    assert.equal(player.names.join(), names);
    await person.close();
  });

  it('an operator sends a player away, who is told so', async () => {
    const victim = (await Player.joins(server.url, player.code, 'Mallory')).play();
    const person = await Person.open(browser, `${server.url}/monitor`, { width: 1280, height: 720 });
    person.page.on('dialog', (dialog) => dialog.accept());
    await person.page.fill('input[name=password]', PASSWORD);
    await person.page.click('text=Log in');
    const row = person.page.locator('tbody', { hasText: player.code });
    await row.locator('button[aria-expanded]').click();
    let reason = '';
    victim.room.onLeave((_code, text) => {
      reason = text ?? '';
    });
    await row.locator('li', { hasText: 'Mallory' }).locator('text=Kick').click();
    await until(() => reason !== '', { what: 'the reason' });
    assert.match(reason, /removed from this match/);
    await until(() => !player.names.includes('Mallory'), { what: 'Mallory gone' });
    victim.pause();
    await person.close();
  });
});
