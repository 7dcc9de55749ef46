// What people say and decide together in a match: chat, wheel, votes, reports, and what its host can do.

import { setTimeout } from 'node:timers/promises';
import type { Player } from '../../test/support/player.ts';
import { until } from '../../test/support/until.ts';
import { ENDLESS, type Kit, type Scene } from './kit.ts';
import { all, type Visitor } from './visitor.ts';

const LINES = [
  'Hello, good to see you all here tonight!',
  'That bank shot off three walls was mine, I want it framed',
  'gg',
  'Supercalifragilisticexpialidocious-without-a-space-anywhere',
  'Fünf gegen fünf?',
  '次もこのマップで',
];
/** The chat's allowance: a line in so long. */
const LINE_EVERY_MS = 2200;

const ASK_AGAIN_MS = 1500;

/** Session ids: what messages name people by. */
const idOf = ({ page }: Visitor): Promise<string> => page.evaluate(() => window.__carom.session?.room.sessionId ?? '');

/** The panel of a room's host, with what is folded in it open. */
async function openRoomPanel(visitors: readonly Visitor[]): Promise<void> {
  await all(visitors, async (visitor) => {
    await visitor.click('.room-button');
    await visitor.page.waitForSelector('.room-panel .qr');
    await visitor.page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
  });
}

async function takeHostOf(kit: Kit, touch: boolean): Promise<void> {
  const ann = await kit.host({ mode: 'tdm', map: 'crossing', bots: 6, hosted: true });
  const visitors = await kit.visit(`${kit.server.url}/?room=${ann.code}`, {}, [touch]);
  const [visitor] = visitors as [Visitor];
  await visitor.inMatch();
  if (touch) await visitor.playUpright();
  await ann.room.request('host', { do: 'host', who: await idOf(visitor) });
  await openRoomPanel(visitors);
  await kit.takeWhen('host-panel', visitors, () => document.querySelector('.room-panel .qr'));
  await visitor.page.evaluate(() => {
    const panel = document.querySelector('.room-panel');
    if (panel) panel.scrollTop = panel.scrollHeight;
  });
  await kit.takeWhen('host-panel-end', visitors, () => document.querySelector('.room-panel .qr'));
}

/** Votes come one after the other: a further one waits until the last is over. */
const asks = (player: Player, poll: object): Promise<unknown> =>
  until(
    () =>
      player.room.request('poll', poll).then(
        () => true,
        // Who asks again at once is put out in the end.
        () => setTimeout(ASK_AGAIN_MS, false),
      ),
    { timeoutMs: 90_000, what: 'a vote' },
  );

export const TALK: Record<string, Scene> = {
  async chat(kit) {
    const ann = await kit.host({ mode: 'tdm', map: 'foundry', bots: 8, ...ENDLESS });
    const visitors = await kit.play(ann.code);
    for (const text of LINES) {
      await ann.room.request('chat', { channel: 'room', text });
      await setTimeout(LINE_EVERY_MS);
    }
    await kit.takeWhen('chat-fresh', visitors, () => document.querySelectorAll('.chat.fresh li').length >= 2);
    await all(visitors, ({ page, touch }) => (touch ? page.tap('.chat-open') : page.keyboard.press('Enter')));
    await kit.takeWhen('chat-open', visitors, () => document.querySelector('.chat.open'));
    await all(visitors, (visitor) => visitor.click('button.chat-name'));
    await kit.takeWhen('chat-about', visitors, () => document.querySelector('.chat-about'));
  },

  async wheel(kit) {
    const { code } = await kit.host({ mode: 'tdm', map: 'foundry', bots: 8, ...ENDLESS });
    const visitors = await kit.play(code);
    // It comes a little later than the match.
    await all(visitors, ({ page }) => page.waitForSelector('.chat', { state: 'attached' }));
    await all(visitors, ({ page, touch }) => (touch ? page.tap('.talk') : page.keyboard.press('KeyQ')));
    await kit.takeWhen('wheel', visitors, () => document.querySelector('.wheel'));
    await all(visitors, (visitor) => visitor.click('.wheel-slot:nth-of-type(2), .wheel-slot'));
    await kit.takeWhen('bubble', visitors, () => document.querySelector('.bubble:not([hidden])'));
  },

  async votes(kit) {
    const ann = await kit.host({ map: 'foundry', bots: 8, ...ENDLESS });
    const bea = await kit.joins(ann.code, 'Bea');
    const gil = await kit.joins(ann.code, 'Gil');
    const visitors = await kit.play(ann.code, { captions: true });
    // Who only stands there may not vote.
    for (const player of [ann, bea, gil]) {
      player.deed = (sent) => ({ mx: sent % 100 < 50 ? 100 : -100 });
      player.play();
    }
    await setTimeout(1000);
    await asks(ann, { do: 'kick', who: gil.room.sessionId });
    await kit.takeWhen('vote-kick', visitors, () => document.querySelector('.poll'));
    await asks(bea, { do: 'next' });
    await kit.takeWhen('vote-next', visitors, () => document.querySelector('.poll'));
    await asks(gil, { do: 'restart' });
    await kit.takeWhen('vote-restart', visitors, () => document.querySelector('.poll'));
  },

  async report(kit) {
    const ann = await kit.host({ map: 'foundry', bots: 8, ...ENDLESS });
    await kit.joins(ann.code, 'Gil');
    const visitors = await kit.play(ann.code);
    await all(visitors, async ({ page, touch }) => {
      if (touch) await page.tap('.room-button');
      else await page.keyboard.down('Tab');
      await page.waitForSelector('.report', { state: 'attached' });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('details:has(.report)')) details.open = true;
        const report = document.querySelector<HTMLDetailsElement>('details.report, .report details');
        if (report) report.open = true;
      });
    });
    await kit.takeWhen('report', visitors, () => document.querySelector('.report'));
  },

  async hostPanel(kit) {
    for (const touch of kit.touches) await takeHostOf(kit, touch);
  },

  async roomPanel(kit) {
    const { code } = await kit.host({ mode: 'tdm', map: 'crossing', bots: 6, hosted: true, title: 'Freitagsrunde' });
    const visitors = await kit.play(code);
    await openRoomPanel(visitors);
    await kit.takeWhen('guest-panel', visitors, () => document.querySelector('.room-panel .qr'));
  },
};
