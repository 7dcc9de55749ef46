// A browser window that gets the page into a state, holds it there, and shows it in any size and language.

import type { Browser, Page } from 'playwright-core';
import type { MatchSession } from '../../client/net/session.ts';
import type { ScreenState } from '../../client/ui/screen.ts';
import type { Settings } from '../../client/ui/settings.ts';
import type { Store } from '../../client/ui/store.ts';
import { slowScreen } from '../../test/support/page.ts';

/** In CSS pixels. Whoever has fingers sees other controls. */
export const SIZES = {
  desktop: { width: 1280, height: 720, touch: false },
  wide: { width: 1920, height: 1080, touch: false },
  phone: { width: 844, height: 390, touch: true },
  upright: { width: 390, height: 844, touch: true },
} as const;
export type Size = keyof typeof SIZES;

/** Drawn in software: the page draws one of so many frames. */
const FRAMES = 4;
const PATIENCE_MS = 120_000;
/** For the game to be loaded behind the menu. */
const LOAD_MS = 15_000;
/** Between two looks for a state. */
const LOOK_MS = 25;

/** The page's handle: see client/main.ts. */
export interface Handle {
  session?: MatchSession;
  game?: { loop: { sleep(): void; wake(): void; step(nowMs: number): void }; scale: { refresh(): void } };
  screen: Store<ScreenState>;
  settings: Store<Settings>;
}
declare global {
  interface Window {
    __carom: Handle;
    __clock: { hold(): void; release(): void; held(): boolean };
  }
}

/** Does something in all windows at once. */
export const all = (visitors: readonly Visitor[], act: (visitor: Visitor) => Promise<unknown>): Promise<unknown> =>
  Promise.all(visitors.map(act));

export class Visitor {
  readonly page: Page;
  readonly touch: boolean;

  private constructor(page: Page, touch: boolean) {
    this.page = page;
    this.touch = touch;
  }

  /** Opens an address as somebody new, with a mouse or with fingers. */
  static async open(browser: Browser, url: string, touch: boolean, settings: Partial<Settings> = {}): Promise<Visitor> {
    const { width, height } = SIZES[touch ? 'phone' : 'desktop'];
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch });
    await context.addInitScript(
      (stored) => {
        if (location.protocol.startsWith('http') && !localStorage.getItem('carom.settings')) localStorage.setItem('carom.settings', stored);
      },
      JSON.stringify({ name: 'Nova', quality: 'low', language: 'en', ...settings }),
    );
    await context.addInitScript(slowScreen, FRAMES);
    await context.addInitScript(stoppableClock);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const visitor = new Visitor(page, touch);
    await page.goto(url);
    return visitor;
  }

  /** Waits until a match is shown, as a player or as a spectator. */
  async inMatch(): Promise<this> {
    await this.page.waitForFunction(() => window.__carom?.screen.value.screen === 'playing');
    await this.page.waitForSelector('.hud');
    return this;
  }

  /** A phone that stands upright is asked to turn until this is answered: it plays on. */
  async playUpright(): Promise<void> {
    await this.click('.turn > button:last-child');
  }

  /** Stops the page's time as soon as a test in the page is true. Throws when that is never. */
  async holdWhen(test: () => unknown): Promise<void> {
    // As text: it must not wait for a message of ours between what is true and the hold.
    const seen = await this.page.evaluate<boolean>(`(async () => {
      for (let past = 0; past < ${PATIENCE_MS}; past += ${LOOK_MS}) {
        let is = false;
        try { is = (${test})(); } catch {}
        if (is) { window.__clock.hold(); return true; }
        await new Promise((resolve) => setTimeout(resolve, ${LOOK_MS}));
      }
      return false;
    })()`);
    if (!seen) throw new Error(`never seen: ${test}`);
    await this.page.waitForTimeout(150);
  }

  /** Lets the page's time go on; all that came meanwhile arrives. */
  async release(): Promise<void> {
    await this.page.evaluate(() => window.__clock.release());
  }

  /** Waits for the arena behind the page, if there is still a server to load it from. */
  async loaded(): Promise<void> {
    await this.page.waitForFunction(() => window.__carom.game, null, { timeout: LOAD_MS }).catch(() => undefined);
  }

  /** Nothing moves any more, the arena and styles: drawn in software, they take both processors from whoever takes a picture. */
  async rest(): Promise<void> {
    await this.page.evaluate(() => {
      window.__carom.game?.loop.sleep();
      for (const animation of document.getAnimations()) {
        // What has no end cannot be finished.
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel();
        else animation.finish();
      }
    });
  }

  /** The arena moves again, unless the page's time is held. */
  async move(): Promise<void> {
    await this.page.evaluate(() => {
      if (!window.__clock.held()) window.__carom.game?.loop.wake();
    });
  }

  /** Clicks what is found first, wherever it is. */
  async click(selector: string): Promise<void> {
    await this.page.waitForSelector(selector, { state: 'attached' });
    await this.page.evaluate((which) => document.querySelector<HTMLElement>(which)?.click(), selector);
  }

  /** The page in a language, and its text in a scale. */
  async speak(language: string, textScale: number): Promise<void> {
    await this.page.evaluate((settings) => window.__carom.settings.set(settings as Partial<Settings>), { language, textScale });
    await this.page.waitForFunction((code) => document.documentElement.lang.startsWith(code), language);
    await this.page.waitForTimeout(120);
    await this.page.evaluate(async () => void (await document.fonts.ready));
  }

  /** The window in another size, and a frame of the match for it. */
  async resize(size: Size): Promise<void> {
    const { width, height } = SIZES[size];
    const now = this.page.viewportSize();
    if (now?.width === width && now.height === height) return;
    await this.page.setViewportSize({ width, height });
    // The page hears of it a moment later, and wipes the arena then.
    await this.page.waitForTimeout(150);
    await this.page.evaluate(() => {
      const { game } = window.__carom;
      if (!game) return;
      game.scale.refresh();
      for (let i = 0; i < 3; i++) game.loop.step(performance.now() + i);
    });
    await this.page.waitForTimeout(150);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Runs in the page before its own scripts: its clock can be stopped, and what would happen meanwhile is kept for later. */
function stoppableClock(): void {
  const now = performance.now.bind(performance);
  let heldAt = 0;
  const late: (() => void)[] = [];
  performance.now = () => heldAt || now();
  const later = window.setTimeout.bind(window);
  // What is to go away after a while stays while time stands still; short waits are of the page's own work.
  window.setTimeout = ((run: () => void, ms = 0) =>
    later(() => {
      if (heldAt && ms >= 1000) late.push(run);
      else run();
    }, ms)) as typeof window.setTimeout;
  const { get, set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage') as Required<PropertyDescriptor>;
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    configurable: true,
    get,
    set(handler: (event: MessageEvent) => void) {
      set.call(this, (event: MessageEvent) => {
        const arrive = (): void => handler.call(this, event);
        if (heldAt) late.push(arrive);
        else arrive();
      });
    },
  });
  window.__clock = {
    hold() {
      heldAt ||= now();
      window.__carom.game?.loop.sleep();
    },
    release() {
      heldAt = 0;
      window.__carom.game?.loop.wake();
      for (const arrive of late.splice(0)) arrive();
    },
    held: () => heldAt > 0,
  };
}
