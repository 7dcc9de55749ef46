// The end of matches, and the guided start of practice.

import type { Guide } from '../../client/ui/guide.ts';
import type { Scene } from './kit.ts';
import { all, type Visitor } from './visitor.ts';

const hasResults = (): unknown => document.querySelector('.results .poster') && document.querySelector('.results .next');

/** The poster is drawn anew in the language of the moment. */
const drawn = ({ page }: Visitor): Promise<void> => page.waitForTimeout(700);

export const RESULTS: Record<string, Scene> = {
  async resultsFfa(kit) {
    const { code } = await kit.host({ bots: 8, timeLimitS: 30 });
    const visitors = await kit.play(code);
    const watching = await kit.watch(code);
    await all([...visitors, ...watching], ({ page }) => page.waitForSelector('.results .poster'));
    await all([...visitors, ...watching], ({ page }) => page.waitForTimeout(3000));
    await kit.takeWhen('results', visitors, hasResults, drawn);
    await kit.takeWhen('results-watching', watching, hasResults, drawn);
    await all(visitors, ({ page }) =>
      page.evaluate(() => {
        for (const e of document.querySelectorAll('.results, .results *')) e.scrollTop = e.scrollHeight;
      }),
    );
    await kit.takeWhen('results-end', visitors, hasResults, drawn);
  },

  async resultsCtf(kit) {
    const { code } = await kit.host({ mode: 'ctf', map: 'canal', bots: 12, timeLimitS: 30 });
    const visitors = await kit.play(code);
    await all(visitors, ({ page }) => page.waitForSelector('.results .poster'));
    await all(visitors, ({ page }) => page.waitForTimeout(3000));
    await kit.takeWhen('results-ctf', visitors, hasResults, drawn);
  },

  async practice(kit) {
    const visitors = await kit.visit(kit.server.url, { hintsSeen: [] });
    await all(visitors, async (visitor) => {
      await visitor.click('.way-to.practise');
      await visitor.inMatch();
      if (visitor.touch) await visitor.playUpright();
    });
    await all(visitors, ({ page }) => page.waitForTimeout(1500));
    for (const step of ['move', 'shoot', 'bank', 'dash', 'parry', 'done'] as const) {
      await kit.takeWhen(`practice-${step}`, visitors, () => document.querySelector('.guide'));
      await all(visitors, ({ page }) =>
        page.evaluate((done) => {
          const match = window.__carom.screen.value.match as unknown as { guide: Guide; session: { me: number; own: { vx: number } } };
          const { guide, session } = match;
          // As the match tells it.
          if (done === 'move') {
            session.own.vx = 300;
            guide.look();
          } else if (done === 'shoot') guide.onAct(1);
          else if (done === 'bank') guide.onBounce({ owner: session.me, level: 3 } as never);
          else if (done === 'dash') guide.onAct(2);
          else if (done === 'parry') guide.onEvent({ type: 'parry', slot: session.me } as never);
        }, step),
      );
      await all(visitors, ({ page }) => page.waitForTimeout(300));
    }
  },
};
