import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Studio } from '../../scripts/studio/studio.ts';
import { eraseGlow, greyPucks, hideGrid } from '../pixels/flaws.ts';
import { drawScene, goldenOf, QUALITIES, SCENES, SIZE } from '../pixels/scenes.ts';
import { launchBrowser } from '../support/browser.ts';
import { differing, seenDifference } from '../support/pictures.ts';

/** Share of a picture that may look different: another Chromium comes to less than a tenth of this. */
const TOLERANCE = 0.004;
const OUTPUT = join(import.meta.dirname, '../output');

describe('the look', function () {
  this.timeout(180_000);
  let browser: Browser;
  let studio: Studio;
  /** As drawn now, by scene and quality. */
  const drawn = new Map<string, Buffer>();

  before(async () => {
    browser = await launchBrowser();
    studio = await Studio.open(browser, SIZE);
  });
  after(async () => {
    await studio.close();
    await browser.close();
  });

  for (const scene of SCENES) {
    for (const quality of QUALITIES) {
      it(`of scene “${scene.name}” in ${quality} quality is as in its picture; \`npm run pixels\` makes new ones`, async () => {
        const picture = await drawScene(studio, scene, quality);
        drawn.set(`${scene.name}-${quality}`, picture);
        const share = await seenDifference(picture, goldenOf(scene, quality));
        mkdirSync(OUTPUT, { recursive: true });
        if (share > TOLERANCE) writeFileSync(join(OUTPUT, `pixels-${scene.name}-${quality}.png`), picture);
        assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of it looks different: see test/output`);
      });
    }
  }

  const scene = SCENES.find(({ name }) => name === 'teams') as (typeof SCENES)[number];
  for (const [flaw, make] of Object.entries({
    'the floor without its grid': hideGrid,
    'no glow': eraseGlow,
    'pucks without colours': greyPucks,
  })) {
    it(`is noticed to be wrong: ${flaw}`, async () => {
      await drawScene(studio, scene, 'medium');
      await studio.page.evaluate(make);
      const share = await seenDifference(await studio.picture(), goldenOf(scene, 'medium'));
      assert.ok(share > 2 * TOLERANCE, `only ${(share * 100).toFixed(2)} % of it looks different`);
    });
  }

  it('is the same pixel for pixel with all of Phaser as with the part that the game takes of it', async () => {
    const full = await Studio.open(browser, { ...SIZE, fullPhaser: true });
    try {
      // The highest quality draws in every way that the others do, and in some more.
      const picture = await drawScene(full, scene, 'high');
      assert.equal(await differing(picture, drawn.get(`${scene.name}-high`) as Buffer), 0);
    } finally {
      await full.close();
    }
  });
});
