// A gamepad that a test holds, by the standard mapping.

import type { Page } from 'playwright-core';

/** Its buttons. */
export const PAD = { a: 0, b: 1, dash: 6, fire: 7, start: 9, up: 12, down: 13, left: 14, right: 15 } as const;

const REST = [0, 0, 0, 0] as const;

interface Stub {
  axes: readonly number[];
  buttons: { pressed: boolean; touched: boolean; value: number }[];
  shakes: number;
}

/** The page's handle for it. */
interface Handle {
  testPad: Stub;
  /** What the page sees of gamepads: it, or nothing. */
  testPads: (Stub | null)[];
}

export class TestPad {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Fits a page with it, now and whenever it is loaded; from then on, or once it is plugged in. */
  static async fit(page: Page, { plugged = true } = {}): Promise<TestPad> {
    await page.addInitScript(stubPad, plugged);
    await page.evaluate(stubPad, plugged);
    return new TestPad(page);
  }

  plugIn(): Promise<void> {
    return this.#page.evaluate(() => {
      const { testPad, testPads } = window as never as Handle;
      testPads[0] = testPad;
      dispatchEvent(new Event('gamepadconnected'));
    });
  }

  unplug(): Promise<void> {
    return this.#page.evaluate(() => {
      (window as never as Handle).testPads[0] = null;
      dispatchEvent(new Event('gamepaddisconnected'));
    });
  }

  /** Holds both sticks, x and y of each, and the buttons that are named until the next call. The page has read it then. */
  hold(axes: readonly number[], pressed: readonly number[] = []): Promise<void> {
    return this.#page.evaluate(
      async ([newAxes, down]) => {
        const { testPad } = window as never as Handle;
        testPad.axes = newAxes;
        testPad.buttons = testPad.buttons.map((_, i) => {
          const held = down.includes(i);
          return { pressed: held, touched: held, value: held ? 1 : 0 };
        });
        // It is read with each frame.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      },
      [axes, pressed] as const,
    );
  }

  /** Presses a button and lets it go. */
  async press(button: number): Promise<void> {
    await this.hold(REST, [button]);
    await this.rest();
  }

  rest(): Promise<void> {
    return this.hold(REST);
  }

  /** How often it has been shaken. */
  shakes(): Promise<number> {
    return this.#page.evaluate(() => (window as never as Handle).testPad.shakes);
  }

  /** Waits until menus have looked at the stick so many times: by a timer as long as theirs, begun later. */
  looks(times: number): Promise<void> {
    return this.#page.evaluate(
      (most) =>
        new Promise<void>((done) => {
          let looked = 0;
          const timer = setInterval(() => {
            if (++looked < most) return;
            clearInterval(timer);
            done();
          }, 40);
        }),
      times,
    );
  }

  /** Steers the focus to an element with the cross, as one does who sees where it lies. */
  async to(selector: string): Promise<void> {
    for (let press = 0; press < 25; press++) {
      const way = await this.#page.evaluate((wanted) => {
        const target = document.querySelector(wanted);
        const from = document.activeElement;
        if (!target || from === target) return undefined;
        const middle = (element: Element): [number, number] => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        };
        const [x, y] = middle(target);
        const [fromX, fromY] = from && from !== document.body ? middle(from) : [x, 0];
        // Rows first: what lies in another one may be reached only along a column.
        if (Math.abs(y - fromY) > 12) return y > fromY ? 'down' : 'up';
        return x > fromX ? 'right' : 'left';
      }, selector);
      if (!way) return;
      const before = await this.#focused();
      await this.press(PAD[way]);
      if (before === (await this.#focused())) await this.press(way === 'down' || way === 'up' ? PAD.right : PAD.down);
    }
    throw new Error(`the gamepad does not get to ${selector}`);
  }

  #focused(): Promise<string | undefined> {
    return this.#page.evaluate(() => document.activeElement?.outerHTML);
  }
}

/** In the page. */
function stubPad(plugged: boolean): void {
  const testPad = {
    id: 'Stub (STANDARD GAMEPAD)',
    index: 0,
    connected: true,
    mapping: 'standard',
    axes: [0, 0, 0, 0],
    buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })),
    shakes: 0,
    vibrationActuator: {
      playEffect: () => {
        testPad.shakes++;
        return Promise.resolve('complete');
      },
    },
  };
  const testPads = [plugged ? testPad : null];
  Object.assign(window, { testPad, testPads });
  Object.defineProperty(navigator, 'getGamepads', { value: () => testPads, configurable: true });
}
