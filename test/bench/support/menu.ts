// How soon a new visitor on a middling phone can press Play: the line and the processor are slowed down in Chromium.

import type { Browser } from 'playwright-core';
import { median } from './measure.ts';

/** 9 Mbit/s each way, and a way there and back as over a good mobile network. */
const LINE = { offline: false, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8, latency: 40 };
const CPU_SLOWDOWN = 4;
const VISITORS = 5;
const PHONE = { width: 844, height: 390 };

/** Milliseconds from opening the page, with nothing cached, until the Play button is there and has answered a press: the median. */
export async function menuUsable(browser: Browser, url: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < VISITORS; i++) {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', LINE);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(pressWhenThere);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => (window as never as Answer).answeredMs > 0);
    times.push(await page.evaluate(() => (window as never as Answer).answeredMs));
    await context.close();
  }
  return median(times);
}

interface Answer {
  answeredMs: number;
}

/** In the page: presses Play in the first frame that shows it, and notes when the menu has given way. */
function pressWhenThere(): void {
  const look = (): void => {
    const button = document.querySelector<HTMLButtonElement>('button.play');
    if (button) button.click();
    if (document.querySelector('.app[data-screen="joining"]')) (window as never as Answer).answeredMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
