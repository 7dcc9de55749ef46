// `npm run replay -- verify FILE...`: plays recordings and compares every stored hash. One line a file; the exit code
// is 1 when one differs or cannot be read. Maps are the game's and those of MAPS_DIR.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { HostMaps } from '../server/hostMaps.ts';
import { mapOf } from '../server/maps.ts';
import { runScript, say, UsageError } from './support/cli.ts';

const USAGE = 'usage: npm run replay -- verify FILE...';
/** No match is longer than this when unpacked; a crafted file must not fill the memory. */
const MAX_BYTES = 64 * 1024 * 1024;

async function readRecording(file: string): Promise<Uint8Array> {
  const packed = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'no such file' : `cannot be read (${error.code})`);
  });
  return promisify(gunzip)(packed, { maxOutputLength: MAX_BYTES }).catch(() => {
    throw new Error('not a Carom recording: it is not packed with gzip, or damaged');
  });
}

/** Verifies one file. Returns the line to print and whether all hashes agree. */
async function verify(file: string): Promise<{ ok: boolean; line: string }> {
  const name = basename(file);
  try {
    const player = new ReplayPlayer(await readRecording(file), (id) => mapOf(id).map);
    const { ok, ticks, hashes, finalHash, differsAt } = player.verify();
    const verdict = ok ? 'ok' : `DIFFERS at tick ${differsAt}`;
    const hash = finalHash.toString(16).padStart(8, '0');
    const { map, mode } = player.header;
    return { ok, line: `${name}: ${map}, ${mode}, ${(ticks / TICK_HZ).toFixed(1)} s, ${hashes} hashes, final ${hash}, ${verdict}` };
  } catch (error) {
    return { ok: false, line: `${name}: ERROR ${(error as Error).message}` };
  }
}

await runScript(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command, ...files] = positionals;
  if (command !== 'verify' || files.length === 0) throw new UsageError(USAGE);
  const { MAPS_DIR } = process.env;
  if (MAPS_DIR) await new HostMaps(MAPS_DIR).look(true);
  let failed = 0;
  for (const file of files) {
    const { ok, line } = await verify(file);
    if (!ok) failed++;
    say(line);
  }
  if (failed > 0) process.exitCode = 1;
});
