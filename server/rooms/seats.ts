// Who sits where: a seat is a puck's slot, held by a client, with the gate that meters its commands.

import { MAX_PUCKS } from '#shared/tuning.ts';
import { CommandGate } from './commandGate.ts';

export interface Seat {
  slot: number;
  sessionId: string;
  name: string;
  gate: CommandGate;
  /** For the second's report. */
  queueMin: number;
  queueMax: number;
  starved: number;
  mapsSent: number;
}

export class Seats {
  readonly #bySession = new Map<string, Seat>();

  get size(): number {
    return this.#bySession.size;
  }

  get(sessionId: string): Seat | undefined {
    return this.#bySession.get(sessionId);
  }

  values(): Iterable<Seat> {
    return this.#bySession.values();
  }

  /** Gives a slot to a client. */
  take(slot: number, sessionId: string, name: string): Seat {
    const seat: Seat = { slot, sessionId, name, gate: new CommandGate(), queueMin: 0, queueMax: 0, starved: 0, mapsSent: 0 };
    this.#bySession.set(sessionId, seat);
    return seat;
  }

  /** Frees a client's slot. Returns it, -1 when it had none. */
  free(sessionId: string): number {
    const seat = this.#bySession.get(sessionId);
    this.#bySession.delete(sessionId);
    return seat ? seat.slot : -1;
  }
}

/** The lowest slot that nobody sits on, -1 when all are taken. */
export function freeSlot(pucks: readonly { active: boolean }[]): number {
  for (let slot = 0; slot < MAX_PUCKS; slot++) if (!pucks[slot]?.active) return slot;
  return -1;
}
