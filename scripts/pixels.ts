// `npm run pixels`: draws the pictures that test/e2e/pixels.test.ts compares with, after the look was changed on purpose.

import sharp from 'sharp';
import { drawScene, goldenOf, QUALITIES, SCENES, SIZE } from '../test/pixels/scenes.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { Studio } from './studio/studio.ts';
import { runScript, say } from './support/cli.ts';

await runScript(async () => {
  const browser = await launchBrowser();
  const studio = await Studio.open(browser, SIZE);
  try {
    for (const scene of SCENES) {
      for (const quality of QUALITIES) {
        await sharp(await drawScene(studio, scene, quality))
          .png({ compressionLevel: 9, palette: true, quality: 90 })
          .toFile(goldenOf(scene, quality));
        say(goldenOf(scene, quality));
      }
    }
  } finally {
    await studio.close();
    await browser.close();
  }
});
