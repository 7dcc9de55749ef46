// Takes a state of the page in every size and language: a sheet of pictures for each size, and a list of faults.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { findFaults } from '../../test/support/faults.ts';
import { untranslated } from '../../test/support/untranslated.ts';
import { say } from '../support/cli.ts';
import { all, SIZES, type Size, type Visitor } from './visitor.ts';

/** Larger than any person needs text that fits at all. */
const LARGE = 1.3;
/** To write a PNG takes the browser five times as long. */
const FORMAT = { type: 'jpeg', quality: 92, scale: 'css' } as const;
const GAP = 6;
const CAPTION = 18;
/** CSS pixels of a picture on a sheet, and how many stand beside each other. */
const SHEETS = {
  desktop: { width: 780, columns: 2 },
  wide: { width: 780, columns: 2 },
  phone: { width: 780, columns: 2 },
  upright: { width: 390, columns: 4 },
} as const;

export interface GalleryOptions {
  folder: string;
  sizes: readonly Size[];
  languages: readonly string[];
}

interface Picture {
  title: string;
  image: Buffer;
}

export class Gallery {
  readonly #options: GalleryOptions;
  /** So many faults so far. */
  faults = 0;

  constructor(options: GalleryOptions) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true });
  }

  /** The state in which the visitors are. `again` gets a visitor back into it when the language does not change by itself. */
  async take(state: string, visitors: readonly Visitor[], again?: (visitor: Visitor) => Promise<void>): Promise<void> {
    const where = new Map<string, string[]>();
    await all(visitors, (visitor) => visitor.loaded());
    await all(visitors, (visitor) => visitor.rest());
    for (const visitor of visitors) {
      for (const size of this.#options.sizes.filter((name) => SIZES[name].touch === visitor.touch)) {
        await this.#takeSize(state, visitor, size, where, again);
      }
      await visitor.resize(visitor.touch ? 'phone' : 'desktop');
      await visitor.speak('en', 1);
      await again?.(visitor);
    }
    say(state);
    for (const [fault, variants] of where) say(`  ${fault}  [${variants.join(' ')}]`);
    this.faults += where.size;
  }

  async #takeSize(
    state: string,
    visitor: Visitor,
    size: Size,
    where: Map<string, string[]>,
    again?: (visitor: Visitor) => Promise<void>,
  ): Promise<void> {
    const pictures: Picture[] = [];
    await visitor.resize(size);
    const variants = [...this.#options.languages.map((code) => [code, 1] as const), ['de', LARGE] as const];
    for (const [code, scale] of variants) {
      await visitor.speak(code, scale);
      await again?.(visitor);
      await visitor.rest();
      const { faults, texts } = await visitor.page.evaluate(findFaults, visitor.touch);
      const variant = `${size}-${code}${scale > 1 ? '-large' : ''}`;
      for (const fault of [...faults, ...untranslated(texts, code)]) where.set(fault, [...(where.get(fault) ?? []), variant]);
      pictures.push({ title: `${state} ${variant}`, image: await visitor.page.screenshot(FORMAT) });
    }
    await this.#hang(`${state}.${size}`, pictures, size);
  }

  /** Pictures beside and below each other, each with its title. */
  async #hang(name: string, pictures: readonly Picture[], size: Size): Promise<void> {
    const { width, columns } = SHEETS[size];
    const height = Math.round((width / SIZES[size].width) * SIZES[size].height);
    const tiles = pictures.map(async ({ image, title }, i) => {
      const left = (i % columns) * (width + GAP);
      const top = Math.floor(i / columns) * (height + CAPTION);
      const caption = `<svg width="${width}" height="${CAPTION}"><text x="4" y="13" font-size="13" fill="#fff" font-family="sans-serif">${title}</text></svg>`;
      return [
        { input: Buffer.from(caption), left, top },
        { input: await sharp(image).resize(width, height).toBuffer(), left, top: top + CAPTION },
      ];
    });
    const rows = Math.ceil(pictures.length / columns);
    await sharp({ create: { width: columns * (width + GAP), height: rows * (height + CAPTION), channels: 3, background: '#552' } })
      .composite((await Promise.all(tiles)).flat())
      .png()
      .toFile(join(this.#options.folder, `${name}.png`));
  }
}
