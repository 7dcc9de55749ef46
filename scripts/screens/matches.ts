// What is to be seen in a match: in each mode, at its turns, and while one is out, idle, in line or watching.

import { login, order, PASSWORD } from '../../test/support/admin.ts';
import { BadLine } from '../../test/support/proxy.ts';
import { ENDLESS, type Kit, LONG_NAME, type Scene } from './kit.ts';
import { all, type Visitor } from './visitor.ts';

/** The table of scores: held open on a keyboard, a button on a phone. */
async function takeBoard(kit: Kit, state: string, visitors: readonly Visitor[]): Promise<void> {
  await all(visitors, ({ page, touch }) => (touch ? page.tap('.board-button') : page.keyboard.down('Tab')));
  await kit.takeWhen(state, visitors, () => document.querySelector('.sheet .board'));
  await all(visitors, ({ page, touch }) => (touch ? page.keyboard.press('Escape') : page.keyboard.up('Tab')));
}

export const MATCHES: Record<string, Scene> = {
  async waiting(kit) {
    for (const touch of kit.touches) {
      const ann = await kit.host({ mode: 'ctf', map: 'canal' });
      await kit.watches(ann.code, 'Gil');
      await ann.leave();
      // Each in a room of its own: two would begin.
      const visitors = await kit.visit(`${kit.server.url}/?room=${ann.code}`, { hintsSeen: [] }, [touch]);
      await all(visitors, (visitor) => visitor.inMatch());
      await kit.takeWhen(touch ? 'waiting-turned' : 'waiting', visitors, () => document.querySelector('.waiting-card'));
      if (!touch) continue;
      await all(visitors, (visitor) => visitor.playUpright());
      await kit.takeWhen('waiting', visitors, () => document.querySelector('.waiting-card'));
    }
  },

  async countdown(kit) {
    const { code } = await kit.host({ map: 'causeway', countdownS: 10, mode: 'ctf' });
    const visitors = await kit.play(code);
    await kit.takeWhen('countdown', visitors, () => document.querySelector('.countdown .side'));
  },

  async ffa(kit) {
    const { code } = await kit.host({ map: 'foundry', bots: 8, ...ENDLESS });
    const visitors = await kit.play(code, { captions: true, hintsSeen: [] });
    await kit.takeWhen(
      'ffa',
      visitors,
      () =>
        document.querySelectorAll('.feed li').length >= 3 &&
        document.querySelector('.announcer p') &&
        document.querySelector('.vitals, .touch') &&
        document.querySelector('.captions li') &&
        document.querySelector('.hint'),
    );
    await takeBoard(kit, 'board', visitors);
  },

  async netgraph(kit) {
    const { code } = await kit.host({ map: 'foundry', bots: 4, ...ENDLESS });
    const visitors = (await kit.play(code)).filter(({ touch }) => !touch);
    await all(visitors, ({ page }) => page.keyboard.press('F3'));
    await kit.takeWhen('netgraph', visitors, () => document.querySelector('.netgraph'));
  },

  async death(kit) {
    const { code } = await kit.host({ map: 'pocket', bots: 8, ...ENDLESS });
    const visitors = await kit.play(code);
    await all(visitors, (visitor) =>
      visitor.holdWhen(() => document.querySelector('.death .way') && document.querySelector('.death button')),
    );
    await kit.take('death', visitors);
    await all(visitors, async (visitor) => {
      await visitor.click('.death button');
      await visitor.page.waitForSelector('.both');
    });
    await kit.take('both-views', visitors);
  },

  async tdm(kit) {
    const { code } = await kit.host({ mode: 'tdm', map: 'bastion', bots: 10, ...ENDLESS });
    const visitors = await kit.play(code);
    await kit.takeWhen(
      'tdm',
      visitors,
      () => document.querySelectorAll('.feed li').length >= 2 && document.querySelector('.vitals, .touch'),
    );
    await takeBoard(kit, 'board-tdm', visitors);
  },

  async ctf(kit) {
    const { code } = await kit.host({ mode: 'ctf', map: 'canal', bots: 10 });
    const visitors = await kit.play(code);
    await kit.takeWhen(
      'ctf',
      visitors,
      () =>
        document.querySelector('.objectives .urgent') &&
        document.querySelector('.announcer p') &&
        document.querySelector('.vitals, .touch'),
    );
  },

  async king(kit) {
    const { code } = await kit.host({ mode: 'king', map: 'summit', bots: 8 });
    const visitors = await kit.play(code);
    await kit.takeWhen(
      'king',
      visitors,
      () => document.querySelector('.objectives') && document.querySelector('.announcer p') && document.querySelector('.vitals, .touch'),
    );
  },

  async overtime(kit) {
    const { code } = await kit.host({ mode: 'ctf', map: 'canal', timeLimitS: 30 });
    const visitors = await kit.play(code);
    await kit.takeWhen('overtime', visitors, () => window.__carom.session?.phase === 'overtime' && document.querySelector('.announcer p'));
  },

  async last(kit) {
    const { code } = await kit.host({ mode: 'last', map: 'atrium', bots: 6, botLevel: 'rookie' });
    const visitors = await kit.play(code, { captions: true });
    await kit.takeWhen('last', visitors, () => document.querySelector('.objectives') && document.querySelector('.vitals, .touch'));
    await kit.takeWhen('out', visitors, () => document.querySelector('.spectator.out .whom strong'));
  },

  async ownBolt(kit) {
    const ann = await kit.host({ mode: 'tdm', map: 'pocket' }, kit.server, LONG_NAME);
    const visitors = await kit.play(ann.code);
    ann.deed = (sent) => ({ aim: 16384 * (Math.floor(sent / 60) % 4), fire: sent % 20 === 0 });
    ann.play();
    await kit.takeWhen('own-bolt', visitors, () => document.querySelector('.feed li.own, .feed li:has(.own), .feed li'));
  },

  async watching(kit) {
    const { code } = await kit.host({ map: 'foundry', bots: 8, ...ENDLESS });
    const visitors = await kit.watch(code, { captions: true });
    for (const camera of ['direct', 'turn', 'rise', 'fly'] as const) {
      await all(visitors, ({ page }) =>
        page.evaluate((which) => {
          const match = window.__carom.screen.value.match;
          if (which === 'turn') match?.spectator.turn(match.watchable, 1);
          else match?.spectator[which]();
        }, camera),
      );
      await all(visitors, ({ page }) => page.waitForTimeout(1500));
      await kit.takeWhen(`watching-${camera}`, visitors, () => document.querySelector('.feed li'));
    }
  },

  async line(kit) {
    const { code } = await kit.host({ mode: 'tdm', map: 'bastion', bots: 8, cap: 1, ...ENDLESS });
    const visitors = await kit.watch(code);
    await kit.takeWhen('room-full', visitors, () => document.querySelector('.spectator .take'));
    await all(visitors, (visitor) => visitor.click('.spectator .take'));
    await kit.takeWhen('in-line', visitors, () => document.querySelector('.spectator .place'));
  },

  async idle(kit) {
    const server = await kit.anotherServer({}, { IDLE: { warnTicks: 300, leaveTicks: 1200 } });
    const { code } = await kit.host({ map: 'foundry', bots: 6, botLevel: 'rookie' }, server);
    const visitors = await kit.play(code, { captions: true }, server);
    await kit.takeWhen('idle', visitors, () => document.querySelector('.seat-notice') && document.querySelector('.vitals, .touch'));
    await kit.takeWhen('seat-lost', visitors, () => document.querySelector('.seat-notice') && document.querySelector('.spectator'));
  },

  async slowLine(kit) {
    const { code } = await kit.host({ map: 'foundry', bots: 6, pingLimitMs: 50 });
    const line = await BadLine.open(kit.server.port, { delayMs: 120 });
    const visitors = await kit.play(code, {}, { ...kit.server, url: line.url });
    await kit.takeWhen('slow-line', visitors, () => document.querySelector('.seat-notice') && document.querySelector('.vitals, .touch'));
    line.close();
  },

  async pause(kit) {
    const ann = await kit.host({ map: 'crossing', bots: 6, hosted: true, title: 'Freitagsrunde bei Wolfgang' });
    const visitors = await kit.play(ann.code, { captions: true });
    const watching = await kit.watch(ann.code);
    await ann.room.request('host', { do: 'pause' });
    await kit.takeWhen('pause', visitors, () => document.querySelector('.halted'));
    await kit.takeWhen('pause-watching', watching, () => document.querySelector('.halted'));
  },

  async operator(kit) {
    const server = await kit.anotherServer({ ADMIN_PASSWORD: PASSWORD });
    const { code } = await kit.host({ map: 'foundry', bots: 6 }, server);
    const visitors = await kit.play(code, {}, server);
    const text = 'The server restarts in five minutes for an update. Your match is kept, and so are your seats.';
    await order(server.url, await login(server.url), `/rooms/${code}/message`, { text });
    await kit.takeWhen('operator', visitors, () => document.querySelector('.chat.fresh .by-operator'));
  },

  async settingsInMatch(kit) {
    const { code } = await kit.host({ mode: 'tdm', map: 'foundry', bots: 8 });
    const visitors = await kit.play(code);
    await all(visitors, ({ page, touch }) => (touch ? page.tap('.gear:not(.room-button)') : page.keyboard.press('Escape')));
    await kit.takeWhen('settings-in-match', visitors, () => document.querySelector('.settings .section'));
  },
};
