// A person's devices: keys bound anew, a gamepad, two thumbs on a phone; and what happens while nobody holds them.

import assert from 'node:assert/strict';
import type { CDPSession } from 'playwright-core';
import { packStick, stickX, stickY } from '#shared/net/packing.ts';
import { PUCK } from '#shared/tuning.ts';
import { type MatchConnection, watchMatch } from '../../client/net/connection.ts';
import type { MatchSession } from '../../client/net/session.ts';
import { Person } from '../support/page.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

/** The page's handle for tests: see client/main.ts; and the gamepads that are stubbed in. */
interface Handle {
  __carom: { session: MatchSession; game: { loop: { sleep(): void; wake(): void } } };
  pads: StubPad[];
  spare: StubPad[];
  /** What was sent. */
  sent: number;
}

interface StubPad {
  axes: number[];
  buttons: { pressed: boolean; touched: boolean; value: number }[];
  shakes: number;
}

/** The check's machine may have much else to do. */
const PATIENCE_MS = 60_000;
const REST = 0;
const RIGHT = packStick(PUCK.stickMax, 0);
const UP = packStick(0, -PUCK.stickMax);
/** Long enough that what is sent again afterwards would show. */
const AWAY_TICKS = 180;
const UP_LEFT = packStick(-Math.round(PUCK.stickMax * Math.SQRT1_2), -Math.round(PUCK.stickMax * Math.SQRT1_2));

