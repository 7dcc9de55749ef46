// Coming back at a browser: after a refresh, in a second tab, and when the server is restarted under the match.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Person, type Seen } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { freePorts } from '../support/ports.ts';
import { PATIENT, startTestServer, type TestServer } from '../support/server.ts';

describe('coming back at a browser', function () {
  this.timeout(120_000);
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'carom-back-'));
  /** A bot that stands in takes nobody's points away. */
  const TUNING = JSON.stringify({ ...PATIENT, FFA: { suicidePoints: 0 } });
  let server: TestServer;
  let browser: Browser;
  let grace: Person;
  let alan: Person;

  before(async () => {
    const [port] = await freePorts(1);
    server = await startTestServer({ DATA_DIR, TUNING, PORT: String(port) });
    browser = await launchBrowser();
    const opener = await Player.open(server.url, 'Opener', { bots: 4, mode: 'tdm' });
    const link = `${server.url}/?room=${opener.code}`;
    [grace, alan] = await Promise.all([Person.open(browser, link, { name: 'Grace' }), Person.open(browser, link, { name: 'Alan' })]);
    await Promise.all([grace.hasPuck(), alan.hasPuck()]);
    await opener.leave();
  });
  after(async () => {
    await Promise.all([grace.close(), alan.close()]);
    await browser.close();
    await server.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  });

  const scoreOf = (seen: Seen, name: string) => seen.pucks.find((puck) => puck.name === name)?.score ?? Number.NaN;

  it('a refresh leads back to the same puck and score, with one name in the match', async () => {
    const before = await grace.sees();
    await grace.page.reload();
    const back = await grace.hasPuck();
    assert.equal(back.code, before.code);
    assert.equal(back.slot, before.slot);
    assert.ok(scoreOf(back, 'Grace') >= scoreOf(before, 'Grace'));
    assert.equal(back.pucks.filter(({ name }) => name === 'Grace').length, 1);
  });

  it('a second tab is told, takes over when asked to, and the first says so', async () => {
    const before = await grace.sees();
    const second = await grace.context.newPage();
    await second.goto(`${server.url}/?room=${before.code}`);
    await second.waitForSelector('.app[data-screen="closed"]');
    assert.match(await second.locator('.notice').innerText(), /another tab/);
    await second.screenshot({ path: 'test/output/second-tab.png' });
    assert.equal(await grace.page.locator('.app[data-screen="playing"]').count(), 1);
    await second.click('text=Play here');
    await second.waitForSelector('.app[data-screen="playing"]');
    await grace.page.waitForSelector('.app[data-screen="closed"]');
    assert.match(await grace.text('.notice'), /another tab/);
    await grace.page.click('text=Play here');
    await second.waitForSelector('.app[data-screen="closed"]');
    assert.equal((await grace.hasPuck()).slot, before.slot);
    await second.close();
  });

  for (const [what, signal] of [
    ['is restarted', 'SIGTERM'],
    ['is killed and started again', 'SIGKILL'],
  ] as const) {
    it(`the server ${what} under the match: all play on by themselves, untouched`, async () => {
      const before = await Promise.all(
        [grace, alan].map((person, i) => person.until('itself', (seen) => !Number.isNaN(scoreOf(seen, ['Grace', 'Alan'][i] as string)))),
      );
      const gone = once(server.child, 'exit');
      server.child.kill(signal);
      await Promise.all([
        gone,
        grace.page.waitForSelector('.app[data-screen="reconnecting"]'),
        alan.page.waitForSelector('.app[data-screen="reconnecting"]'),
      ]);
      await grace.picture(`restart-${signal}`);
      const { port } = server;
      const startedAt = performance.now();
      server = await startTestServer({ DATA_DIR, TUNING, PORT: String(port) });
      const listensAt = performance.now();
      await Promise.all([
        grace.page.waitForSelector('.app[data-screen="playing"]'),
        alan.page.waitForSelector('.app[data-screen="playing"]'),
      ]);
      const after = await Promise.all(
        [grace, alan].map((person, i) =>
          person.until('ticks again', ({ tick, slot }) => slot === before[i]?.slot && tick > (before[i]?.tick ?? 0) + 30),
        ),
      );
      const [listens, playing] = [listensAt, performance.now()].map((at) => Math.round(at - startedAt));
      process.stdout.write(`      the server listens after ${listens} ms, both play again after ${playing} ms\n`);
      for (const [i, name] of ['Grace', 'Alan'].entries()) {
        const [was, is] = [before[i] as Seen, after[i] as Seen];
        assert.equal(is.code, was.code);
        assert.ok(scoreOf(is, name) >= scoreOf(was, name), `${name} had ${scoreOf(was, name)}, has ${scoreOf(is, name)}`);
        assert.equal(is.pucks.filter((puck) => puck.name === name).length, 1);
      }
      assert.deepEqual([...grace.errors, ...alan.errors], []);
    });
  }

  it('a link to another room leads there, not back to the seat', async () => {
    const other = await Player.open(server.url, 'Other', { bots: 0 });
    await grace.page.goto(`${server.url}/?room=${other.code}`);
    assert.equal((await grace.hasPuck()).code, other.code);
    await other.leave();
  });
});
