// Looking at menus: what axe finds, what can be reached, and a gamepad that a test holds.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe-core finds wrong with the page as it is now, or with a part of it, a line each. */
export async function findings(page: Page, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run(${part ? JSON.stringify(part) : 'document'})`)) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** What of the topmost screen takes the focus by Tab, and what never does although it could. */
export async function tabOrder(page: Page): Promise<{ reached: number; missed: string[]; unseen: string[] }> {
  const marked = await page.evaluate(() => {
    const scope = [...document.querySelectorAll('[data-moves]')].filter((element) => !element.closest('[inert]')).at(-1);
    const all = [...(scope?.querySelectorAll<HTMLElement>('button, input, select, a[href]') ?? [])];
    const open = all.filter((element) => !element.matches(':disabled, [tabindex="-1"]') && element.getClientRects().length > 0);
    for (const element of open) element.dataset.wanted = '';
    return open.length;
  });
  const unseen: string[] = [];
  for (let i = 0; i < marked + 4; i++) {
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      delete element.dataset.wanted;
      const ring = [element, element.parentElement as HTMLElement].some((one) => getComputedStyle(one).outlineStyle !== 'none');
      return ring || element === document.body ? '' : element.outerHTML.slice(0, 120);
    });
    if (bare) unseen.push(bare);
  }
  const missed = await page.evaluate(() => {
    const left = [...document.querySelectorAll<HTMLElement>('[data-wanted]')];
    // Of a row of choices one takes the focus for all.
    const names = left.filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio'));
    for (const element of left) delete element.dataset.wanted;
    return names.map((element) => element.outerHTML.slice(0, 120));
  });
  return { reached: marked, missed, unseen };
}

/** A gamepad by the standard mapping, before the page is opened. */
export async function withPad(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const button = () => ({ pressed: false, touched: false, value: 0 });
    const pad = {
      id: 'Test pad',
      index: 0,
      connected: true,
      mapping: 'standard',
      axes: [0, 0, 0, 0],
      buttons: Array.from({ length: 17 }, button),
    };
    Object.assign(window, { testPad: pad });
    navigator.getGamepads = () => [pad as unknown as Gamepad, null, null, null];
  });
}

/** Presses a button of that gamepad for as long as the page looks twice. */
export async function pressPad(page: Page, button: number): Promise<void> {
  for (const pressed of [true, false]) {
    await page.evaluate(
      async ([index, down]) => {
        const { testPad } = window as unknown as { testPad: { buttons: { pressed: boolean; value: number }[] } };
        Object.assign(testPad.buttons[index] as object, { pressed: down, value: down ? 1 : 0 });
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      },
      [button, pressed] as const,
    );
  }
}

/** Of a gamepad by the standard mapping. */
export const PAD = { a: 0, b: 1, up: 12, down: 13, left: 14, right: 15 } as const;

/** Steers the focus to an element with the gamepad's cross, as one does who sees where it lies. */
export async function padTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 25; press++) {
    const way = await page.evaluate((wanted) => {
      const target = document.querySelector(wanted);
      const from = document.activeElement;
      if (!target || from === target) return '';
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
    const before = await page.evaluate(() => document.activeElement?.outerHTML);
    await pressPad(page, PAD[way as keyof typeof PAD]);
    const stuck = before === (await page.evaluate(() => document.activeElement?.outerHTML));
    if (stuck) await pressPad(page, way === 'down' || way === 'up' ? PAD.right : PAD.down);
  }
  throw new Error(`the gamepad does not get to ${selector}`);
}
