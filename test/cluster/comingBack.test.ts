import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { until } from '../support/until.ts';
import { startTestCluster, type TestCluster } from './support.ts';

describe('a page when a process ends', function () {
  this.timeout(240_000);
  let cluster: TestCluster;
  let browser: Browser;
  let grace: Person;

  before(async () => {
    cluster = await startTestCluster();
    browser = await launchBrowser();
  });
  after(async () => {
    await grace?.close();
    await browser?.close();
    await cluster?.stop();
  });

  /** In which process the page's match runs, by its index. */
  async function indexOfPage(): Promise<0 | 1> {
    const address = await grace.page.evaluate(
      () => (window as unknown as { __carom: { session: { room: { connection: { url: string } } } } }).__carom.session.room.connection.url,
    );
    return address.includes(`/process/${cluster.processes[0].port}/`) ? 0 : 1;
  }

  /** The page's match by its code, and how far it is. */
  const matchOfPage = (): Promise<string> =>
    grace.page.evaluate(() => {
      const { session } = (window as unknown as { __carom: { session: { room: { roomId: string }; phase: string } } }).__carom;
      return `${session.room.roomId} ${session.phase}`;
    });

  /** Waits until the page plays in the process of an index, without a click. */
  async function playsIn(index: 0 | 1): Promise<void> {
    await until(
      async () =>
        (await grace.page.locator('.app[data-screen="playing"]').count()) === 1 &&
        (await indexOfPage()) === index &&
        (await grace.hasPuck()).slot >= 0,
      { what: `a puck in process ${index}`, timeoutMs: 100_000 },
    );
    const { tick } = await grace.sees();
    await grace.until('ticks', (seen) => seen.tick > tick + 60);
  }

  it('that is killed: it plays on in the other by itself', async () => {
    const opener = await Player.open(cluster.url, 'Opener', { bots: 4, private: false, mode: 'tdm' });
    grace = await Person.open(browser, `${cluster.url}/?room=${opener.code}`, { name: 'Grace' });
    await grace.hasPuck();
    await opener.leave();
    const index = await indexOfPage();
    const before = await grace.sees();
    await grace.until('time for the match to be kept', (seen) => seen.tick > before.tick + 300);
    cluster.processes[index].child.kill('SIGKILL');
    const killedAt = performance.now();
    await playsIn(index === 0 ? 1 : 0);
    const back = await grace.sees();
    if (process.env.TELL)
      process.stdout.write(`      back after ${Math.round(performance.now() - killedAt)} ms, ${before.code} ${back.code}\n`);
    assert.deepEqual(grace.errors, []);
    await cluster.start(index);
  });

  it('that is drained: new matches open in the other, the one that runs goes on, and at the limit the page comes after', async () => {
    const index = await indexOfPage();
    const other = index === 0 ? 1 : 0;
    const { child, url } = cluster.processes[index];
    const { tick } = await grace.sees();
    child.kill('SIGTERM');
    await until(async () => ((await (await fetch(`${url}/healthz`)).json()) as { status: string }).status === 'draining', {
      what: 'the drain',
    });
    const fresh = await Promise.all([1, 2, 3].map((i) => Player.open(cluster.url, `New ${i}`)));
    for (const { room } of fresh)
      assert.ok(room.connection.url?.includes(`/process/${cluster.processes[other].port}/`), room.connection.url);
    await grace.until('the match goes on', (seen) => seen.tick > tick + 60);
    assert.equal(await indexOfPage(), index);
    await playsIn(other);
    await until(() => child.exitCode !== null, { what: 'its end', timeoutMs: 30_000 });
    assert.equal(child.exitCode, 0);
    await Promise.all(fresh.map((player) => player.leave()));
    await cluster.start(index, { DRAIN_LIMIT_S: '600' });
  });

  it('that is drained while a short match runs there: the match ends by itself, and the page plays on in the other', async () => {
    const index = (await indexOfPage()) === 0 ? 1 : 0;
    const { child, port } = cluster.processes[index];
    let opener: Player;
    do opener = await Player.open(cluster.url, 'Opener', { bots: 4, private: false, mode: 'tdm', timeLimitS: 10 });
    while (!opener.room.connection.url?.includes(`/process/${port}/`));
    const { code } = opener;
    await grace.close();
    grace = await Person.open(browser, `${cluster.url}/?room=${code}`, { name: 'Grace' });
    await grace.hasPuck();
    await opener.leave();
    await grace.untilSeen('a match', matchOfPage, (seen) => seen === `${code} live`);
    child.kill('SIGTERM');
    await grace.untilSeen('its results', matchOfPage, (seen) => seen === `${code} results`);
    assert.equal(await indexOfPage(), index);
    await playsIn(index === 0 ? 1 : 0);
    assert.notEqual((await grace.sees()).code, code);
    // Long before the limit.
    await until(() => child.exitCode !== null, { what: 'its end', timeoutMs: 30_000 });
    assert.equal(child.exitCode, 0);
    assert.deepEqual(grace.errors, []);
  });
});
