// `npm run maps -- check [FILES or folders]`: reads maps as the server does and looks for what they lack; without names
// those of the game and of MAPS_DIR. One line a problem, exit code 1 when there is one.
// `npm run maps -- pictures`: draws each of the game's maps into docs/maps, and the tiles that Tiled shows.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problemsOf } from '#shared/maps/check.ts';
import { MapError, readTiled, readTiledMap } from '#shared/maps/tiled.ts';
import { runScript, say, UsageError } from './support/cli.ts';
import { mapPicture } from './support/mapPicture.ts';
import { tilesetPicture } from './support/tileset.ts';

const SHIPPED = join(import.meta.dirname, '../shared/maps');
const PICTURES = join(import.meta.dirname, '../docs/maps');
const EXTENSION = '.tmj';

/** The map files that a path names: itself, or those in the folder. */
function filesOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`${path}: no such file or folder`);
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(EXTENSION));
  return names.sort().map((name) => join(path, name));
}

/** The problems of a file, those that keep it from being read included. */
function problemsOfFile(file: string): string[] {
  try {
    return problemsOf(readTiled(basename(file, EXTENSION), readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof MapError) return [error.problem];
    throw error;
  }
}

function check(paths: readonly string[]): void {
  const { MAPS_DIR } = process.env;
  const files = (paths.length > 0 ? paths : [SHIPPED, ...(MAPS_DIR ? [MAPS_DIR] : [])]).flatMap(filesOf);
  if (files.length === 0) throw new UsageError(`no ${EXTENSION} file in ${paths.join(', ')}`);
  const lines = files.flatMap((file) => problemsOfFile(file).map((problem) => `${file}: ${problem}`));
  for (const line of lines) say(line);
  say(`${files.length} maps, ${lines.length} problems`);
  if (lines.length > 0) process.exitCode = 1;
}

/** Pictures of the game's maps for people, and of its tiles for Tiled. */
function draw(): void {
  mkdirSync(PICTURES, { recursive: true });
  for (const file of filesOf(SHIPPED)) {
    const id = basename(file, EXTENSION);
    writeFileSync(join(PICTURES, `${id}.svg`), mapPicture(readTiledMap(id, readFileSync(file, 'utf8'))));
  }
  writeFileSync(join(SHIPPED, 'tiles.png'), tilesetPicture());
}

await runScript(() => {
  const [command, ...paths] = process.argv.slice(2);
  if (command === 'check') check(paths);
  else if (command === 'pictures' && paths.length === 0) draw();
  else throw new UsageError('usage: npm run maps -- check [FILES or folders], or npm run maps -- pictures');
});