describe('a person’s devices', function () {
  this.timeout(180_000);
  const site = useSite();

  /** Somebody who only watches: sees what the server has of a seat's devices, whatever its page does. */
  async function witness(code: string, slot: number) {
    const room: MatchConnection = await watchMatch(site.server.url, code, 'Witness');
    await until(() => room.state.map !== '' && room.state.pucks[slot]?.active, { what: 'the seat' });
    const puck = () => room.state.pucks[slot] as NonNullable<(typeof room.state.pucks)[number]>;
    return {
      /** Until the server has the stick in a place. */
      stick: (packed: number) =>
        until(() => puck().stick === packed, { timeoutMs: PATIENCE_MS, what: `the stick at ${stickX(packed)}, ${stickY(packed)}` }),
      /** Until a bolt of the seat flies; returns its aim. */
      shot: async () => {
        const since = room.state.tick;
        const bolt = await until(() => room.state.bolts.find(({ owner, spawnTick }) => owner === slot && spawnTick > since), {
          timeoutMs: PATIENCE_MS,
          what: 'a shot',
        });
        return bolt.aim;
      },
      tick: () => room.state.tick,
      leave: () => room.leave(true),
    };
  }

  describe('at a desk', () => {
    let person: Person;
    let server_: Awaited<ReturnType<typeof witness>>;
    let devTools: CDPSession;

    before(async () => {
      person = await Person.open(site.browser, site.server.url, { width: 480, height: 270 });
      person.page.setDefaultTimeout(PATIENCE_MS);
      await person.page.addInitScript(stubDevices);
      await person.page.evaluate(stubDevices);
      devTools = await person.context.newCDPSession(person.page);
      await person.page.click('button.play');
      const { code, slot } = await person.hasPuck();
      server_ = await witness(code, slot);
    });
    after(async () => {
      await server_.leave();
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
        await server_.stick(stick);
        await page.keyboard.up(key);
        await server_.stick(REST);
      }
      await page.reload({ waitUntil: 'commit' });
      await page.locator('.hud').waitFor();
      await person.hasPuck();
      await page.keyboard.down('d');
      await server_.stick(UP);
      // No faster on a diagonal.
      await page.keyboard.down('a');
      await server_.stick(UP_LEFT);
      await page.keyboard.up('d');
      await page.keyboard.up('a');
      await server_.stick(REST);
    });

    it('a key that is held when the page loses the focus is let go on the server', async () => {
      const { page } = person;
      await page.keyboard.down('d');
      await server_.stick(UP);
      await page.evaluate(() => void dispatchEvent(new Event('blur')));
      await server_.stick(REST);
      await page.keyboard.up('d');
      await page.keyboard.down('d');
      await server_.stick(UP);
      // So is one that is held when the settings open.
      await page.keyboard.press('Escape');
      await server_.stick(REST);
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
        await server_.stick(packStick(-PUCK.stickMax, 0));
        const before = await page.evaluate(timesOf);
        await leave();
        const left = server_.tick();
        await server_.stick(REST);
        const asleep = hidden
          ? await person.untilSeen(
              'nobody to see it',
              () => page.evaluate(timesOf),
              ({ unseen }) => unseen,
            )
          : undefined;
        await until(() => server_.tick() > left + AWAY_TICKS, { timeoutMs: PATIENCE_MS, what: 'time to pass' });
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
        await server_.stick(packStick(-PUCK.stickMax, 0));
        await page.keyboard.up('a');
        await server_.stick(REST);
        // What was not sent in that time is not sent afterwards.
        const after = await page.evaluate(timesOf);
        assert.ok(after.sent - before.sent < after.tick - before.tick - AWAY_TICKS / 2, JSON.stringify({ before, after }));
        assert.deepEqual(person.errors, []);
      });
    }

    it('a gamepad that comes is read and spoken of, moves, aims, fires and shakes; it is let go of when it goes', async () => {
      const { page } = person;
      await page.evaluate(() => {
        const { pads, spare } = window as never as Handle;
        pads.push(...spare);
        dispatchEvent(new Event('gamepadconnected'));
      });
      const set = (axes: number[], pressed: number[] = []) =>
        page.evaluate(
          ([newAxes, buttons]) => {
            const pad = (window as never as Handle).pads[0] as StubPad;
            pad.axes = newAxes as number[];
            pad.buttons = pad.buttons.map((_, i) => {
              const down = (buttons as number[]).includes(i);
              return { pressed: down, touched: down, value: down ? 1 : 0 };
            });
            // It is read with each frame.
            return new Promise<void>((read) => {
              requestAnimationFrame(() => requestAnimationFrame(() => read()));
            });
          },
          [axes, pressed],
        );
      await set([1, 0, 0, 0]);
      await server_.stick(RIGHT);
      await set([0.1, 0.1, 0, 0]);
      await server_.stick(REST);
      await set([0, 0, 0, -1], [7]);
      // Up: three quarters of a turn.
      await person.untilSeen(
        'the aim',
        () => page.evaluate(() => (window as never as Handle).__carom.session.own?.aim ?? 0),
        (aim) => Math.abs(aim - 49_152) < 40,
      );
      assert.ok(Math.abs((await server_.shot()) - 49_152) < 400);
      await set([0, 0, 0, 0], []);
      await until(
        async () => {
          await set([0, 0, 0, 0], [6]);
          await set([0, 0, 0, 0], []);
          return page.evaluate(() => ((window as never as Handle).pads[0] as StubPad).shakes);
        },
        { timeoutMs: PATIENCE_MS, what: 'a dash that is felt' },
      );
      // Start opens the settings, which have the gamepad's buttons now.
      await set([0, 0, 0, 0], [9]);
      await page.getByRole('tab', { name: 'Controls' }).click();
      await page.getByRole('button', { name: 'Fire: RT. Change' }).waitFor();
      await set([0, 0, 0, 0], []);
      await set([0, 0, 0, 0], [9]);
      await page.locator('.settings').waitFor({ state: 'detached' });
      await set([-1, 0, 0, 0], []);
      await server_.stick(packStick(-PUCK.stickMax, 0));
      await page.evaluate(() => {
        (window as never as Handle).pads.length = 0;
        dispatchEvent(new Event('gamepaddisconnected'));
      });
      await server_.stick(REST);
      await page.keyboard.down('d');
      await server_.stick(UP);
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
      await server_.stick(RIGHT);
      await touch('touchEnd');
      await server_.stick(REST);
    });
  });

  it('two thumbs on a phone steer and shoot at the same time from the first visit on; upright it asks to be turned', async () => {
    const context = await site.browser.newContext({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });
    await context.addInitScript(() => localStorage.setItem('carom.settings', '{"quality":"low"}'));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(site.server.url);
    await page.locator('button.play').first().tap();
    await page.waitForFunction(() => ((window as never as Handle).__carom.session?.me ?? -1) >= 0);
    await page.getByText('Turn your phone').waitFor();
    await page.setViewportSize({ width: 568, height: 320 });
    await page.locator('.turn').waitFor({ state: 'hidden' });
    const { code, slot } = await page.evaluate(() => {
      const { session } = (window as never as Handle).__carom;
      return { code: session.room.roomId, slot: session.me };
    });
    const seen = await witness(code, slot);
    await page.locator('.touch .stick.move').waitFor();
    const fingers = await context.newCDPSession(page);
    // All fingers that are down: who is not named any more is lifted.
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number; id: number }[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x: 110, y: 220, id: 0 }, { x: 470, y: 220, id: 1 });
    await touch('touchMove', { x: 200, y: 220, id: 0 }, { x: 470, y: 150, id: 1 });
    await seen.stick(RIGHT);
    assert.ok(Math.abs((await seen.shot()) - 49_152) < 400);
    // One thumb that goes leaves the other where it is; a finger on a button acts, too.
    await touch('touchMove', { x: 200, y: 220, id: 0 });
    const dashes = () => page.evaluate(() => (window as never as Handle).__carom.session.own?.dashFullAt ?? 0);
    const before = await dashes();
    const button = await page.getByRole('button', { name: 'Dash' }).boundingBox();
    assert.ok(button);
    const finger = { x: button.x + button.width / 2, y: button.y + button.height / 2, id: 2 };
    await until(
      async () => {
        await touch('touchStart', { x: 200, y: 220, id: 0 }, finger);
        await touch('touchMove', { x: 200, y: 220, id: 0 });
        return (await dashes()) > before;
      },
      { timeoutMs: PATIENCE_MS, what: 'a dash' },
    );
    await seen.stick(RIGHT);
    await touch('touchEnd');
    await seen.stick(REST);
    assert.equal(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop), 0);
    await seen.leave();
    await context.close();
  });

  it('the page can be kept among a phone’s programs: its manifest names icons that are there', async () => {
    const manifest = (await (await fetch(`${site.server.url}/manifest.webmanifest`)).json()) as {
      display: string;
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
    };
    assert.equal(manifest.display, 'fullscreen');
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
    for (const { src, sizes, type } of manifest.icons) {
      const response = await fetch(new URL(src, `${site.server.url}/`));
      assert.equal(response.headers.get('content-type')?.split(';')[0], type);
      if (type !== 'image/png') continue;
      const picture = Buffer.from(await response.arrayBuffer());
      assert.equal(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, sizes);
    }
  });
});

/** In the page: gamepads as the test says, with one spare; what is sent is counted. */
function stubDevices(): void {
  const shakes = { count: 0 };
  const pads: object[] = [];
  const spare = {
    id: 'Stub (STANDARD GAMEPAD)',
    index: 0,
    connected: true,
    mapping: 'standard',
    axes: [0, 0, 0, 0],
    buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })),
    get shakes() {
      return shakes.count;
    },
    vibrationActuator: {
      playEffect: () => {
        shakes.count++;
        return Promise.resolve('complete');
      },
    },
  };
  Object.assign(window, { pads, spare: [spare], sent: 0 });
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    (window as never as Handle).sent++;
    send.call(this, data);
  };
  Object.defineProperty(navigator, 'getGamepads', { value: () => pads, configurable: true });
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
