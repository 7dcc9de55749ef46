// The matches that were played for the balance, kept in a folder: a file for each setting and part of the work, a line for each
// pair. A run that was stopped goes on where it stood, and several can share the work.

import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type Pair, type Trial } from './balance.ts';
import { UsageError } from './cli.ts';

/** Names the game that the matches in a folder were played by. */
const STAMP = 'game.txt';
const EXTENSION = '.jsonl';

export class BalanceStore {
  readonly #folder: string;
  readonly #part: number;

  /** Opens a folder for one part of the work, or makes it. Throws UsageError where another game's matches are kept. */
  constructor(folder: string, part: number, game: string) {
    mkdirSync(folder, { recursive: true });
    const stamp = join(folder, STAMP);
    if (!existsSync(stamp)) writeFileSync(stamp, game);
    if (readFileSync(stamp, 'utf8') !== game) throw new UsageError(`${folder} keeps matches of other rules or bots: name another folder`);
    this.#folder = folder;
    this.#part = part;
  }

  /** The pairs of a setting, of all parts, each seed once. A line that was cut off by a stop does not count. */
  pairsOf(trial: Trial): Pair[] {
    const name = `${nameOf(trial)}.`;
    const files = readdirSync(this.#folder).filter((file) => file.startsWith(name) && file.endsWith(EXTENSION));
    const pairs = files.flatMap((file) => readFileSync(join(this.#folder, file), 'utf8').split('\n').flatMap(parse));
    return [...new Map(pairs.map((pair) => [pair.seed, pair])).values()].sort((a, b) => a.seed - b.seed);
  }

  keep(trial: Trial, pair: Pair): void {
    appendFileSync(join(this.#folder, `${nameOf(trial)}.${this.#part}${EXTENSION}`), `\n${JSON.stringify(pair)}`);
  }
}

function parse(line: string): Pair[] {
  try {
    return [JSON.parse(line) as Pair];
  } catch {
    return [];
  }
}
