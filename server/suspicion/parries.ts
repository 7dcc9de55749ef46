// How many of the bolts that came through to a puck, while it could have parried, it did parry.

import type { World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { Incidents } from './incidents.ts';

export class Parries {
  /** Bolts that met a puck whose parry was there: were they parried? */
  readonly incidents = new Incidents();
  /** By slot: whether a parry was ready or running before the tick. */
  readonly #could = new Uint8Array(MAX_PUCKS);

  forget(slot: number): void {
    this.incidents.forget(slot);
    this.#could[slot] = 0;
  }

  /** Takes a tick, after its step. */
  observe({ events, pucks, tick }: World): void {
    for (const event of events) {
      if (event.type === 'parry') this.incidents.note(event.slot, true, tick);
      else if (event.type === 'hit' && event.by !== event.slot && this.#could[event.slot] === 1)
        this.incidents.note(event.slot, false, tick);
    }
    for (const { slot, step, parryReadyAt, parryEndsAt, alive } of pucks)
      this.#could[slot] = alive && (step >= parryReadyAt || step < parryEndsAt) ? 1 : 0;
  }
}
