// `npm run shots [-- NAMES]`: starts the server, plays the real page in Chromium among bots, and writes the
// pictures of README into docs/, or only those that are named.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createMatch, type RoomWishes } from '../client/net/connection.ts';
import type { MatchSession } from '../client/net/session.ts';
import { buildPage } from '../server/page.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { until } from '../test/support/until.ts';
import { runScript, say, UsageError } from './support/cli.ts';
import { ALL_HINTS } from './support/hints.ts';
import { awaitMoment, leaveMatch, playOn, type Screen } from './support/photographer.ts';

const ROOT = join(import.meta.dirname, '..');
const DOCS = join(ROOT, 'docs');
/** Drawn in software: a picture of the highest quality would take minutes. */
const QUALITY = 'medium';
const PASSWORD = 'for-the-pictures';
const DESKTOP = { width: 1280, height: 720, touch: false };
const PHONE = { width: 844, height: 390, touch: true };

interface Server {
  url: string;
  stop(): Promise<void>;
}

/** The real server on a free port. */
async function startServer(): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'carom-shots-'));
  const child = spawn(process.execPath, [join(ROOT, 'server/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, ADMIN_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const link = /http:\/\/\S+/.exec(text)?.[0];
      if (link) resolve(link);
    });
    child.once('exit', () => reject(new UsageError('the server did not start')));
  });
  return { url, stop };
}

async function openPage(browser: Browser, url: string, { width, height, touch }: Screen, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
  await context.addInitScript(
    (stored) => localStorage.setItem('carom.settings', stored),
    JSON.stringify({ name, quality: QUALITY, hintsSeen: ALL_HINTS }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(DOCS, `${name}.png`) });
  await leaveMatch(page);
  await page.context().close();
  say(`docs/${name}.png`);
}

/** Joins, plays until something worth a picture is to be seen, and holds the page still for it. */
async function shootMatch(browser: Browser, url: string, screen: Screen, name: string): Promise<void> {
  const page = await openPage(browser, url, screen, 'Nova');
  const start = page.getByRole('button', { name: 'Play', exact: true });
  await (screen.touch ? start.tap() : start.click());
  await page.waitForFunction(() => Boolean((globalThis as never as { __carom: { session?: { own?: object } } }).__carom.session?.own));
  const playing = playOn(page, screen);
  await awaitMoment(page);
  await playing.stop();
  await shoot(page, name);
}

/** Watches bots in a match of their own until the moment of the picture. */
async function shootFight(
  browser: Browser,
  url: string,
  name: string,
  wishes: RoomWishes,
  moment: (page: Page) => Promise<unknown>,
): Promise<void> {
  const host = await createMatch(url, 'Nova', { ...wishes, private: true, countdownS: 1 });
  const page = await openPage(browser, `${url}?watch=${host.roomId}`, DESKTOP, 'Nova');
  await page.waitForSelector('.spectator');
  await host.leave();
  await moment(page);
  await shoot(page, name);
}

function shootFlags(browser: Browser, url: string): Promise<void> {
  return shootFight(browser, url, 'ctf', { mode: 'ctf', map: 'canal', bots: 12 }, async (page) => {
    await page.waitForFunction(flagCarried);
    await awaitMoment(page);
  });
}

/** At once: few live long in a closing arena. */
function shootLast(browser: Browser, url: string): Promise<void> {
  return shootFight(browser, url, 'last', { mode: 'last', map: 'atrium', bots: 4 }, (page) => page.waitForFunction(closedIn));
}

interface Handle {
  __carom: { session: MatchSession };
}

/** In the page: a flag is on its way. */
function flagCarried(): boolean {
  const { session } = (globalThis as never as Handle).__carom;
  return session.phase === 'live' && session.objectives.some(({ state }) => state === 'held');
}

/** In the page: the arena has closed in by a good part, and there is still a fight. */
function closedIn(): boolean {
  const { session } = (globalThis as never as Handle).__carom;
  const [bounds] = session.objectives;
  if (session.phase !== 'live' || bounds?.state !== 'idle') return false;
  const closed = (session.present - bounds.fromTick) / (bounds.untilTick - bounds.fromTick);
  return closed > 0.17 && session.pucks.filter(({ alive }) => alive).length > 1;
}

/** Points of the best player there when the monitor is taken. */
const WATCHED_SCORE = 8;

/** The monitor, which lists a match of bots. */
async function shootMonitor(browser: Browser, url: string): Promise<void> {
  const host = await createMatch(url, 'Nova');
  const monitor = await openPage(browser, `${url}monitor`, DESKTOP, 'Nova');
  await monitor.fill('input[name=password]', PASSWORD);
  await monitor.getByRole('button', { name: 'Log in' }).click();
  await monitor.locator('table.rooms tbody tr', { hasText: host.roomId }).locator('a, button').first().click();
  await monitor.frameLocator('iframe').locator('.spectator .whom').waitFor();
  // There has to be something to watch.
  await until(() => host.state.pucks.some(({ score }) => score >= WATCHED_SCORE), { timeoutMs: 180_000, what: 'a fight' });
  await monitor.screenshot({ path: join(DOCS, 'monitor.png') });
  say('docs/monitor.png');
  await monitor.context().close();
  await host.leave();
}

async function shootMenu(browser: Browser, url: string): Promise<void> {
  const menu = await openPage(browser, url, DESKTOP, 'Nova');
  await menu.waitForTimeout(9000);
  await shoot(menu, 'menu');
}

/** By the name of the picture. */
const SCENES: Record<string, (browser: Browser, url: string) => Promise<void>> = {
  menu: shootMenu,
  play: (browser, url) => shootMatch(browser, url, DESKTOP, 'play'),
  phone: (browser, url) => shootMatch(browser, url, PHONE, 'phone'),
  ctf: shootFlags,
  last: shootLast,
  monitor: shootMonitor,
};

await runScript(async () => {
  const asked = process.argv.slice(2);
  const scenes = (asked.length > 0 ? asked : Object.keys(SCENES)).map((name) => {
    const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
    if (!scene) throw new UsageError(`no picture "${name}"; there are: ${Object.keys(SCENES).join(', ')}`);
    return scene;
  });
  mkdirSync(DOCS, { recursive: true });
  await buildPage();
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    for (const shootScene of scenes) await shootScene(browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
  }
});
