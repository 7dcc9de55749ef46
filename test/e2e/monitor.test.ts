// The monitor as an operator has it: rooms at a glance, a match through a player's eye, a report, a ban, and the audit.

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { CLOSE, MESSAGE } from '#shared/net/messages.ts';
import { login, MODERATOR_PASSWORD, PASSWORD } from '../support/admin.ts';
import { findings } from '../support/menus.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

describe('the monitor at a browser', function () {
  this.timeout(120_000);
  let ada: Player;
  let mallory: Player;
  // Before the server goes.
  after(() => Promise.all([ada.leave(), mallory.leave()]));
  const site = useSite({ ADMIN_PASSWORD: PASSWORD, MODERATOR_PASSWORD });
  let operator: Person;
  let page: Page;

  before(async () => {
    ada = (await Player.open(site.server.url, 'Ada', { bots: 3 })).play();
    mallory = (await Player.joins(site.server.url, ada.code, 'Mallory')).play();
    // Who stands still for a minute watches.
    ada.deed = mallory.deed = (sent) => ({ mx: sent % 60 < 30 ? 127 : -127 });
    await ada.room.request(MESSAGE.report, { who: mallory.room.sessionId, reason: 'insults' });
    await mallory.room.request(MESSAGE.chat, { channel: 'room', text: 'You all lose.' });
    operator = await Person.open(site.browser, `${site.server.url}/monitor`, { width: 1280, height: 720, calm: true });
    page = operator.page;
  });

  it('lets an operator in, and shows the room with its ticks, its people and that there is something to look at', async () => {
    assert.deepEqual(await findings(page), []);
    await page.fill('input[name=password]', PASSWORD);
    await page.fill('input[name=name]', 'Grace');
    await page.click('text=Log in');
    const row = page.locator('table.rooms tbody tr', { hasText: ada.code });
    await row.locator('text=1 rep.').waitFor();
    await row.locator('.spark polyline[points*=","]').first().waitFor();
    await page.fill('input[type=search]', 'nowhere');
    await row.waitFor({ state: 'detached' });
    await page.fill('input[type=search]', 'mallory');
    await row.waitFor();
    assert.deepEqual(await findings(page), []);
    await operator.picture('monitor');
  });

  it("shows the match through a player's eye, unseen by those who play, with the report and what was said", async () => {
    await page.click(`a[href="#room/${ada.code}"]`);
    await page.locator('.evidence', { hasText: 'Ada reports Mallory for insults' }).waitFor();
    await page.locator('.lines', { hasText: 'You all lose.' }).waitFor();
    await page.locator('.players button', { hasText: 'Mallory' }).click();
    const whom = page.frameLocator('iframe').locator('.spectator .whom strong');
    await whom.filter({ hasText: 'Mallory' }).waitFor({ timeout: 60_000 });
    assert.equal(await page.frameLocator('iframe').locator('.spectator .take:visible').count(), 0, 'no seat is offered');
    await page.click('text=From above');
    await whom.waitFor({ state: 'detached' });
    assert.deepEqual(ada.names.filter((name) => name === 'Ada' || name === 'Mallory').sort(), ['Ada', 'Mallory']);
    assert.equal(ada.session.state.watchers.size, 0);
    // What is in the frame is the game, and has its own test.
    assert.deepEqual(
      (await findings(page, 'body')).filter((finding) => !finding.includes('iframe')),
      [],
    );
    await operator.picture('monitor-room');
  });

  it('bans somebody, who is told why, and the audit says who did it', async () => {
    const told = { code: 0, text: '' };
    mallory.room.onLeave((code, text) => Object.assign(told, { code, text }));
    await page.locator('.players button', { hasText: 'Mallory' }).click();
    await page.click('text=Ban …');
    await page.locator('dialog').waitFor();
    assert.deepEqual(await findings(page, 'dialog'), []);
    await page.fill('dialog input[name=reason]', 'Threw the table.');
    await page.selectOption('dialog select', { label: 'a week' });
    // Ada comes from the same address.
    await page.uncheck('dialog input[name=address]');
    await page.click('dialog button[type=submit]');
    await until(() => told.code, { what: 'a goodbye' });
    assert.equal(told.code, CLOSE.banned);
    assert.match(told.text, /: Threw the table\.$/);
    mallory.pause();
    await page.click('nav >> text=Audit');
    const line = page.locator('table.audit tbody tr', { hasText: 'Mallory, 168 h: Threw the table.' });
    assert.match(await line.innerText(), /operator Grace/);
    assert.deepEqual(await findings(page), []);
    await page.click('nav >> text=Bans and mutes');
    await page.locator('.sanctions li', { hasText: 'Threw the table.' }).locator('text=Lift').click();
    assert.deepEqual(await findings(page), []);
    await page.click('dialog button[type=submit]');
    await page.locator('.sanctions li').waitFor({ state: 'detached' });
  });

  it('offers a moderator what a moderator may do', async () => {
    const { cookie } = await login(site.server.url, MODERATOR_PASSWORD);
    const [name = '', value = ''] = cookie.split('=');
    await operator.context.addCookies([{ name, value, url: site.server.url }]);
    await page.goto(`${site.server.url}/monitor#room/${ada.code}`);
    await page.reload();
    await page.locator('header', { hasText: 'moderator' }).waitFor();
    await page.locator('.players tbody tr').first().waitFor();
    for (const label of ['Announce', 'Drain', 'Close room', 'End match'])
      assert.equal(await page.getByRole('button', { name: label }).count(), 0, label);
    assert.deepEqual(operator.errors, []);
  });
});
