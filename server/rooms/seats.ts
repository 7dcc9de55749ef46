// Who is in a room: players with their seats and the gates that meter their commands, and spectators.

import { CommandGate } from './commandGate.ts';
import { IdleWatch } from './idle.ts';

export interface Seat {
  slot: number;
  gate: CommandGate;
  idle: IdleWatch;
  /** Waiting commands, shortest and longest since the last report. */
  queueMin: number;
  queueMax: number;
  /** Ticks since the last report that took no command of this player. */
  starved: number;
}

export class Seats {
  readonly #players = new Map<string, Seat>();
  readonly #spectators = new Set<string>();

  /** Players, those included whose seat waits for their return. */
  get players(): number {
    return this.#players.size;
  }

  get spectators(): number {
    return this.#spectators.size;
  }

  /** The seat of a session; nothing for a spectator. */
  of(sessionId: string): Seat | undefined {
    return this.#players.get(sessionId);
  }

  /** The session that holds a slot. */
  holderOf(slot: number): string | undefined {
    for (const [sessionId, seat] of this.#players) if (seat.slot === slot) return sessionId;
    return undefined;
  }

  /** Seats with the sessions that hold them. */
  entries(): Iterable<[string, Seat]> {
    return this.#players;
  }

  isSpectator(sessionId: string): boolean {
    return this.#spectators.has(sessionId);
  }

  /** A session watches. */
  watch(sessionId: string): void {
    this.#spectators.add(sessionId);
  }

  /** A session gets a slot at a tick; a spectator becomes a player. */
  take(slot: number, sessionId: string, tick: number): void {
    this.#spectators.delete(sessionId);
    this.#players.set(sessionId, { slot, gate: new CommandGate(), idle: new IdleWatch(tick), queueMin: 0, queueMax: 0, starved: 0 });
  }

  /** A session is gone. Returns the slot that it held, -1 for none. */
  free(sessionId: string): number {
    this.#spectators.delete(sessionId);
    const slot = this.#players.get(sessionId)?.slot ?? -1;
    this.#players.delete(sessionId);
    return slot;
  }
}
