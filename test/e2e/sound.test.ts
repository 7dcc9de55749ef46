// What the page sounds like, by numbers: rendered by a browser without a loudspeaker, and listened to in a running match.

import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { EffectName } from '../../client/audio/effects.ts';
import { CEILING } from '../../client/audio/mixer.ts';
import { SCALE } from '../../client/audio/score.ts';
import { launchBrowser } from '../support/browser.ts';
import { Ears } from '../support/ears.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { centroidOf, largestStep, loudestOf, loudnessOf, peakOf, RATE, Studio, tonesOf } from '../support/sound.ts';

describe('the sound of the page', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  describe('as it is rendered', () => {
    let studio: Studio;
    let calm: Float32Array;
    let hot: Float32Array;
    before(async () => {
      studio = await Studio.open(browser);
      calm = await studio.mono({ seconds: 4.5, music: [{ at: 0, piece: 'match', heat: 0 }] });
      hot = await studio.mono({ seconds: 4.5, music: [{ at: 0, piece: 'match', heat: 1 }] });
    });

    it('thickens with the match: louder, brighter, never too loud', () => {
      for (const music of [calm, hot]) {
        assert.ok(peakOf(music) < 0.7, `${peakOf(music)}`);
        assert.ok(loudnessOf(music) > -34 && loudnessOf(music) < -16, `${loudnessOf(music)} dB`);
      }
      assert.ok(loudnessOf(hot) > loudnessOf(calm));
      const brightness = (music: Float32Array): number => centroidOf(music, RATE, 65_536);
      assert.ok(brightness(hot) > brightness(calm) * 1.5, `${brightness(calm)} to ${brightness(hot)} Hz`);
      assert.ok(brightness(calm) > 150 && brightness(hot) < 5000);
    });

    it('has music in its key: the tones that stand out are those of the scale', () => {
      // The second bar, when the pad is there.
      const tones = tonesOf(calm, Math.round(2.6 * RATE), 65_536, 150, 700);
      assert.ok(tones.length >= 4, `${tones}`);
      for (const hz of tones) {
        const midi = 69 + 12 * Math.log2(hz / 440);
        assert.ok((SCALE as readonly number[]).includes(Math.round(midi) % 12), `${hz} Hz`);
        assert.ok(Math.abs(midi - Math.round(midi)) < 0.35, `${hz} Hz`);
      }
    });

    it('has no clicks, neither in the music nor where one piece follows another', async () => {
      const change = await studio.mono({
        seconds: 3,
        music: [
          { at: 0, piece: 'match', heat: 0.3 },
          { at: 1, piece: 'won', heat: 0 },
        ],
      });
      for (const music of [calm, hot, change]) assert.ok(largestStep(music) < 0.2, `${largestStep(music)}`);
    });

    it('has effects and stingers that stand well above the music', async () => {
      const names: EffectName[] = ['bounce1', 'bounce3', 'hit', 'hitTaken', 'killGiven', 'death', 'parry', 'repair'];
      // In its first moments a compressor is not yet what it will be.
      const effects = await studio.mono({ seconds: names.length + 1, effects: names.map((name, i) => ({ at: i + 1, name })) });
      const music = loudnessOf(hot);
      const loudest = (samples: Float32Array, second: number) => loudestOf(samples.subarray(second * RATE, (second + 1) * RATE));
      names.forEach((name, i) => {
        const over = loudest(effects, i + 1) - music;
        assert.ok(over > 3 && over < 18, `${name}: ${over} dB`);
      });
      const cues = await studio.mono({
        seconds: 3,
        cues: [
          { at: 1, name: 'firstHit', mood: 'good' },
          { at: 2, name: 'flagCaptured', mood: 'bad' },
        ],
      });
      for (const second of [1, 2]) assert.ok(loudest(cues, second) > music + 3, `${loudest(cues, second) - music}`);
    });

    it('never clips, not with seventy bolts, the hottest music and the announcer at once', async () => {
      const all = await studio.render({
        seconds: 2,
        music: [{ at: 0, piece: 'match', heat: 1 }],
        effects: Array.from({ length: 70 }, (_, i) => ({ at: 0.5 + (i % 7) * 0.1, name: 'bounce3' as const })),
        cues: [{ at: 0.5, name: 'flagCaptured', mood: 'good' }],
      });
      for (const channel of all) {
        assert.ok(peakOf(channel) <= CEILING + 1e-3, `${peakOf(channel)}`);
        assert.ok(peakOf(channel) > 0.4, `${peakOf(channel)}`);
      }
    });

    it('comes from where it happens, softer and duller from afar', async () => {
      const at = (dx: number) => studio.render({ seconds: 1, effects: [{ at: 0.5, name: 'bounce3', dx }] });
      const [near, far, left] = [await at(250), await at(1400), await at(-250)];
      assert.ok(loudnessOf(near[1]) > loudnessOf(near[0]) + 1 && loudnessOf(left[0]) > loudnessOf(left[1]) + 1);
      assert.ok(loudnessOf(near[1]) > loudnessOf(far[1]) + 3);
      assert.ok(centroidOf(near[1], RATE / 2) > centroidOf(far[1], RATE / 2) * 1.2);
    });

    it('follows each slider: what is at nought is not there', async () => {
      const scene = {
        seconds: 1,
        music: [{ at: 0, piece: 'match' as const, heat: 1 }],
        effects: [{ at: 0.5, name: 'death' as const }],
        cues: [{ at: 0.5, name: 'go' as const, mood: 'even' as const }],
      };
      assert.equal(peakOf(await studio.mono({ ...scene, volumes: { master: 0 } })), 0);
      assert.equal(peakOf(await studio.mono({ ...scene, volumes: { effects: 0, music: 0, announcer: 0 } })), 0);
      const half = loudnessOf(await studio.mono({ seconds: 1.5, effects: scene.effects, volumes: { effects: 0.5 } }));
      const whole = loudnessOf(await studio.mono({ seconds: 1.5, effects: scene.effects }));
      assert.ok(whole > half + 4, `${half} to ${whole} dB`);
    });
  });

  describe('in a match', () => {
    let server: TestServer;
    let host: Player;
    let ears: Ears;
    before(async () => {
      server = await startTestServer();
      host = await Player.open(server.url, 'Host', { bots: 4 });
      host.play();
      ears = await Ears.open(browser, `${server.url}/?room=${host.code}`);
    });
    after(async () => {
      await host.leave();
      await server.stop();
    });

    it('is not there before something was pressed, then it is', async () => {
      await ears.person.hasPuck();
      const { tick } = await ears.person.sees();
      await ears.person.until('a second of the match', (seen) => seen.tick > tick + 60);
      assert.equal((await ears.listen()).contexts, 0);
      await ears.person.page.keyboard.press('KeyD');
      const heard = await ears.until('music', ({ peak }) => peak > 0.005);
      assert.equal(heard.contexts, 1);
    });

    it('stops while another window is in front, and goes on afterwards', async () => {
      await ears.focus(false);
      await ears.until('silence', ({ peak, state }) => peak === 0 && state === 'suspended');
      await ears.focus(true);
      await ears.until('music again', ({ peak, state }) => peak > 0.005 && state === 'running');
    });

    it('leaves nothing of a match that is left, but the menu’s music', async () => {
      // One's own shots are always near enough to be heard.
      await ears.person.page.mouse.down();
      await ears.until('effects', ({ effects }) => effects > 0);
      await ears.person.page.mouse.up();
      await ears.leave();
      await ears.until('no effect any more', ({ effects }) => effects === 0);
      await ears.until('music', ({ peak }) => peak > 0.002);
      assert.equal((await ears.listen()).contexts, 1);
      assert.deepEqual(ears.person.errors, []);
    });
  });
});
