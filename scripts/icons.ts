// Draws the icons that a phone's home screen wants from client/public/icon.svg, and writes them beside it.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/support/browser.ts';
import { runScript, say } from './support/cli.ts';

const PUBLIC = join(import.meta.dirname, '../client/public');
/** Behind the drawing where an icon fills its whole square: the drawing's own ground. */
const GROUND = '#070a24';
/** Share of a maskable icon's width that no mask cuts into: the drawing without its ground lies within. */
const SAFE = 0.7;

interface Icon {
  name: string;
  /** Pixels each way. */
  size: number;
  /** Whether the platform cuts it to a shape of its own. */
  cut: boolean;
}

const ICONS: readonly Icon[] = [
  { name: 'icon-192.png', size: 192, cut: false },
  { name: 'icon-512.png', size: 512, cut: false },
  { name: 'icon-maskable-512.png', size: 512, cut: true },
  { name: 'apple-touch-icon.png', size: 180, cut: true },
];

await runScript(async () => {
  const svg = readFileSync(join(PUBLIC, 'icon.svg')).toString('base64');
  const browser = await launchBrowser();
  try {
    for (const { name, size, cut } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const drawn = cut ? size * SAFE : size;
      await page.setContent(
        `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${cut ? GROUND : 'transparent'}">
        <img src="data:image/svg+xml;base64,${svg}" width="${drawn}" height="${drawn}"></body>`,
      );
      await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
      writeFileSync(join(PUBLIC, name), await page.screenshot({ omitBackground: !cut }));
      await page.close();
      say(`client/public/${name}`);
    }
  } finally {
    await browser.close();
  }
});
