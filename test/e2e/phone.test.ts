// The game on a phone: two thumbs, its way of standing, and as a program among others.

import assert from 'node:assert/strict';
import type { MatchSession } from '../../client/net/session.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { PATIENCE_MS, REST, RIGHT, witness } from '../support/witness.ts';

/** The page's handle for tests: see client/main.ts. */
interface Handle {
  __carom: { session: MatchSession };
}

describe('a phone', function () {
  this.timeout(180_000);
  const site = useSite();

  it('two thumbs on a phone steer and shoot at the same time from the first visit on; upright it asks to be turned', async () => {
    const context = await site.browser.newContext({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
    await context.addInitScript(() => localStorage.setItem('carom.settings', '{"quality":"low"}'));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(site.server.url);
    await page.locator('button.play').first().tap();
    await page.waitForFunction(() => ((window as never as Handle).__carom.session?.me ?? -1) >= 0);
    await page.getByText('Turn your phone').waitFor();
    await page.setViewportSize({ width: 568, height: 320 });
    await page.locator('.turn').waitFor({ state: 'hidden' });
    const seat = await page.evaluate(() => {
      const { session } = (window as never as Handle).__carom;
      return { code: session.room.roomId, slot: session.me };
    });
    const seen = await witness(site.server.url, seat);
    await page.locator('.touch .stick.move').waitFor();
    const fingers = await context.newCDPSession(page);
    // All fingers that are down: who is not named any more is lifted.
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number; id: number }[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x: 110, y: 220, id: 0 }, { x: 470, y: 220, id: 1 });
    await touch('touchMove', { x: 200, y: 220, id: 0 }, { x: 470, y: 150, id: 1 });
    await seen.stick(RIGHT);
    assert.ok(Math.abs((await seen.shot()) - 49_152) < 400);
    // One thumb that goes leaves the other where it is; a finger on a button acts, too.
    await touch('touchMove', { x: 200, y: 220, id: 0 });
    const dashes = () => page.evaluate(() => (window as never as Handle).__carom.session.own?.dashFullAt ?? 0);
    const before = await dashes();
    const button = await page.getByRole('button', { name: 'Dash' }).boundingBox();
    assert.ok(button);
    const finger = { x: button.x + button.width / 2, y: button.y + button.height / 2, id: 2 };
    await until(
      async () => {
        await touch('touchStart', { x: 200, y: 220, id: 0 }, finger);
        await touch('touchMove', { x: 200, y: 220, id: 0 });
        return (await dashes()) > before;
      },
      { timeoutMs: PATIENCE_MS, what: 'a dash' },
    );
    await seen.stick(RIGHT);
    await touch('touchEnd');
    await seen.stick(REST);
    assert.equal(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop), 0);
    await seen.leave();
    await context.close();
  });

  it('the page can be kept among a phone’s programs: its manifest names icons that are there', async () => {
    const manifest = (await (await fetch(`${site.server.url}/manifest.webmanifest`)).json()) as {
      display: string;
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
    };
    assert.equal(manifest.display, 'fullscreen');
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
    for (const { src, sizes, type } of manifest.icons) {
      const response = await fetch(new URL(src, `${site.server.url}/`));
      assert.equal(response.headers.get('content-type')?.split(';')[0], type);
      if (type !== 'image/png') continue;
      const picture = Buffer.from(await response.arrayBuffer());
      assert.equal(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, sizes);
    }
  });
});
