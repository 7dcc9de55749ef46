// The full screens between the menu and a match: why one is not in, what one waits for, what was lost.

import { joinMatch } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { login, order, PASSWORD } from '../../test/support/admin.ts';
import { Player } from '../../test/support/player.ts';
import type { Kit, Scene } from './kit.ts';
import { all, type Visitor } from './visitor.ts';

const shown = (visitors: readonly Visitor[], selector: string): Promise<unknown> =>
  all(visitors, ({ page }) => page.waitForSelector(selector));

/** Who has a token already when the page opens: somebody whom the server knows. */
async function visitAs(kit: Kit, url: string, token: string): Promise<Visitor[]> {
  const visitors = await kit.visit(new URL(url).origin);
  await all(visitors, async ({ page }) => {
    await page.evaluate((known) => localStorage.setItem('carom.identity', JSON.stringify({ token: known, askedAt: Date.now() })), token);
    await page.goto(url);
  });
  await shown(visitors, '.app[data-screen="closed"]');
  return visitors;
}

/** Languages are fetched from the server: before it is gone. */
async function learnAll(visitors: readonly Visitor[]): Promise<void> {
  for (const code of ['de', 'es', 'fr', 'pt', 'ja', 'zh', 'en']) await all(visitors, (visitor) => visitor.speak(code, 1));
}

export const NOTICES: Record<string, Scene> = {
  async refused(kit) {
    const full = await kit.host({ cap: 2 });
    await kit.joins(full.code, 'Uwe');
    const locked = await kit.host({ hosted: true });
    await locked.room.request('host', { do: 'lock', on: true });
    const secret = await kit.host({ hosted: true, password: 'open' });
    const codes = { 'no-room': 'ZZZZZ', full: full.code, locked: locked.code, password: secret.code };
    for (const [name, code] of Object.entries(codes)) {
      const visitors = await kit.visit(`${kit.server.url}/?room=${code}`);
      await shown(visitors, '.app[data-screen="closed"]');
      await kit.take(name, visitors);
      if (name !== 'password') {
        await all(visitors, (visitor) => visitor.close());
        continue;
      }
      await all(visitors, async ({ page }) => {
        await page.fill('.offer input', 'guess');
        await page.click('.offer button[type=submit]');
        // It is asked for again.
        await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.offer input')?.value === '');
      });
      await kit.take('password-wrong', visitors);
    }
  },

  async people(kit) {
    const server = await kit.anotherServer({ ADMIN_PASSWORD: PASSWORD });
    const host = await kit.host({ hosted: true }, server);
    const url = `${server.url}/?room=${host.code}`;
    const tokenOf = async (): Promise<string> => (await askIdentity(server.url, undefined)) as string;
    const [banned, kicked, twin] = [await tokenOf(), await tokenOf(), await tokenOf()];
    const enter = async (token: string): Promise<Player> => Player.in(await joinMatch(server.url, host.code, 'Gil', undefined, { token }));
    const operator = await login(server.url);
    const { session } = await enter(banned);
    await order(server.url, operator, `/rooms/${host.code}/ban`, { slot: session.me, reason: 'x', hours: 24, address: false });
    const { room } = await enter(kicked);
    room.reconnection.enabled = false;
    await host.room.request('host', { do: 'ban', who: room.sessionId });
    const tab = await enter(twin);
    for (const [name, token] of Object.entries({ banned, kicked, 'plays-elsewhere': twin })) {
      await kit.take(name, await visitAs(kit, url, token));
    }
    await tab.leave();
  },

  async unreachable(kit) {
    const server = await kit.anotherServer();
    const visitors = await kit.visit(server.url);
    await shown(visitors, '.menu .chip');
    await learnAll(visitors);
    await all(visitors, ({ page }) => page.route('**/matchmake/**', (route) => route.abort()));
    await all(visitors, (visitor) => visitor.click('.menu .play'));
    await shown(visitors, '.app[data-screen="closed"]');
    await kit.take('unreachable', visitors);
  },

  async outdated(kit) {
    const visitors = await kit.visit(kit.server.url);
    await shown(visitors, '.menu .chip');
    await all(visitors, async (visitor) => {
      // It was reloaded for that already.
      await visitor.page.evaluate(() => sessionStorage.setItem('carom.reloaded', 'yes'));
      await visitor.page.route('**/matchmake/**', (route) => {
        const wishes = JSON.parse(route.request().postData() ?? '{}') as object;
        return route.continue({ postData: JSON.stringify({ ...wishes, protocol: 0 }) });
      });
      await visitor.click('.menu .play');
    });
    await shown(visitors, '.app[data-screen="closed"]');
    await kit.take('outdated', visitors);
  },

  async waits(kit) {
    const { code } = await kit.host({});
    const visitors = await kit.visit(kit.server.url);
    await shown(visitors, '.menu .chip');
    await all(visitors, async ({ page }) => {
      await page.route('**/matchmake/**', () => undefined);
      await page.fill('.code-form input', code);
      await page.click('.code-form button[type=submit]');
    });
    await shown(visitors, '.app[data-screen="joining"]');
    await kit.take('joining', visitors);
  },

  async lost(kit) {
    for (const [name, signal] of [
      ['reconnecting', 'SIGKILL'],
      ['restarting', 'SIGTERM'],
    ] as const) {
      const server = await kit.anotherServer();
      const ann = await kit.host({ map: 'foundry', bots: 6 }, server);
      const visitors = await kit.play(ann.code, {}, server);
      await learnAll(visitors);
      await ann.leave();
      server.child.kill(signal);
      await shown(visitors, '.app[data-screen="reconnecting"]');
      await all(visitors, ({ page }) => page.waitForTimeout(1500));
      await kit.take(name, visitors);
    }
  },

  async sentAway(kit) {
    const server = await kit.anotherServer({ ADMIN_PASSWORD: PASSWORD });
    const host = await kit.host({ map: 'foundry', bots: 6, hosted: true }, server);
    const visitors = await kit.play(host.code, {}, server);
    await all(visitors, async ({ page }) => {
      const second = await page.context().newPage();
      await second.goto(page.url());
      await second.click('.notice .play');
      await page.waitForSelector('.app[data-screen="closed"]');
      await second.close();
    });
    await kit.take('other-tab', visitors);
    const again = await kit.play(host.code, {}, server);
    const watching = await kit.watch(host.code, {}, server);
    await order(server.url, await login(server.url), `/rooms/${host.code}/close`, { reason: 'x' });
    await shown([...again, ...watching], '.app[data-screen="closed"]');
    await kit.take('ended', again);
    await kit.take('ended-watching', watching);
  },
};
