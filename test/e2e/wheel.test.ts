// Saying something without writing: the wheel by keys, by mouse and by a finger, and the bubbles.

import assert from 'node:assert/strict';
import { EMOTE_COOL_DOWN_MS, EMOTES, type Said } from '#shared/net/emotes.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import { Person } from '../support/page.ts';
import { Player } from '../support/player.ts';
import { PATIENT } from '../support/server.ts';
import { useSite } from '../support/site.ts';
import { letPass, until } from '../support/until.ts';

describe('the wheel', function () {
  this.timeout(120_000);
  const site = useSite({ TUNING: JSON.stringify(PATIENT) });
  const heard: Said[] = [];
  let host: Player;

  before(async () => {
    host = await Player.open(site.server.url, 'Host', { bots: 0, map: 'atrium' });
    host.session.room.onMessage(MESSAGE.emote, (said: Said) => heard.push(said));
  });
  after(() => host.leave());

  /** Somebody in the host's room whose page has loaded what it takes to speak. */
  const enter = async (name: string, phone = false): Promise<Person> => {
    const person = await Person.open(site.browser, `${site.server.url}/?room=${host.code}`, { name, phone, width: 667, height: 375 });
    await person.hasPuck();
    await person.page.locator('.bubbles').waitFor({ state: 'attached' });
    return person;
  };

  /** Waits for a bubble that lies in the picture as a whole. Returns its words. */
  const bubble = async ({ page }: Person): Promise<string> => {
    const words = await page.waitForFunction(() => {
      const shown = document.querySelector<HTMLElement>('.bubble:not([hidden])');
      const box = shown?.getBoundingClientRect();
      const isInside = box && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      return isInside && box.width > 0 && shown?.innerText;
    });
    return String(await words.jsonValue());
  };

  const wasHeard = async (id: string, { slot }: { slot: number }) => {
    await until(() => heard.length > 0, { what: 'it at the host’s' });
    assert.deepEqual(heard.splice(0), [[slot, EMOTES.findIndex((emote) => emote.id === id)]]);
  };

  it('held open by its key says what a number key picks, then what the mouse points at', async () => {
    const ada = await enter('Ada');
    const me = await ada.hasPuck();
    await ada.page.keyboard.down('q');
    await ada.page.waitForSelector('.wheel');
    await Promise.all([bubble(ada).then((words) => assert.match(words, /Hello!/)), ada.page.keyboard.press('1')]);
    await wasHeard('hello', me);
    await ada.page.keyboard.up('q');

    await letPass(EMOTE_COOL_DOWN_MS);
    await ada.page.keyboard.down('q');
    await ada.page.waitForSelector('.wheel:not(.waiting)');
    await ada.page.mouse.move(667 / 2 + 120, 375 / 2);
    assert.match(await ada.text('.wheel-slot.pointed'), /Thanks!/);
    await ada.page.keyboard.up('q');
    await wasHeard('thanks', me);
    assert.deepEqual(ada.errors, []);
    await ada.close();
  });

  it('on a phone is opened by its button and says what is touched; what another says is shown too', async () => {
    const pia = await enter('Pia', true);
    const me = await pia.hasPuck();
    await pia.page.tap('.talk');
    await pia.page.tap('.wheel-slot:has-text("Wow!")');
    await wasHeard('wow', me);
    await Promise.all([
      pia.page.waitForFunction((slot) => document.querySelector(`.bubble[data-slot="${slot}"]`), host.session.me),
      host.session.room.request(MESSAGE.emote, 1),
    ]);
    assert.deepEqual(pia.errors, []);
    await pia.close();
  });
});
