// `npm run wait-for -- URL TEXT`: waits until an address answers 200 with a text in it, for scripts that start a server.

import { parseArgs } from 'node:util';
import { runScript, UsageError } from './support/cli.ts';

const PATIENCE_MS = 90_000;
const BETWEEN_MS = 250;

await runScript(async () => {
  const [url, text = ''] = parseArgs({ allowPositionals: true }).positionals;
  if (!url) throw new UsageError('an address is needed');
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await fetch(url).then(
      async (answer) => answer.status === 200 && (await answer.text()).includes(text),
      () => false,
    );
    if (found) return;
    if (Date.now() > end) throw new UsageError(`${url} did not answer with "${text}" within ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
});
