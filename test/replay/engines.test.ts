// The same commands, the same hashes, in every engine that can be had here. test/system/firefox.test.ts has one more.

import assert from 'node:assert/strict';
import { getQuickJS } from 'quickjs-emscripten';
import { ReplayPlayer, type Verdict } from '#shared/replay/play.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { launchBrowser } from '../support/browser.ts';
import { shippedMap } from '../support/maps.ts';
import { type Recorded, recordings, replayBundle } from '../support/replayBundle.ts';
import type { PlainMap } from '../support/replayEntry.ts';

/** QuickJS is the language alone: it has no TextDecoder. */
const DECODER = `globalThis.TextDecoder = class {
  decode(bytes) { return decodeURIComponent(Array.from(bytes, (byte) => '%' + byte.toString(16).padStart(2, '0')).join('')); }
};`;

async function playInQuickJs(bundle: string, { hex, map }: Recorded): Promise<Verdict> {
  const context = (await getQuickJS()).newContext();
  const call = `JSON.stringify(playRecording(${JSON.stringify(hex)}, ${JSON.stringify(map)}))`;
  try {
    const value = context.unwrapResult(context.evalCode(`${DECODER}\n${bundle}\n${call}`));
    return JSON.parse(value.consume((handle) => context.getString(handle))) as Verdict;
  } finally {
    context.dispose();
  }
}

async function playInChromium(bundle: string, all: Recorded[]): Promise<Verdict[]> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle });
    const verdicts: Verdict[] = [];
    for (const { hex, map } of all) {
      verdicts.push(
        await page.evaluate(
          ([text, plain]) => (globalThis as unknown as { playRecording(hex: string, map: PlainMap): Verdict }).playRecording(text, plain),
          [hex, map] as const,
        ),
      );
    }
    return verdicts;
  } finally {
    await browser.close();
  }
}

describe('a recorded match', function () {
  this.timeout(180_000);
  let bundle: string;
  let all: Recorded[];
  const known = (name: string) => all.find((each) => each.name === name) ?? assert.fail();
  before(async () => {
    bundle = await replayBundle();
    all = recordings();
  });

  it('of ten minutes, and one of bots, plays in Node to the hash that is known for it', () => {
    for (const { name, bytes, finalHash } of all) {
      const { ok, ticks, hashes, finalHash: hash } = new ReplayPlayer(bytes, shippedMap).verify();
      assert.equal(ok, true, name);
      assert.equal(hash, finalHash, `${name}: if the rules were meant to change, run test/replay/make.ts`);
      assert.equal(hashes, Math.floor(ticks / TICK_HZ) + 1);
    }
  });

  it('is of a match in which much happens', () => {
    const counts: Record<string, number> = {};
    const player = new ReplayPlayer(known('hands').bytes, shippedMap);
    while (player.step()) for (const { type } of player.world.events) counts[type] = (counts[type] ?? 0) + 1;
    assert.equal(player.world.tick - player.world.startTick, 10 * 60 * TICK_HZ);
    for (const [type, least] of [
      ['shot', 1000],
      ['hit', 50],
      ['kill', 10],
      ['parry', 5],
      ['block', 1],
    ] as const) {
      assert.ok((counts[type] ?? 0) >= least, JSON.stringify(counts));
    }
  });

  for (const name of ['bots', 'hands']) {
    it(`plays in QuickJS to the same hashes: ${name}`, async () => {
      const { ok, finalHash } = await playInQuickJs(bundle, known(name));
      assert.deepEqual([ok, finalHash], [true, known(name).finalHash]);
    });
  }

  it('plays in Chromium to the same hashes', async () => {
    const verdicts = await playInChromium(bundle, all);
    assert.deepEqual(
      verdicts.map(({ ok, finalHash }) => [ok, finalHash]),
      all.map(({ finalHash }) => [true, finalHash]),
    );
  });
});
