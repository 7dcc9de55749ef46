// A person's devices at a desk: keys bound anew, a gamepad, a finger on the screen; and what happens while nobody holds
// them.

import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import type { MatchSession } from '../../client/net/session.ts';
import { PAD, TestPad } from '../support/pad.ts';
import { Person } from '../support/page.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { LEFT, PATIENCE_MS, REST, RIGHT, UP, UP_LEFT, type Witness, witness } from '../support/witness.ts';

/** The page's handle for tests: see client/main.ts. */
interface Handle {
  __carom: { session: MatchSession; game: { loop: { sleep(): void; wake(): void } } };
  /** What was sent. */
  sent: number;
}

/** Long enough that what is sent again afterwards would show. */
const AWAY_TICKS = 180;

describe('a person’s devices', function () {
  this.timeout(180_000);
  const site = useSite();

  let person: Person;
  let seen: Witness;
  let pad: TestPad;
  let devTools: CDPSession;

  before(async () => {
    person = await Person.open(site.browser, site.server.url, { width: 480, height: 270 });
    person.page.setDefaultTimeout(PATIENCE_MS);
    await person.page.addInitScript(countSent);
    await person.page.evaluate(countSent);
    pad = await TestPad.fit(person.page, { plugged: false });
    devTools = await person.context.newCDPSession(person.page);
    await person.page.click('button.play');
    seen = await witness(site.server.url, await person.hasPuck());
  });
  after(async () => {
    await seen.leave();
    await person.close();
  });

  it('a key that is bound anew steers, gives its old action another, and is still bound after a reload', async () => {
    const { page } = person;
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Controls' }).click();
    await page.getByRole('button', { name: 'Up: W. Change' }).click();
    await page.locator('.bindings .waits').waitFor();
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Up: D. Change' }).waitFor();
    await page.getByRole('button', { name: 'Right: W. Change' }).waitFor();
    assert.match(await person.text('.bindings [role=status]'), /D was taken from “Right”, which has W now/);
    await page.keyboard.press('Escape');
    await page.locator('.settings').waitFor({ state: 'detached' });
    for (const [key, stick] of [
      ['d', UP],
      ['w', RIGHT],
    ] as const) {
      await page.keyboard.down(key);
      await seen.stick(stick);
      await page.keyboard.up(key);
      await seen.stick(REST);
    }
    await page.reload({ waitUntil: 'commit' });
    await page.locator('.hud').waitFor();
    await person.hasPuck();
    await page.keyboard.down('d');
    await seen.stick(UP);
    // No faster on a diagonal.
    await page.keyboard.down('a');
    await seen.stick(UP_LEFT);
    await page.keyboard.up('d');
    await page.keyboard.up('a');
    await seen.stick(REST);
  });

  it('a key that is held when the page loses the focus is let go on the server', async () => {
    const { page } = person;
    await page.keyboard.down('d');
    await seen.stick(UP);
    await page.evaluate(() => void dispatchEvent(new Event('blur')));
    await seen.stick(REST);
    await page.keyboard.up('d');
    await page.keyboard.down('d');
    await seen.stick(UP);
    // So is one that is held when the settings open.
    await page.keyboard.press('Escape');
    await seen.stick(REST);
    await page.keyboard.up('d');
    await page.keyboard.press('Escape');
    await page.locator('.settings').waitFor({ state: 'detached' });
  });

  for (const [away, hidden, leave, comeBack] of [
    ['whose tab is hidden', true, () => person.page.evaluate(hide), () => person.page.evaluate(show)],
    ['whose page is frozen', false, () => devTools.send('Debugger.pause'), () => devTools.send('Debugger.resume')],
  ] as const) {
    it(`one ${away} stands still meanwhile, and is back in the present at once, without a burst`, async () => {
      const { page } = person;
      await devTools.send('Debugger.enable');
      await page.keyboard.down('a');
      await seen.stick(LEFT);
      const before = await page.evaluate(timesOf);
      await leave();
      const left = seen.tick();
      await seen.stick(REST);
      const asleep = hidden
        ? await person.untilSeen(
            'nobody to see it',
            () => page.evaluate(timesOf),
            ({ unseen }) => unseen,
          )
        : undefined;
      await until(() => seen.tick() > left + AWAY_TICKS, { timeoutMs: PATIENCE_MS, what: 'time to pass' });
      // What was not seen was not foreseen: nothing of it counts as wrong.
      if (asleep) assert.equal((await page.evaluate(timesOf)).corrections, asleep.corrections);
      await comeBack();
      await devTools.send('Debugger.disable');
      await page.keyboard.up('a');
      await person.untilSeen(
        'the present',
        () => page.evaluate(timesOf),
        ({ tick, present, unseen }) => tick > left + AWAY_TICKS && Math.abs(present - tick) < 60 && !unseen,
      );
      await page.keyboard.down('a');
      await seen.stick(LEFT);
      await page.keyboard.up('a');
      await seen.stick(REST);
      // What was not sent in that time is not sent afterwards.
      const after = await page.evaluate(timesOf);
      assert.ok(after.sent - before.sent < after.tick - before.tick - AWAY_TICKS / 2, JSON.stringify({ before, after }));
      assert.deepEqual(person.errors, []);
    });
  }

  it('a gamepad that comes is read and spoken of, moves, aims, fires and shakes; it is let go of when it goes', async () => {
    const { page } = person;
    await pad.plugIn();
    await pad.hold([1, 0, 0, 0]);
    await seen.stick(RIGHT);
    await pad.hold([0.1, 0.1, 0, 0]);
    await seen.stick(REST);
    await pad.hold([0, 0, 0, -1], [PAD.fire]);
    // Up: three quarters of a turn.
    await person.untilSeen(
      'the aim',
      () => page.evaluate(() => (window as never as Handle).__carom.session.own?.aim ?? 0),
      (aim) => Math.abs(aim - 49_152) < 40,
    );
    assert.ok(Math.abs((await seen.shot()) - 49_152) < 400);
    await pad.rest();
    await until(
      async () => {
        await pad.press(PAD.dash);
        return pad.shakes();
      },
      { timeoutMs: PATIENCE_MS, what: 'a dash that is felt' },
    );
    // Start opens the settings. A stick that steered the puck as they came has to rest before it walks in them.
    await pad.hold([0, 1, 0, 0]);
    await pad.hold([0, 1, 0, 0], [PAD.start]);
    const first = page.locator('.settings [data-first]:focus');
    await first.waitFor();
    await pad.looks(20);
    assert.equal(await first.count(), 1);
    await pad.rest();
    await pad.looks(3);
    await pad.hold([0, 1, 0, 0]);
    await first.waitFor({ state: 'detached' });
    await pad.rest();
    // They have the gamepad's buttons now.
    await page.getByRole('tab', { name: 'Controls' }).click();
    await page.getByRole('button', { name: 'Fire: RT. Change' }).waitFor();
    await pad.press(PAD.start);
    await page.locator('.settings').waitFor({ state: 'detached' });
    await pad.hold([-1, 0, 0, 0]);
    await seen.stick(LEFT);
    await pad.unplug();
    await seen.stick(REST);
    await page.keyboard.down('d');
    await seen.stick(UP);
    await page.keyboard.up('d');
    assert.deepEqual(person.errors, []);
  });

  it('a finger on a laptop’s screen brings the sticks, and steers', async () => {
    const { page } = person;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      devTools.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x: 120, y: 200 });
    await touch('touchEnd');
    await page.locator('.touch .stick.move').waitFor();
    await touch('touchStart', { x: 120, y: 200 });
    await touch('touchMove', { x: 190, y: 200 });
    await seen.stick(RIGHT);
    await touch('touchEnd');
    await seen.stick(REST);
  });
});

/** In the page. */
function countSent(): void {
  Object.assign(window, { sent: 0 });
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    (window as never as Handle).sent++;
    send.call(this, data);
  };
}

/** In the page: no frames are drawn, as while its tab is hidden. */
function hide(): void {
  (window as never as Handle).__carom.game.loop.sleep();
}

function show(): void {
  (window as never as Handle).__carom.game.loop.wake();
}

/** In the page: where it is in time. */
function timesOf(): { tick: number; present: number; unseen: boolean; corrections: number; sent: number } {
  const { session } = (window as never as Handle).__carom;
  const { sent } = window as never as Handle;
  return { tick: session.state.tick, present: session.present, unseen: session.unseen, corrections: session.stats.corrections, sent };
}
