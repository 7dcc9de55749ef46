// Looking at menus: what axe finds, and what can be reached.

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
