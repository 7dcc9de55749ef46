// The page as a person has it, in Chromium: scripting a frame, draw calls, how long a press takes to the frame that shows
// it, and all bytes that are fetched up to a running match. Software rendering: the time of the GPU is not in here, but a
// frame's script is timed by the clock, so what it waits (for its turn on a core, for room in the GPU's queue) is: `js.ms`.
// `cpu.ms` is the main thread's own time in a frame's callbacks, `cpu.all.ms` in all scripts (sockets, HUD, music too) for a
// frame on average: waiting is in neither.

import { brotliCompressSync } from 'node:zlib';
import type { Browser, CDPSession, Page, ViewportSize } from 'playwright-core';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { createMatch } from '../../client/net/connection.ts';
import { quantile } from '../../scripts/support/matchStats.ts';
import { buildPage } from '../../server/page.ts';
import { launchBrowser } from '../support/browser.ts';
import { traceFrames } from './support/frameCpu.ts';
import { type FrameLog, watchFrames } from './support/frames.ts';
import { type Figures, median, sleep } from './support/measure.ts';
import { menuUsable } from './support/menu.ts';
import { startBenchServer } from './support/server.ts';

/** Small, because the drawing is done in software here and must not hold up the script that is measured. */
const SMALL: ViewportSize = { width: 480, height: 270 };
/** The crowd is drawn in two sizes: one that software draws at nearly 60 frames a second, as a graphics card would, so that a
 * frame has one tick to make up for; and the usual one, where it has five. */
const CROWD_SIZES: Record<string, ViewportSize> = {
  crowd: { width: 160, height: 90 },
  'crowd.720p': { width: 1280, height: 720 },
};
/** Pucks of the usual match: rooms are kept at so many. */
const PLAYERS = 6;
const WARM_UP_MS = 5000;
const VISITORS = 3;
/** A phone on its side; in few pixels, which software draws. Its processor is so many times slower than this one. */
const PHONE: ViewportSize = { width: 212, height: 98 };
const PHONE_SLOWER = 4;
const PHONE_FIGURES = ['js.ms.p50', 'js.ms.p95', 'frames.hz'] as const;
const THUMB = 18;
const CROWD = ['js.ms.p50', 'js.ms.p95', 'cpu.ms.p50', 'cpu.ms.p95', 'draws', 'bolts', 'pucks', 'frames.hz'] as const;
const PRESSES = 40;
const PRESS_MS = 350;
/** What a machine with a graphics card gets; the automatic choice would be lower here. */
const SETTINGS = JSON.stringify({ name: 'Bench', quality: 'medium', calm: false });

