// `npm run bench [-- NAME...] [-- --json]`: runs the benchmarks, all or those named, and prints a table. `--json` adds
// one flat object as the last line. `net` takes `--profile NAME` (again for more), `--seconds` of the network laboratory's
// time for each, and `--seed`; with a profile it runs the laboratory alone. With
// `--traces` it draws the pictures of docs/netcode.md instead.
// `balance` takes `--matches` a setting, and `--seed`. Absolute times are of this machine at this moment: compare within one run.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { integerOf, runScript, say, UsageError } from '../../scripts/support/cli.ts';
import { table } from '../../scripts/support/table.ts';
import { type BalanceSettings, benchBalance } from './balance.ts';
import { benchClient } from './client.ts';
import { benchCorrections } from './corrections.ts';
import { benchEncode } from './encode.ts';
import type { LabSettings } from './lab/lab.ts';
import { benchLoad } from './load.ts';
import { benchNet } from './net.ts';
import { benchSim } from './sim.ts';
import { type Figures, machineLoop } from './support/measure.ts';

const TRACES = join(import.meta.dirname, 'lab/traces.ts');

type Settings = LabSettings & BalanceSettings;

const BENCHES: Record<string, (settings: Settings) => Figures | Promise<Figures>> = {
  sim: benchSim,
  encode: benchEncode,
  net: benchNet,
  load: benchLoad,
  corrections: benchCorrections,
  client: benchClient,
  balance: benchBalance,
};

function readable(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4);
}

/** One benchmark; its failure is told and costs the others nothing. */
async function run(name: string, settings: Settings): Promise<Figures> {
  try {
    return (await BENCHES[name]?.(settings)) ?? {};
  } catch (error) {
    process.stderr.write(`${name}: ${(error as Error).message}\n`);
    process.exitCode = 1;
    return {};
  }
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      profile: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      matches: { type: 'string', default: '2' },
      traces: { type: 'boolean', default: false },
    },
  });
  if (values.traces) {
    process.stdout.write((await promisify(execFile)(process.execPath, [TRACES])).stdout);
    return;
  }
  const settings = {
    profiles: values.profile,
    seconds: integerOf('seconds', values.seconds, 1, 3000),
    matches: integerOf('matches', values.matches, 2, 100_000),
    seed: integerOf('seed', values.seed, 0, 1_000_000),
  };
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  for (const name of names) {
    if (!Object.hasOwn(BENCHES, name)) throw new UsageError(`no benchmark "${name}"; there are: ${Object.keys(BENCHES).join(', ')}`);
  }
  const figures: Figures = { 'machine.loop.us': machineLoop() };
  for (const name of names) Object.assign(figures, await run(name, settings));
  for (const line of table(Object.entries(figures).map(([key, value]) => [key, readable(value)]))) say(line);
  if (values.json) say(JSON.stringify(figures));
  // Sockets of the SDK may still be closing.
  process.exit(process.exitCode ?? 0);
});
