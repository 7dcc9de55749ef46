// Who gets which seat of the match and who loses it, and what the state says of the seats' holders.

import { REFUSED } from '#shared/net/messages.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import { refuse } from './admission.ts';
import { watchIdle } from './idle.ts';
import type { Match } from './match.ts';
import { Seats } from './seats.ts';

/** At a seat that nobody or a bot has. */
const NO_HOLDER = { sessionId: '', connected: true, roundTrip: 0, handicap: 0, idleTick: 0 };

export class Seating {
  readonly seats = new Seats();
  readonly #state: MatchState;
  readonly #match: Match;
  readonly #publish: () => void;

  /** `publish` writes the match into the state. */
  constructor(state: MatchState, match: Match, publish: () => void) {
    this.#state = state;
    this.#match = match;
    this.#publish = publish;
  }

  /** Gives a session a puck; for one that has one it is that one. Returns the slot. Throws when people hold all seats. */
  give(sessionId: string, name: string): number {
    const held = this.seats.of(sessionId);
    if (held) return held.slot;
    const slot = this.#match.addPerson(name);
    if (slot < 0) throw refuse('full', REFUSED.full, 'This match is full. You can watch it.');
    this.seats.take(slot, sessionId, this.#match.world.tick);
    Object.assign(this.#puckAt(slot), NO_HOLDER, { sessionId });
    return slot;
  }

  /** A session neither plays nor watches any more. */
  free(sessionId: string): void {
    const slot = this.seats.free(sessionId);
    if (slot < 0) return;
    this.#match.removePerson(slot);
    Object.assign(this.#puckAt(slot), NO_HOLDER);
  }

  /** Sessions that play and are connected. */
  get present(): string[] {
    return [...this.seats.entries()].filter(([, { slot }]) => this.#state.pucks[slot]?.connected).map(([sessionId]) => sessionId);
  }

  /** A session's connection is there or not. False for one that neither plays nor watches. */
  connected(sessionId: string, connected: boolean): boolean {
    const seat = this.seats.of(sessionId);
    if (seat) this.#puckAt(seat.slot).connected = connected;
    return seat !== undefined || this.seats.isSpectator(sessionId);
  }

  /** Milliseconds to a session and back. */
  readonly showRoundTrip = (sessionId: string, ms: number): void => {
    const seat = this.seats.of(sessionId);
    if (seat) this.#puckAt(seat.slot).roundTrip = Math.min(9999, Math.round(ms));
  };

  /** Milliseconds that a session's holder lets be added to them. */
  showHandicap(sessionId: string, ms: number): void {
    const seat = this.seats.of(sessionId);
    if (seat) this.#puckAt(seat.slot).handicap = ms;
  }

  /** Once a second: warns those who do nothing. Returns who did nothing for too long; they watch from now on. */
  watchIdle(): string[] {
    const gone = watchIdle(this.seats, this.#match.world, (slot, tick) => {
      this.#puckAt(slot).idleTick = tick;
    });
    for (const sessionId of gone) {
      this.free(sessionId);
      this.seats.watch(sessionId);
    }
    return gone;
  }

  /** After a new match has begun: some have changed sides, and so their slots. The new ones by the old ones. */
  move(moved: ReadonlyMap<number, number>): void {
    for (const [sessionId, seat] of this.seats.entries()) {
      const to = moved.get(seat.slot);
      if (to === undefined) continue;
      const { connected, roundTrip, handicap } = this.#puckAt(seat.slot);
      Object.assign(this.#puckAt(seat.slot), NO_HOLDER);
      Object.assign(this.#puckAt(to), { sessionId, connected, roundTrip, handicap });
      seat.slot = to;
    }
  }

  /** A seat's place in the schema; publishing makes room for it. */
  #puckAt(slot: number): PuckState {
    if (slot >= this.#state.pucks.length) this.#publish();
    return this.#state.pucks[slot] as PuckState;
  }
}