/** Figures `client.*`. Builds the page when it has to. */
export async function benchClient(): Promise<Figures> {
  await buildPage();
  const server = await startBenchServer();
  const browser = await launchBrowser();
  try {
    const { page, bytes } = await openMatch(browser, `http://127.0.0.1:${server.port}/`, SMALL);
    const frames = await measureFrames(browser, page, (i) => press(page, SMALL, i));
    await page.context().close();
    const arrival = await linkToMovingPuck(browser, server.port);
    const menu = await menuUsable(browser, `http://127.0.0.1:${server.port}/`);
    const start = { 'client.brotli.bytes': bytes, 'client.menu.usable.ms': menu, 'client.linkToMovingPuck.ms': arrival };
    const phone = await benchPhone(browser, server.port, 'phone', PLAYERS);
    return { ...frames, ...start, ...phone, ...(await benchCrowd(browser)) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The same in a full match with the air full of bolts. */
async function benchCrowd(browser: Browser): Promise<Figures> {
  const server = await startBenchServer({ BENCH_CROWD: 'yes' });
  try {
    const figures: Figures = {};
    for (const [name, size] of Object.entries(CROWD_SIZES)) {
      const host = await createMatch(`http://127.0.0.1:${server.port}`, 'Host', { bots: MAX_PUCKS });
      const { page } = await openMatch(browser, `http://127.0.0.1:${server.port}/?room=${host.roomId}`, size);
      await host.leave();
      const frames = await measureFrames(browser, page, (i) => press(page, size, i));
      await page.context().close();
      for (const key of CROWD) figures[`client.${name}.${key}`] = frames[`client.${key}`] as number;
    }
    return { ...figures, ...(await benchPhone(browser, server.port, 'phone.crowd', MAX_PUCKS)) };
  } finally {
    await server.stop();
  }
}

/**
 * A match of so many pucks on a phone, played with two thumbs. `js.ms` with Chromium's slower processor; that one sleeps by
 * the clock and so makes waits longer too, which is why `cpu.ms` is the time at full speed, so many times as long.
 */
async function benchPhone(browser: Browser, port: number, name: string, pucks: number): Promise<Figures> {
  const host = await createMatch(`http://127.0.0.1:${port}`, 'Host', { bots: pucks });
  const { page } = await openMatch(browser, `http://127.0.0.1:${port}/?room=${host.roomId}`, PHONE, { hasTouch: true, isMobile: true });
  await host.leave();
  const devTools = await page.context().newCDPSession(page);
  const play = (i: number) => moveThumbs(devTools, i);
  const { frames, all } = await traceFrames(browser, page, () => playOn(play));
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: PHONE_SLOWER });
  const slow = await measureFrames(browser, page, play);
  await page.context().close();
  return {
    ...Object.fromEntries(PHONE_FIGURES.map((key) => [`client.${name}.${key}`, slow[`client.${key}`] as number])),
    [`client.${name}.cpu.ms.p50`]: median(frames) * PHONE_SLOWER,
    [`client.${name}.cpu.ms.p95`]: quantile(frames, 0.95) * PHONE_SLOWER,
    [`client.${name}.cpu.all.ms`]: all * PHONE_SLOWER,
  };
}

/** The left thumb circles, the right one aims all round and fires now and then. */
async function moveThumbs(devTools: CDPSession, i: number): Promise<void> {
  const at = (x: number, angle: number, far: number, id: number) => ({
    x: x + Math.cos(angle) * far,
    y: PHONE.height * 0.7 + Math.sin(angle) * far,
    id,
  });
  const left = PHONE.width * 0.2;
  const right = PHONE.width * 0.8;
  const touch = (type: 'touchStart' | 'touchMove', far: number) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints: [at(left, i * 0.7, far, 0), at(right, i * 1.1, far * 3, 1)] });
  await touch('touchStart', 0);
  for (let step = 0; step < 4; step++) {
    await touch('touchMove', THUMB + step);
    await sleep(PRESS_MS / 4);
  }
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Opens an address, presses Play where there is one, and waits for the match. `bytes` were fetched until then, as brotli. */
async function openMatch(
  browser: Browser,
  url: string,
  viewport: ViewportSize,
  device: { hasTouch?: boolean; isMobile?: boolean } = {},
): Promise<{ page: Page; bytes: number }> {
  const context = await browser.newContext({ viewport, ...device });
  const page = await context.newPage();
  await page.addInitScript((stored) => localStorage.setItem('carom.settings', stored), SETTINGS);
  const fetched: Promise<number>[] = [];
  // A redirect has no body.
  page.on('response', (response) => fetched.push(response.body().then(compressedSize, () => 0)));
  await page.goto(url);
  if (!url.includes('?')) await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction(() => {
    const { session, game } = (window as never as { __carom: { session?: { own?: object }; game?: object } }).__carom;
    return game !== undefined && session?.own !== undefined;
  });
  const sizes = await Promise.all(fetched);
  await sleep(WARM_UP_MS);
  return { page, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** From opening a link with an empty cache to one's own puck on the move: the median of a few new visitors. */
async function linkToMovingPuck(browser: Browser, port: number): Promise<number> {
  const host = await createMatch(`http://127.0.0.1:${port}`, 'Host');
  const times: number[] = [];
  for (let i = 0; i < VISITORS; i++) {
    const context = await browser.newContext({ viewport: SMALL });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(`http://127.0.0.1:${port}/?room=${host.roomId}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => (window as never as Handle).__carom?.session?.own !== undefined);
    await page.keyboard.down('d');
    await page.waitForFunction(() => Math.abs((window as never as Handle).__carom?.session?.own?.vx ?? 0) > 100);
    times.push(performance.now() - start);
    await context.close();
  }
  await host.leave();
  return median(times);
}

interface Handle {
  __carom?: { session?: { own?: { vx: number } } };
}

/** What is packed already, fonts and pictures, stays as it is. */
const compressedSize = (body: Buffer): number => Math.min(body.length, brotliCompressSync(body).length);

/** Plays with mouse and keys, one press and its release. */
async function press(page: Page, { width, height }: ViewportSize, i: number): Promise<void> {
  await page.mouse.move(width * (0.2 + 0.6 * ((i * 0.618) % 1)), height * (0.2 + 0.6 * ((i * 0.377) % 1)));
  const key = 'wdsa'[i % 4] as string;
  await page.keyboard.down(key);
  await page.mouse.down();
  await sleep(PRESS_MS / 2);
  await page.mouse.up();
  await page.keyboard.up(key);
  await sleep(PRESS_MS / 2);
}

/** Plays, move by move, while the page logs its frames. */
async function measureFrames(browser: Browser, page: Page, play: (i: number) => Promise<void>): Promise<Figures> {
  const log = await page.evaluateHandle(watchFrames);
  let seconds = 0;
  const { frames, all } = await traceFrames(browser, page, async () => {
    seconds = await playOn(play);
  });
  const { scriptMs, draws, pressToFrameMs, bolts, pucks }: FrameLog = await log.evaluate((logged) => logged);
  return {
    'client.js.ms.p50': median(scriptMs),
    'client.js.ms.p95': quantile(scriptMs, 0.95),
    'client.cpu.ms.p50': median(frames),
    'client.cpu.ms.p95': quantile(frames, 0.95),
    'client.cpu.all.ms': all,
    'client.draws': median(draws),
    'client.bolts': median(bolts),
    'client.pucks': median(pucks),
    'client.inputToFrame.ms.p50': median(pressToFrameMs),
    'client.frames.hz': scriptMs.length / seconds,
  };
}

/** Move by move, until time is up: where frames are slow a press takes as long as they do. Returns the seconds that it took. */
async function playOn(play: (i: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  const sinceStart = (): number => performance.now() - start;
  for (let i = 0; sinceStart() < PRESSES * PRESS_MS; i++) await play(i);
  return sinceStart() / 1000;
}
