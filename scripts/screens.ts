// `npm run screens [-- NAMES --sizes phone,wide --languages de,ja --out DIR]`: takes every screen and state of the page, each in
// all sizes and languages, as sheets of pictures, and lists what is wrong with their layout.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../client/i18n/index.ts';
import { buildPage } from '../server/page.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { Gallery } from './screens/gallery.ts';
import { Kit, type Scene } from './screens/kit.ts';
import { MATCHES } from './screens/matches.ts';
import { MENUS } from './screens/menus.ts';
import { NOTICES } from './screens/notices.ts';
import { RESULTS } from './screens/results.ts';
import { TALK } from './screens/talk.ts';
import { SIZES, type Size } from './screens/visitor.ts';
import { runScript, say, UsageError } from './support/cli.ts';

const SCENES: Record<string, Scene> = { ...MENUS, ...NOTICES, ...MATCHES, ...TALK, ...RESULTS };

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { sizes: { type: 'string' }, languages: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const names = chosen('scene', positionals.join(), Object.keys(SCENES));
  const sizes = chosen('size', values.sizes, Object.keys(SIZES) as Size[]);
  const languages = chosen('language', values.languages, Object.keys(LANGUAGES));
  const folder = values.out ?? join(import.meta.dirname, '../test/output/screens');
  const gallery = new Gallery({ folder, sizes, languages });
  const touches = [...new Set(sizes.map((size) => SIZES[size].touch))];
  await buildPage();
  const server = await Kit.startServer();
  const browser = await launchBrowser();
  const failed: string[] = [];
  try {
    for (const name of names) {
      const kit = new Kit(server, browser, gallery, touches);
      try {
        await SCENES[name]?.(kit);
      } catch (error) {
        // The others are still worth a look.
        failed.push(name);
        say(`${name} failed: ${String(error).slice(0, 400)}`);
      } finally {
        await kit.end();
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  say(`${gallery.faults} faults; pictures in ${folder}`);
  if (failed.length > 0) throw new UsageError(`not taken: ${failed.join(', ')}`);
});

/** Those of a list with commas that there are, by default all. Throws UsageError for another. */
function chosen<T extends string>(what: string, list: string | undefined, all: readonly T[]): readonly T[] {
  if (!list) return all;
  const wanted = list.split(',');
  const wrong = wanted.find((name) => !all.includes(name as T));
  if (wrong !== undefined) throw new UsageError(`no ${what} ${wrong}; there are: ${all.join(', ')}`);
  return wanted as T[];
}
