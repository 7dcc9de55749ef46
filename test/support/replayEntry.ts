// What another engine runs: the recording's own player, on plain data. Bundled into one script (support/replayBundle.ts).

import { ReplayPlayer, type Verdict } from '#shared/replay/play.ts';
import type { ArenaMap } from '#shared/sim/map.ts';

export interface PlainMap extends Omit<ArenaMap, 'tiles'> {
  tiles: number[];
}

/** `hex`: the recording's bytes, two letters each. Returns its verdict. */
function playRecording(hex: string, map: PlainMap): Verdict {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
  return new ReplayPlayer(bytes, () => ({ ...map, tiles: Uint8Array.from(map.tiles) })).verify();
}

(globalThis as unknown as { playRecording: typeof playRecording }).playRecording = playRecording;
