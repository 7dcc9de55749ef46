// From a key to its effect on another's screen: a shot, from the frame in which its player's command was made to the frame
// in which each of the others first saw the bolt.

import type { Sighting } from './screen.ts';

/** No shot takes longer to be seen: an older one was another at the same place. */
const WITHIN_MS = 1500;

export class Effects {
  readonly ms: number[] = [];
  readonly #shots = new Map<string, number>();

  /** A screen shows a bolt for the first time. */
  first({ own, shown, firstMs }: Sighting): void {
    const { owner, spawnX, spawnY, aim } = shown.bolt;
    // By its place: the shooter's own bolt has no slot yet when it is first drawn.
    const shot = `${owner}/${spawnX}/${spawnY}/${aim}`;
    if (own) {
      this.#shots.set(shot, firstMs);
      return;
    }
    const took = firstMs - (this.#shots.get(shot) ?? Number.NEGATIVE_INFINITY);
    if (took < WITHIN_MS) this.ms.push(took);
  }
}
