// `npm run balance [-- --matches 1000] [-- --minutes 15] [-- --seed 1] [-- --out docs/balance.md]`: plays the settings that the
// game is balanced on, an equal count of matches in each, until so many are played or the time is up, and writes what they
// come to beside the targets.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allTrials, playPair } from './support/balance.ts';
import { balanceReport } from './support/balanceReport.ts';
import { integerOf, runScript, say } from './support/cli.ts';

await runScript(() => {
  const { values } = parseArgs({
    options: {
      matches: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '15' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'docs/balance.md' },
    },
  });
  const pairs = Math.ceil(integerOf('matches', values.matches, 2, 1_000_000) / 2);
  const endTime = Date.now() + integerOf('minutes', values.minutes, 1, 10_000) * 60_000;
  const seed = integerOf('seed', values.seed, 0, 2 ** 31);
  const trials = allTrials();
  for (let pair = 0; pair < pairs && Date.now() < endTime; pair++) {
    for (const trial of trials) playPair(trial, seed + pair);
    // What there is so far is kept: a long run may be stopped.
    writeFileSync(values.out, balanceReport(trials));
  }
  say(balanceReport(trials));
});
