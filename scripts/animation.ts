// `npm run animation`: films a match of bots in the studio, tick by tick, and writes docs/carom.webp, the moving picture
// at the top of README. It looks for the seconds in which most happens, or films those that are named with `-- --tick 705
// --slot 2`, and fades the end into the start.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { launchBrowser } from '../test/support/browser.ts';
import { Studio } from './studio/studio.ts';
import { runScript, say, UsageError } from './support/cli.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'docs/carom.webp');
/** Drawn in software: the highest quality would take a quarter of an hour. */
const QUALITY = 'medium';
const SIZE = { width: 800, height: 450 };
/** A picture every so many ticks of the sixty in a second. */
const TICKS_A_FRAME = 3;
const SECONDS = 6.5;
/** Frames at the end that fade into those before the start. */
const FADE = 8;
/** The first seconds of a match are a walk to each other. */
const WARM_UP = 420;
const LOOKED_AT = 45 * 60;
const MOST_BYTES = 4_000_000;
const MATCH = { map: 'canal', setting: { mode: 'ctf', seed: 23, bots: 10 } };

await runScript(async () => {
  const { values } = parseArgs({ options: { tick: { type: 'string' }, slot: { type: 'string', default: '0' } } });
  const browser = await launchBrowser();
  try {
    const studio = await Studio.open(browser, SIZE);
    const map = readFileSync(join(ROOT, `shared/maps/${MATCH.map}.tmj`), 'utf8');
    const wishes = { map, setting: MATCH.setting, settings: { quality: QUALITY, palette: 'neon', calm: false } } as const;
    const { tick, slot } = values.tick ? { tick: Number(values.tick), slot: Number(values.slot) } : await findAction(studio, wishes);
    say(`around seat ${slot} from tick ${tick} on: --tick ${tick} --slot ${slot}`);
    await studio.show({ ...wishes, follow: slot });
    const frames = Math.round((SECONDS * 60) / TICKS_A_FRAME);
    await studio.run(tick - FADE * TICKS_A_FRAME);
    const pictures: Buffer[] = [];
    for (let i = 0; i < frames + FADE; i++) {
      pictures.push(await studio.film(TICKS_A_FRAME));
    }
    await write(await looped(pictures));
    await studio.close();
  } finally {
    await browser.close();
  }
});

type Wishes = Parameters<Studio['show']>[0];

/** Plays through the match once without drawing. Returns the tick and the seat around which the fight is worth most. */
async function findAction(studio: Studio, wishes: Wishes): Promise<{ tick: number; slot: number }> {
  await studio.show(wishes);
  return studio.page.evaluate(
    async ([warmUp, ticks, length]) => {
      const worth: { tick: number; slot: number; value: number }[] = [];
      const { match, source } = await window.studio.inside();
      const WORTH: Record<string, number> = { kill: 6, parry: 4, flag: 6, hit: 1 };
      match?.listen({
        onEvent(event) {
          const value = (WORTH[event.type] ?? 0) + (event.type === 'kill' ? event.bounces * 4 : 0);
          if (value === 0 || !source) return;
          const at = source.world.tick;
          if ('slot' in event) worth.push({ tick: at, slot: event.slot, value });
          if ('by' in event) worth.push({ tick: at, slot: event.by, value: value * 1.5 });
        },
      });
      await window.studio.run(ticks);
      let best = { tick: warmUp, slot: 0, value: -1 };
      for (let tick = warmUp; tick + length < ticks; tick += 15) {
        for (let slot = 0; slot < 16; slot++) {
          let value = 0;
          for (const one of worth) {
            const share = (one.tick - tick) / length;
            if (share < 0.1 || share > 0.92) continue;
            // What others do near by is seen too, but whoever is followed must live.
            if (one.slot === slot) value += one.value;
            else value += one.value * 0.15;
          }
          if (value > best.value) best = { tick, slot, value };
        }
      }
      return best;
    },
    [WARM_UP, LOOKED_AT, SECONDS * 60] as const,
  );
}

/** The last pictures fade into the first ones, which are left out at the start: the end runs into the beginning. */
async function looped(pictures: readonly Buffer[]): Promise<Buffer[]> {
  const lead = pictures.slice(0, FADE);
  const film = pictures.slice(FADE);
  const kept = film.slice(0, film.length - FADE);
  const ends = film.slice(film.length - FADE);
  const faded = await Promise.all(ends.map((end, i) => mix(end, lead[i] as Buffer, (i + 1) / (FADE + 1))));
  return [...kept, ...faded];
}

/** `share` of the second picture over the first. */
async function mix(under: Buffer, over: Buffer, share: number): Promise<Buffer> {
  const veil = await sharp(over).removeAlpha().ensureAlpha(share).png().toBuffer();
  return sharp(under)
    .composite([{ input: veil }])
    .png()
    .toBuffer();
}

/** As good as it may be. */
async function write(pictures: Buffer[]): Promise<void> {
  const delay = pictures.map(() => Math.round((TICKS_A_FRAME * 1000) / 60));
  for (const quality of [60, 50, 40, 30, 20]) {
    await sharp(pictures, { join: { animated: true } })
      .webp({ quality, effort: 3, smartSubsample: true, delay, loop: 0 })
      .toFile(FILE);
    const { size } = statSync(FILE);
    say(`docs/carom.webp: ${pictures.length} pictures, quality ${quality}, ${(size / 1e6).toFixed(2)} MB`);
    if (size < MOST_BYTES) return;
  }
  throw new UsageError(`more than ${MOST_BYTES} bytes even in poor quality`);
}
