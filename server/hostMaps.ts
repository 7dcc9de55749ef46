// A host's maps: the .tmj files of MAPS_DIR, looked at every second, so that one dropped in, changed or removed counts from
// the next match on. By polling, because the system's notices of changes do not come from network drives and containers.
// One that cannot be used is refused with a line in the log; the version before it, if there was one, stays.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { modeProblems } from '#shared/maps/check.ts';
import { MapError, readTiledMap } from '#shared/maps/tiled.ts';
import { log } from './log.ts';
import { EXTENSION, isShipped, type StoredMap, setHostMap } from './maps.ts';

const LOOK_MS = 1000;
/** It is sent to every client; the largest map is a tenth of it. */
const MAX_BYTES = 1_000_000;
/** Ids are parts of links and of recordings. */
const ID = /^[\w-]{1,32}$/;

/** Reads what is in a host's folder, then watches it. */
export async function watchHostMaps(folder: string): Promise<HostMaps> {
  const found = new HostMaps(folder);
  await found.look(true);
  found.lookLater();
  return found;
}

/** Reads a host's map. Throws MapError. */
export function readHostMap(id: string, text: string): StoredMap {
  if (!ID.test(id)) throw new MapError(id, 'its name may have up to 32 letters from a to z, digits, - and _');
  if (isShipped(id)) throw new MapError(id, 'the game has a map of this name: give it another');
  const map = readTiledMap(id, text);
  const [problem] = modeProblems(map);
  if (problem) throw new MapError(id, problem);
  return { map, text };
}

/** A folder, and what is known of its files. */
export class HostMaps {
  readonly #folder: string;
  /** By name, the stamp (time and size) of each file that was taken or refused. */
  readonly #known = new Map<string, string>();
  /** Stamps at the last look. */
  #seen = new Map<string, string>();
  #lost = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  lookLater(): void {
    setTimeout(() => void this.look(false).then(() => this.lookLater()), LOOK_MS).unref();
  }

  /**
   * Takes what is new, but, unless it is the first look, not before a file has kept its stamp from one look to the next:
   * never one half copied. Does not reject: a folder that is away for a while keeps its maps.
   */
  async look(first: boolean): Promise<void> {
    const stamps = await this.#stamps();
    if (!stamps) return;
    for (const file of [...this.#known.keys()]) if (!stamps.has(file)) this.#forget(file);
    for (const [file, stamp] of stamps) {
      const settled = first || this.#seen.get(file) === stamp;
      if (this.#known.get(file) === stamp || !settled) continue;
      this.#known.set(file, stamp);
      await this.#take(file);
    }
    this.#seen = stamps;
  }

  async #stamps(): Promise<Map<string, string> | undefined> {
    const stamps = new Map<string, string>();
    try {
      for (const file of (await readdir(this.#folder)).filter((name) => name.endsWith(EXTENSION)).sort()) {
        // It may be gone since.
        const stats = await stat(join(this.#folder, file)).catch(() => undefined);
        if (stats?.isFile()) stamps.set(file, `${stats.mtimeMs} ${stats.size}`);
      }
    } catch (error) {
      if (!this.#lost) log.warn(`${this.#folder}, the folder of maps, cannot be read: ${(error as Error).message}`);
      this.#lost = true;
      return undefined;
    }
    this.#lost = false;
    return stamps;
  }

  async #take(file: string): Promise<void> {
    const id = basename(file, EXTENSION);
    const path = join(this.#folder, file);
    try {
      if ((await stat(path)).size > MAX_BYTES) throw new MapError(id, `it is larger than ${MAX_BYTES / 1_000_000} MB`);
      setHostMap(id, readHostMap(id, await readFile(path, 'utf8')));
      log.info(`${path}: a map that can be played`);
    } catch (error) {
      log.warn(`${path}: map refused: ${error instanceof MapError ? error.problem : (error as Error).message}`);
    }
  }

  #forget(file: string): void {
    const id = basename(file, EXTENSION);
    this.#known.delete(file);
    if (!isShipped(id)) setHostMap(id, undefined);
  }
}
