// The recording's player as one script for any engine, and the recordings to feed it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readHeader } from '#shared/replay/play.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { bundleOf } from './bundle.ts';
import { shippedMap } from './maps.ts';
import type { PlainMap } from './replayEntry.ts';
import { recordingOf, scriptOf } from './script.ts';

export const GOLDEN = join(import.meta.dirname, '../replay/golden');

/** A script that sets `playRecording`. */
export function replayBundle(): Promise<string> {
  return bundleOf(join(import.meta.dirname, 'replayEntry.ts'));
}

export interface Recorded {
  name: string;
  bytes: Uint8Array;
  hex: string;
  map: PlainMap;
  /** What all engines must come to. */
  finalHash: number;
}

/** The ten minutes of `hands`: eight pucks steered by noise like a person's, who come and go, drop commands and catch up. */
export function makeHands(): Uint8Array {
  return recordingOf(scriptOf(2026, 10 * 60 * TICK_HZ, 8), shippedMap('atrium')).bytes;
}

/** The golden recordings with the hashes that belong to them. */
export function recordings(): Recorded[] {
  const hashes = JSON.parse(readFileSync(join(GOLDEN, 'hashes.json'), 'utf8')) as Record<string, number>;
  const all = { hands: makeHands(), bots: gunzipSync(readFileSync(join(GOLDEN, 'bots.carom'))) };
  return Object.entries(all).map(([name, bytes]) => {
    const map = shippedMap(readHeader(bytes).map);
    const pickups = map.pickups.map(({ x, y, kind }) => ({ x, y, kind: kind.id }));
    const plain = { ...map, tiles: [...map.tiles], pickups };
    return { name, bytes, hex: Buffer.from(bytes).toString('hex'), map: plain, finalHash: hashes[name] as number };
  });
}
