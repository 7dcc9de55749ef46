// The network laboratory: every profile in a process of its own, a few at a time, and one table over all of them.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say, UsageError } from '../../../scripts/support/cli.ts';
import { table } from '../../../scripts/support/table.ts';
import type { Figures } from '../support/measure.ts';
import { PROFILES } from './profiles.ts';

const PROCESS = join(import.meta.dirname, 'process.ts');
/** A profile keeps one core busy. */
const AT_ONCE = 2;

export interface LabSettings {
  /** Names; all when there are none. */
  profiles: string[];
  /** Of the laboratory's time, for each profile. */
  seconds: number;
  seed: number;
}

/** Columns of the table: a figure, and how it is written. */
const COLUMNS: [heading: string, figure: string, write: (value: number) => string][] = [
  ['corr.', 'corrections.count', whole],
  ['p99 u', 'corrections.units.p99', tenth],
  ['queue p99', 'queue.p99', whole],
  ['heals ms', 'queue.recovery.ms.max', whole],
  ['ahead', 'steps.ahead.max', whole],
  ['behind', 'remote.behind.ticks.p50', tenth],
  ['error p50', 'remote.error.p50', tenth],
  ['p99', 'remote.error.p99', tenth],
  ['jumps/min', 'remote.jumpsPerMinute', tenth],
  ['hits', 'hits', whole],
  ['unfair', 'unfairHits.share', percent],
  ['deaths', 'deaths', whole],
  ['unfair', 'unfairDeaths.share', percent],
  ['late', 'lateDeaths.share', percent],
  ['shots met', 'shots.met.share', percent],
  ['agreed', 'agreement.share', percent],
  ['phantoms', 'phantoms', whole],
  ['effect ms', 'effect.ms.p50', whole],
  ['down B/s', 'down.Bps', whole],
  ['up', 'up.Bps', whole],
];

function whole(value: number): string {
  return value.toFixed(0);
}
function tenth(value: number): string {
  return value.toFixed(1);
}
function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

/** Runs the profiles, prints the table. Returns `net.lab.<profile>.<figure>` and the contract's names for some of them. */
export async function runLab(settings: LabSettings): Promise<Figures> {
  const unknown = settings.profiles.find((name) => !PROFILES.some((profile) => profile.name === name));
  if (unknown) throw new UsageError(`no profile "${unknown}"; there are: ${PROFILES.map(({ name }) => name).join(', ')}`);
  const names = PROFILES.map(({ name }) => name).filter((name) => settings.profiles.length === 0 || settings.profiles.includes(name));
  const results = new Map<string, Figures>();
  const waiting = [...names];
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) results.set(name, await runInProcess(name, settings));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const rows = names.map((name) => {
    const figures = results.get(name) ?? {};
    return [name, ...COLUMNS.map(([, figure, write]) => (figure in figures ? write(figures[figure] as number) : ''))];
  });
  for (const line of table([['', ...COLUMNS.map(([heading]) => heading)], ...rows])) say(line);
  return flatten(results);
}

function flatten(results: Map<string, Figures>): Figures {
  const flat: Figures = {};
  for (const [name, figures] of results) {
    for (const [figure, value] of Object.entries(figures)) flat[`net.lab.${name}.${figure}`] = value;
    if (!/^rtt\d+$/.test(name)) continue;
    flat[`net.unfairDeaths.${name}`] = figures['unfairDeaths.share'] ?? 0;
    flat[`net.shooterAgreement.${name}`] = figures['agreement.share'] ?? 0;
  }
  return flat;
}

/** Runs one profile; the process is killed after `timeout` milliseconds, if that is not 0. Rejects when it fails. */
export async function runInProcess(profile: string, { seconds, seed }: Omit<LabSettings, 'profiles'>, timeout = 0): Promise<Figures> {
  const settings = JSON.stringify({ profile, seconds, seed });
  const { stdout } = await promisify(execFile)(process.execPath, [PROCESS, settings], { timeout });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures;
}
