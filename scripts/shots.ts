// `npm run shots`: starts the server, plays the real page in Chromium among bots, and writes the
// pictures of README into docs/. The page must have been built.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PICKUPS } from '#shared/pickups/index.ts';
import { createMatch } from '../client/net/connection.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { runScript, say, UsageError } from './support/cli.ts';
import { awaitMoment, leaveMatch, playOn, type Screen } from './support/photographer.ts';

const ROOT = join(import.meta.dirname, '..');
const DOCS = join(ROOT, 'docs');
/** Drawn in software: a picture of the highest quality would take minutes. */
const QUALITY = 'medium';
const PASSWORD = 'for-the-pictures';
const HINTS = ['move', 'shoot', 'bank', 'guard', ...Object.keys(PICKUPS).map((id) => `pickup:${id}`)];

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
    JSON.stringify({ name, quality: QUALITY, hintsSeen: HINTS }),
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
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction(() => Boolean((globalThis as never as { __carom: { session?: { own?: object } } }).__carom.session?.own));
  const playing = playOn(page, screen);
  await awaitMoment(page);
  await playing.stop();
  await shoot(page, name);
}

/** Watches a match of bots, and the monitor that lists it. */
async function shootOperator(browser: Browser, url: string, screen: Screen): Promise<void> {
  const host = await createMatch(url, 'Nova');
  const watching = await openPage(browser, `${url}?watch=${host.roomId}`, screen, 'Nova');
  await watching.waitForSelector('.spectator');
  await awaitMoment(watching);
  await shoot(watching, 'watching');
  const monitor = await openPage(browser, `${url}monitor`, screen, 'Nova');
  await monitor.fill('input[name=password]', PASSWORD);
  await monitor.getByRole('button', { name: 'Log in' }).click();
  await monitor.locator('button[aria-expanded]').first().click();
  await monitor.locator('.players li').first().waitFor();
  await monitor.screenshot({ path: join(DOCS, 'monitor.png') });
  say('docs/monitor.png');
  await monitor.context().close();
  await host.leave();
}

await runScript(async () => {
  if (!existsSync(join(ROOT, 'dist/index.html'))) throw new UsageError('the page is not built: run npm run build first');
  mkdirSync(DOCS, { recursive: true });
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const desktop = { width: 1280, height: 720, touch: false };
    const menu = await openPage(browser, server.url, desktop, 'Nova');
    await menu.waitForTimeout(9000);
    await shoot(menu, 'menu');
    await shootMatch(browser, server.url, desktop, 'play');
    await shootMatch(browser, server.url, { width: 844, height: 390, touch: true }, 'phone');
    await shootOperator(browser, server.url, desktop);
  } finally {
    await browser.close();
    await server.stop();
  }
});
