// A studio for pictures of the game that are always alike: the real scene in Chromium, in steps of a tick instead of in time.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { build } from 'vite';
import { leanPhaser } from '../support/leanPhaser.ts';
import type { Wishes } from './page.ts';

export interface StudioOptions {
  width: number;
  height: number;
  /** Phaser as it is shipped, to compare with. */
  fullPhaser?: boolean;
}

export class Studio {
  readonly page: Page;
  readonly #server: Server;
  readonly #folder: string;

  private constructor(page: Page, server: Server, folder: string) {
    this.page = page;
    this.#server = server;
    this.#folder = folder;
  }

  /** Builds its page, serves it and opens it. */
  static async open(browser: Browser, { width, height, fullPhaser = false }: StudioOptions): Promise<Studio> {
    const folder = mkdtempSync(join(tmpdir(), 'carom-studio-'));
    await build({
      configFile: false,
      root: import.meta.dirname,
      base: './',
      logLevel: 'error',
      plugins: [leanPhaser(fullPhaser)],
      build: { outDir: folder, emptyOutDir: true, target: 'es2023', minify: false, reportCompressedSize: false },
    });
    const files = sirv(folder);
    const server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return new Studio(page, server, folder);
  }

  /** Sets up a match in a fresh page: nothing of what was shown before is left, neither sparks nor the camera's way. */
  async show(wishes: Wishes): Promise<void> {
    await this.page.reload();
    await this.page.evaluate((wanted) => window.studio.open(wanted), wishes);
  }

  /** Moves on by so many ticks. */
  async run(ticks: number): Promise<void> {
    await this.page.evaluate((count) => window.studio.run(count), ticks);
  }

  /** What is to be seen now, as a file. `quality` 0 to 1 where the type knows of it. */
  async picture(type = 'image/png', quality = 1): Promise<Buffer> {
    const address = await this.page.evaluate(([kind, share]) => window.studio.picture(kind, share), [type, quality] as const);
    return fileOf(address);
  }

  /** Moves on by so many ticks. Returns what is then to be seen, as PNG. */
  async film(ticks: number): Promise<Buffer> {
    return fileOf(await this.page.evaluate((count) => window.studio.film(count), ticks));
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What a data: address holds. */
const fileOf = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
