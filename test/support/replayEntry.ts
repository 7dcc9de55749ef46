// What another engine runs: the recording's own player, on plain data. Bundled into one script (support/replayBundle.ts).

import { PICKUPS } from '#shared/pickups/index.ts';
import { ReplayPlayer, type Verdict } from '#shared/replay/play.ts';
import type { ArenaMap, PickupKind } from '#shared/sim/map.ts';

/** A map as JSON: pickups by the ids of their kinds, which are code. */
export interface PlainMap extends Omit<ArenaMap, 'tiles' | 'pickups'> {
  tiles: number[];
  pickups: { x: number; y: number; kind: string }[];
}

/** `hex`: the recording's bytes, two letters each. Returns its verdict. */
function playRecording(hex: string, map: PlainMap): Verdict {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  const tiles = Uint8Array.from(map.tiles);
  const pickups = map.pickups.map(({ x, y, kind }) => ({ x, y, kind: PICKUPS[kind] as PickupKind }));
  return new ReplayPlayer(bytes, () => ({ ...map, tiles, pickups })).verify();
}

(globalThis as unknown as { playRecording: typeof playRecording }).playRecording = playRecording;
