// Who is in a room: players with their seats and the gates that meter their commands, and spectators.

import type { Person } from '../identity/people.ts';
import { CommandGate } from './commandGate.ts';
import { IdleWatch } from './idle.ts';
import { PingWatch } from './pingLimit.ts';

/** Who takes a seat. */
export interface Holder extends Person {
  name: string;
  /** The word of those whom they came with; empty alone. */
  party: string;
}

export interface Seat {
  slot: number;
  holder: Holder;
  /** Whether the holder's line or screen is lost, and ticks since then. */
  away: boolean;
  awayTicks: number;
  gate: CommandGate;
  idle: IdleWatch;
  ping: PingWatch;
  /** Waiting commands, shortest and longest since the last report. */
  queueMin: number;
  queueMax: number;
  /** Ticks since the last report that took no command of this player, and commands that were taken. */
  starved: number;
  taken: number;
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

  /** The session with which an identity plays. */
  sessionOf(identity: string): string | undefined {
    for (const [sessionId, seat] of this.#players) if (seat.holder.identity === identity) return sessionId;
    return undefined;
  }

  /** A seat's holder goes on with another session, in the same order. */
  rename(before: string, sessionId: string): void {
    const entries = [...this.#players];
    this.#players.clear();
    for (const [session, seat] of entries) this.#players.set(session === before ? sessionId : session, seat);
  }

  isSpectator(sessionId: string): boolean {
    return this.#spectators.has(sessionId);
  }

  /** A session watches. */
  watch(sessionId: string): void {
    this.#spectators.add(sessionId);
  }

  /** A session gets a slot at a tick; a spectator becomes a player. */
  take(slot: number, sessionId: string, holder: Holder, tick: number): void {
    this.#spectators.delete(sessionId);
    const figures = { queueMin: 0, queueMax: 0, starved: 0, taken: 0 };
    const seat = {
      slot,
      holder,
      away: false,
      awayTicks: 0,
      gate: new CommandGate(),
      idle: new IdleWatch(tick),
      ping: new PingWatch(),
      ...figures,
    };
    this.#players.set(sessionId, seat);
  }

  /** A session is gone. Returns the slot that it held, -1 for none. */
  free(sessionId: string): number {
    this.#spectators.delete(sessionId);
    const slot = this.#players.get(sessionId)?.slot ?? -1;
    this.#players.delete(sessionId);
    return slot;
  }
}
