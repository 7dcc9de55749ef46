// `npm run balance [-- --matches 1000] [--minutes 15] [--seed 1] [--only TEXTS] [--folder DIR] [--part 1/2] [--out docs/balance.md]`:
// plays the settings that the game is balanced on until each has so many matches or the time is up, and writes what all that
// is kept in the folder comes to beside the targets. A run that is begun again goes on where it stood; several processes
// share the work by parts; `--only ctf,duel` plays no settings but those with such a text in their names (`regulars-ctf-canal`);
// `--matches 0` only writes. After changes to bots or maps name another folder: only other rules are noticed.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RULES } from '#shared/replay/rules.ts';
import { addPair, allTrials, nameOf, playPair, type Trial } from './support/balance.ts';
import { balanceReport } from './support/balanceReport.ts';
import { BalanceStore } from './support/balanceStore.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';

interface Work {
  trials: readonly Trial[];
  /** Matches a setting. */
  matches: number;
  endTime: number;
  seed: number;
  /** Of so many parts, the one from 0. */
  part: number;
  parts: number;
}

/** Plays what is missing, a pair of each setting after the other. */
function play({ trials, matches, endTime, seed, part, parts }: Work, store: BalanceStore): void {
  const played = new Map(trials.map((trial) => [trial, new Set(store.pairsOf(trial).map((pair) => pair.seed))]));
  for (let pair = part; pair < matches / 2; pair += parts) {
    for (const trial of trials) {
      if (Date.now() >= endTime) return;
      if (!played.get(trial)?.has(seed + pair)) store.keep(trial, playPair(trial, seed + pair));
    }
  }
}

function partOf(text: string): { part: number; parts: number } {
  const [part = '', parts = '', ...rest] = text.split('/');
  if (rest.length > 0) throw new UsageError(`--part ${text} is wrong: it must be like 1/2`);
  const count = integerOf('part', parts, 1, 64);
  return { part: integerOf('part', part, 1, count) - 1, parts: count };
}

await runScript(() => {
  const { values } = parseArgs({
    options: {
      matches: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '15' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      folder: { type: 'string', default: join(tmpdir(), 'carom-balance') },
      part: { type: 'string', default: '1/1' },
      out: { type: 'string', default: 'docs/balance.md' },
    },
  });
  const trials = allTrials();
  const { part, parts } = partOf(values.part);
  const store = new BalanceStore(values.folder, part, `rules ${RULES}\n`);
  const work = {
    trials: trials.filter((trial) => values.only.split(',').some((text) => nameOf(trial).includes(text))),
    matches: integerOf('matches', values.matches, 0, 1_000_000),
    endTime: Date.now() + integerOf('minutes', values.minutes, 1, 10_000) * 60_000,
    seed: integerOf('seed', values.seed, 0, 2 ** 31),
    part,
    parts,
  };
  play(work, store);
  for (const trial of trials) for (const pair of store.pairsOf(trial)) addPair(trial, pair);
  const report = balanceReport(trials);
  writeFileSync(values.out, report);
  say(report);
});
