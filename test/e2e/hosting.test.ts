// A match among friends: one hosts it at a browser, one comes by its link, one by its code on a phone.

import assert from 'node:assert/strict';
import type * as Phaser from 'phaser';
import { login, order, PASSWORD } from '../support/admin.ts';
import { type PageOptions, Person } from '../support/page.ts';
import { PATIENT } from '../support/server.ts';
import { useSite } from '../support/site.ts';

/** Three pages at once are drawn in software: a click may take its time. */
const PATIENCE_MS = 90_000;

describe('a match among friends', function () {
  this.timeout(300_000);
  const site = useSite({ ADMIN_PASSWORD: PASSWORD, TUNING: JSON.stringify(PATIENT) });
  let hilde: Person;
  let gil: Person;
  let pia: Person;

  const enter = async (url: string, name: string, options: PageOptions = {}): Promise<Person> => {
    const person = await Person.open(site.browser, url, { name, calm: true, ...options });
    person.page.setDefaultTimeout(PATIENCE_MS);
    return person;
  };
  const map = ({ page }: Person) =>
    page.evaluate(() => (window as unknown as { __carom: { session: { state: { map: string } } } }).__carom.session.state.map);
  const names = async (person: Person) => (await person.sees()).pucks.filter(({ bot }) => !bot).map(({ name }) => name);
  /** Once a line is sent, or one plays on, the chat is closed. */
  const closed = ({ page }: Person) => page.locator('.chat.open').waitFor({ state: 'detached' });
  const openRoom = async ({ page }: Person) => {
    await page.click('.room-button');
    await page.waitForSelector('.room-panel');
  };

  it('is opened from the menu; its link and its code for cameras lead there', async () => {
    hilde = await enter(site.server.url, 'Hilde', { width: 640, height: 360 });
    // A match that does not end meanwhile.
    await hilde.page.evaluate(() => localStorage.setItem('carom.host', '{"scoreLimit":200,"timeLimitS":3600}'));
    await hilde.page.click('button:has-text("Host")');
    await hilde.page.click('.host-form .chip:has-text("Atrium")');
    await hilde.page.click('.host-form .chip:has-text("Foundry")');
    await hilde.page.click('.host-form .chip:has-text("In order")');
    await hilde.page.fill('.host-form input[maxlength="32"]', 'Friday');
    await hilde.page.click('.host-open button');
    const { code } = await hilde.hasPuck();
    assert.equal(await map(hilde), 'atrium');
    await openRoom(hilde);
    assert.match(await hilde.text('.room-panel h2'), /Friday/);
    const link = await hilde.page.locator('.room-panel .invite input').inputValue();
    assert.equal(await hilde.page.getAttribute('.room-panel .qr', 'data-text'), link);
    assert.equal(new URL(link).searchParams.get('room'), code);
    await hilde.picture('host-menu');
    await hilde.page.click('.room-panel header button');
    // On this machine the link may name it as others in its network do.
    const own = new URL(`?${new URL(link).searchParams}`, site.server.url).href;
    gil = await enter(own, 'Gil');
    assert.equal((await gil.hasPuck()).code, code);
  });

  it('is joined by its code on a phone, and all three talk', async () => {
    const { code } = await hilde.sees();
    pia = await enter(site.server.url, 'Pia', { width: 667, height: 375, phone: true });
    await pia.page.fill('input[maxlength="5"]', code);
    await pia.page.locator('.code-form button[type=submit]').tap();
    await pia.hasPuck();
    await hilde.untilSeen(
      'three people',
      () => names(hilde),
      (seen) => seen.length === 3,
    );
    await hilde.page.waitForSelector('.chat', { state: 'attached' });
    await hilde.page.keyboard.press('Enter');
    await hilde.page.fill('.chat-write input', 'Welcome, both of you');
    await hilde.page.keyboard.press('Enter');
    // However late their chat is there, all of it is there.
    await gil.page.waitForSelector('.chat', { state: 'attached' });
    await gil.page.keyboard.press('Enter');
    await pia.page.locator('.chat-open').tap();
    for (const guest of [gil, pia]) await guest.page.waitForSelector('.chat.open .chat-text:has-text("Welcome, both of you")');
    await gil.page.fill('.chat-write input', 'Hello Hilde');
    await gil.page.keyboard.press('Enter');
    await pia.page.waitForSelector('.chat-text:has-text("Hello Hilde")');
    await closed(gil);
    // A script that one's own language has not: its letters come with it.
    assert.equal(await pia.page.evaluate(hasJapanese), false);
    await gil.page.keyboard.press('Enter');
    await gil.page.fill('.chat-write input', 'こんにちは');
    await gil.page.keyboard.press('Enter');
    await pia.page.waitForFunction(hasJapanese);
    await closed(gil);
    // Who goes on playing does not write any more.
    await gil.page.keyboard.press('Enter');
    await gil.page.waitForSelector('.chat.open');
    await gil.page.mouse.click(320, 170);
    await closed(gil);
    await pia.picture('phone-in-a-hosted-match');
  });

  it('leaves everything on a phone its place, upright and on its side, as large as a fingertip; the table is a tap away', async () => {
    const { page } = pia;
    for (const [width, height] of [
      [390, 844],
      [844, 390],
    ] as const) {
      await page.setViewportSize({ width, height });
      if (height > width) await page.getByRole('button', { name: 'Play upright' }).tap();
      await pia.untilSeen(
        `room for everything at ${width}x${height}`,
        () => page.evaluate(crowded),
        (wrong) => wrong.length === 0,
        PATIENCE_MS,
      );
    }
    await page.locator('.board-button').tap();
    await page.locator('.sheet .board').getByText('Hilde', { exact: true }).waitFor();
    await page.setViewportSize({ width: 667, height: 375 });
  });

  it('has its panel by keys alone; whom the host benches is told so, and comes back from the settings', async () => {
    await openRoom(hilde);
    await hilde.page.waitForFunction(() => document.activeElement?.closest('.room-panel'));
    await hilde.page.keyboard.press('Escape');
    await hilde.page.locator('.room-panel').waitFor({ state: 'detached' });
    await hilde.page.keyboard.press('Escape');
    await hilde.page.click('.settings button:has-text("The room")');
    const row = hilde.page.locator('.room-people li', { hasText: 'Gil' });
    await row.locator('details[name="room-people"] > summary').click();
    await row.locator('button:has-text("To the spectators")').click();
    await gil.page.waitForSelector('.seat-notice');
    assert.match(await gil.text('.seat-notice'), /You were moved to the spectators\. /);
    await gil.page.keyboard.press('Escape');
    await gil.page.click('.settings .take');
    await gil.hasPuck();
    await gil.page.locator('.settings').waitFor({ state: 'detached' });
    await hilde.page.keyboard.press('Escape');
  });

  it('goes on to the next map when its host says so, for all', async () => {
    await openRoom(hilde);
    // As when somebody is sent away: the question does not stay for long.
    await hilde.page.click('.next-map button');
    await hilde.page.locator('.next-map button.sure').dispatchEvent('click');
    for (const person of [hilde, gil, pia])
      await person.untilSeen(
        'the map',
        () => map(person),
        (seen) => seen === 'foundry',
      );
    assert.equal((await pia.sees()).pucks.length, 6);
  });

  it('is left by whom its host sends away, who is told why and does not get in again', async () => {
    const { code } = await hilde.sees();
    const row = hilde.page.locator('.room-people li', { hasText: 'Gil' });
    await row.locator('details[name="room-people"] > summary').click();
    const button = row.locator('button:has-text("Send away")');
    await button.click();
    // The question does not stay for long: where pictures take seconds, a click that waits for them comes too late.
    await button.dispatchEvent('click');
    await gil.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await gil.text('.notice'), /removed/);
    await gil.picture('sent-away');
    await gil.page.goto(`${site.server.url}/?room=${code}`);
    await gil.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await gil.text('.notice'), /You may come back in \d+ min/);
    await hilde.untilSeen(
      'two people',
      () => names(hilde),
      (seen) => seen.length === 2,
    );
  });

  it('is told at once what the operator says to the whole server', async () => {
    await order(site.server.url, await login(site.server.url), '/announce', { text: 'An update comes in five minutes.' });
    await Promise.all([hilde, pia].map(({ page }) => page.locator('.chat.fresh .by-operator', { hasText: 'in five minutes' }).waitFor()));
  });

  it('is closed by the operator: each is told so, and plays another with one press', async () => {
    const { code } = await hilde.sees();
    await order(site.server.url, await login(site.server.url), `/rooms/${code}/close`);
    await Promise.all([hilde, pia].map(({ page }) => page.waitForSelector('.app[data-screen="closed"]')));
    assert.match(await hilde.text('.notice'), /ended by the operator/);
    await Promise.all([hilde.picture('room-closed'), pia.picture('room-closed-on-a-phone')]);
    // A page that was left open draws nothing.
    await hilde.page.waitForFunction(() => !(window as unknown as { __carom: { game: Phaser.Game } }).__carom.game.loop.running);
    await hilde.page.click('.notice .play');
    const there = await hilde.hasPuck();
    assert.notEqual(there.code, code);
    await pia.page.locator('.notice .play').tap();
    assert.equal((await pia.hasPuck()).code, there.code);
    assert.deepEqual([...hilde.errors, ...gil.errors, ...pia.errors], []);
  });
});

/** In the page: whether there is a font for Japanese, which is read in parts as letters need them. */
function hasJapanese(): boolean {
  return [...document.fonts].some(({ family }) => family.includes('Noto Sans JP'));
}

/** In the page: which parts of a phone's HUD lie on each other, lie outside of the screen, or are too small for a finger. */
function crowded(): string[] {
  const parts = document.querySelectorAll('.corner > :not(.feed), .topbar-row > *, .hud > button, .stick, .touch-button');
  const boxes = [...parts]
    .map((element) => ({ element, name: element.className, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  const wrong: string[] = [];
  boxes.forEach(({ element, name, box }, i) => {
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) wrong.push(`${name} is outside`);
    if (element.matches('button') && Math.min(box.width, box.height) < 43.9) wrong.push(`${name} is small`);
    for (const other of boxes.slice(i + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 1 && down > 1) wrong.push(`${name} on ${other.name}`);
    }
  });
  return wrong;
}
