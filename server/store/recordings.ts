// Recordings on disk: compressed and written off the tick's path, the oldest removed beyond a limit.

import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
/** Ending of a recording's file name. */
const RECORDING_EXT = '.carom';

export class RecordingStore {
  readonly #folder: string;
  readonly #limit: number;
  #queue: Promise<void> = Promise.resolve();

  /** Keeps at most `limit` recordings below `dataDir`; 0 keeps none. */
  constructor(dataDir: string, limit: number) {
    this.#folder = join(dataDir, 'replays');
    this.#limit = limit;
  }

  /** Writes a recording after those before it; `id` sorts by time. Rejects when the disk refuses. */
  save(id: string, bytes: Uint8Array): Promise<void> {
    if (this.#limit === 0) return Promise.resolve();
    const written = this.#queue.then(() => this.#write(id, bytes));
    this.#queue = written.catch(() => {});
    return written;
  }

  async #write(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, id + RECORDING_EXT);
    // Under another name first: whoever lists the folder sees whole files only.
    await writeFile(`${path}.part`, await compress(bytes));
    await rename(`${path}.part`, path);
    const files = (await readdir(this.#folder)).filter((name) => name.endsWith(RECORDING_EXT)).sort();
    await Promise.all(files.slice(0, Math.max(0, files.length - this.#limit)).map((name) => rm(join(this.#folder, name), { force: true })));
  }
}
