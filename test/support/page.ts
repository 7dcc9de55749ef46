// A person at a browser: the real page in Chromium, steered by real keys and mouse. Small and plain by default, because
// every page is drawn in software.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { MatchSession } from '../../client/net/session.ts';

/** Pictures of the last run, for people to look at. */
const OUTPUT = join(import.meta.dirname, '../output');

export interface PageOptions {
  width?: number;
  height?: number;
  name?: string;
  quality?: 'low' | 'medium' | 'high';
  /** Whether it is a phone: with fingers in place of a mouse. */
  phone?: boolean;
  /** Reduced motion: quicker where everything is drawn in software. */
  calm?: boolean;
  /** Draws one of so many of the screen's frames; 3 by default: drawn in software, all of them would leave no time to others. */
  frames?: number;
  /** Runs in the page before its own scripts. */
  prepare?: () => void;
}

/** What a test may ask of a page's own puck and of what it sees. */
export interface Seen {
  tick: number;
  slot: number;
  x: number;
  y: number;
  alive: boolean;
  health: number;
  code: string;
  pucks: { slot: number; name: string; x: number; y: number; alive: boolean; score: number; bot: boolean }[];
}

/** The page's handle for tests: see client/main.ts. */
interface Handle {
  session?: MatchSession;
  game?: {
    scene: { getScene(name: string): { cameras: { main: { zoom: number; worldView: { x: number; y: number } } } } };
    scale: { zoom: number };
  };
}

export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that the page threw, and refusals of its content security policy. */
  readonly errors: string[] = [];

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.context = context;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.errors.push(message.text());
    });
  }

  /** Opens an address as a new visitor. */
  static async open(browser: Browser, url: string, options: PageOptions = {}): Promise<Person> {
    const { width = 480, height = 270, phone = false, name, quality = 'low', calm, frames = 3 } = options;
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: phone, isMobile: phone });
    const settings = JSON.stringify({ quality, ...(name ? { name } : {}), ...(calm === undefined ? {} : { calm }) });
    await context.addInitScript((text) => {
      // An empty document that a test's own tools open has no storage.
      if (location.protocol.startsWith('http') && !localStorage.getItem('carom.settings')) localStorage.setItem('carom.settings', text);
    }, settings);
    if (frames > 1) await context.addInitScript(slowScreen, frames);
    if (options.prepare) await context.addInitScript(options.prepare);
    const person = new Person(await context.newPage(), context);
    await person.page.goto(url);
    return person;
  }

  /** Waits until the page has a puck and shows it, and tells what it sees. */
  async hasPuck(): Promise<Seen> {
    await this.page.waitForFunction(() => {
      const { session } = (window as unknown as { __carom?: Handle }).__carom ?? {};
      return session?.pucks.some(({ me }) => me);
    });
    await this.page.waitForSelector('.hud');
    return this.sees();
  }

  /** What the page sees now. */
  sees(): Promise<Seen> {
    return this.page.evaluate(() => {
      const { session } = (window as unknown as { __carom: Handle }).__carom;
      if (!session) throw new Error('no session');
      const own = session.state.pucks[session.me];
      const pucks = session.pucks.map(({ slot, x, y, alive }) => {
        const { name = '', score = 0, bot = false } = session.state.pucks[slot] ?? {};
        return { slot, x, y, alive, name, score, bot };
      });
      const me = pucks.find(({ slot }) => slot === session.me) ?? { x: 0, y: 0, alive: false };
      const { x, y, alive } = me;
      return { tick: session.state.tick, slot: session.me, x, y, alive, health: own?.health ?? 0, code: session.room.roomId, pucks };
    });
  }

  /** Waits until what the page sees fulfils something. */
  until(what: string, condition: (seen: Seen) => boolean, timeoutMs?: number): Promise<Seen> {
    return this.untilSeen(what, () => this.sees(), condition, timeoutMs);
  }

  /** Waits until what `look` tells of the page fulfils something. */
  async untilSeen<T>(what: string, look: () => Promise<T>, condition: (seen: T) => boolean, timeoutMs = 30_000): Promise<T> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const seen = await look();
      if (condition(seen)) return seen;
      if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms; last seen ${JSON.stringify(seen)}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Puts the mouse where a place of the arena is on the screen. */
  async pointAt(x: number, y: number): Promise<void> {
    const at = await this.page.evaluate(
      ([wx, wy]) => {
        const { game } = (window as unknown as { __carom: Handle }).__carom;
        const { main } = (game as Required<Handle>['game']).scene.getScene('arena').cameras;
        const pixels = (game as Required<Handle>['game']).scale.zoom;
        return { x: (wx - main.worldView.x) * main.zoom * pixels, y: (wy - main.worldView.y) * main.zoom * pixels };
      },
      [x, y] as const,
    );
    await this.page.mouse.move(at.x, at.y);
  }

  /** Keeps a picture. */
  async picture(name: string): Promise<void> {
    mkdirSync(OUTPUT, { recursive: true });
    await this.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }

  /** The text of an element. */
  text(selector: string): Promise<string> {
    return this.page.locator(selector).first().innerText();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page: its screen shows one frame of so many. */
export function slowScreen(frames: number): void {
  const next = window.requestAnimationFrame.bind(window);
  const waiting = new Set<number>();
  let ids = 0;
  window.requestAnimationFrame = (draw) => {
    const id = ++ids;
    waiting.add(id);
    const wait = (left: number): number => next((time) => (left > 1 ? wait(left - 1) : waiting.delete(id) && draw(time)));
    wait(frames);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    waiting.delete(id);
  };
}
