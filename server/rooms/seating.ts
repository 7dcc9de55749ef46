// Who gets which seat of the match and who loses it, and what the state says of the seats' holders.

import { REFUSED } from '#shared/net/messages.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { refuse } from './admission.ts';
import { watchIdle } from './idle.ts';
import type { Match } from './match.ts';
import { watchPing } from './pingLimit.ts';
import { type Holder, type Seat, Seats } from './seats.ts';

/** At a seat that nobody or a bot has. */
const NO_HOLDER = { sessionId: '', connected: true, standIn: false, roundTrip: 0, handicap: 0, idleTick: 0, pingTick: 0 };
/** Who is away for so long has a bot steer until they are back. */
const STAND_IN_TICKS = TICK_HZ;

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
  give(sessionId: string, holder: Holder): number {
    const held = this.seats.of(sessionId);
    if (held) return held.slot;
    const slot = this.#match.addPerson(holder.name, this.#matesOf(holder));
    if (slot < 0) throw refuse('full', REFUSED.full, 'This match is full. Wait for a seat, or watch.');
    this.seats.take(slot, sessionId, holder, this.#match.world.tick);
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
    if (seat) {
      this.#puckAt(seat.slot).connected = connected;
      this.setAway(seat, !connected);
    }
    return seat !== undefined || this.seats.isSpectator(sessionId);
  }

  /** A person goes on with another session: the seat, and all that belongs to it, is the same. */
  rename(before: string, sessionId: string): void {
    this.seats.rename(before, sessionId);
    const seat = this.seats.of(sessionId) as Seat;
    Object.assign(this.#puckAt(seat.slot), { sessionId, roundTrip: 0 });
    this.connected(sessionId, true);
  }

  /** Somebody's seat after a restart: it waits for them, and for as long as it does `sessionId` stands for theirs. */
  keep(sessionId: string, slot: number, holder: Holder): void {
    this.seats.take(slot, sessionId, holder, this.#match.world.tick);
    const seat = this.seats.of(sessionId) as Seat;
    Object.assign(this.#puckAt(slot), NO_HOLDER, { sessionId, connected: false });
    this.setAway(seat, true);
    // They have been away for long already.
    seat.awayTicks = STAND_IN_TICKS - 1;
  }

  /** Whether a session's line stands. */
  isConnected(sessionId: string): boolean {
    return this.#state.pucks[this.seats.of(sessionId)?.slot ?? -1]?.connected ?? false;
  }

  /** A seat's holder cannot steer from now on, or can again: then a bot lets go at once. */
  setAway(seat: Seat, away: boolean): void {
    if (seat.away === away) return;
    seat.away = away;
    seat.awayTicks = 0;
    this.#match.standIns.release(seat.slot);
    this.#puckAt(seat.slot).standIn = false;
  }

  /** A tick passes for a seat. Returns whether a bot steers it. */
  passAway(seat: Seat): boolean {
    if (!seat.away) return false;
    if (++seat.awayTicks === STAND_IN_TICKS) this.#standIn(seat);
    return seat.awayTicks >= STAND_IN_TICKS;
  }

  #standIn({ slot }: Seat): void {
    this.#match.standIn(slot);
    this.#puckAt(slot).standIn = true;
  }

  /** The word of the party of a seat's holder; empty for none. */
  readonly partyOf = (slot: number): string => {
    for (const [, seat] of this.seats.entries()) if (seat.slot === slot) return seat.holder.party;
    return '';
  };

  /** Slots of those with whom somebody came. */
  #matesOf({ party }: Holder): number[] {
    if (party === '') return [];
    return [...this.seats.entries()].filter(([, { holder }]) => holder.party === party).map(([, { slot }]) => slot);
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
    this.#letWatch(gone);
    return gone;
  }

  /** Once a second: warns those whose line is longer than a limit, 0 for none. Returns whose was for too long; they watch from now on. */
  watchPing(limitMs: number): string[] {
    const lineOf = (slot: number): number => {
      const { roundTrip, handicap } = this.#puckAt(slot);
      return roundTrip + handicap;
    };
    const gone = watchPing(this.seats, limitMs, this.#match.world, lineOf, (slot, tick) => {
      this.#puckAt(slot).pingTick = tick;
    });
    this.#letWatch(gone);
    return gone;
  }

  #letWatch(sessions: readonly string[]): void {
    for (const sessionId of sessions) {
      this.free(sessionId);
      this.seats.watch(sessionId);
    }
  }

  /** After a new match has begun: some have changed sides, and so their slots. The new ones by the old ones. */
  move(moved: ReadonlyMap<number, number>): void {
    for (const [sessionId, seat] of this.seats.entries()) {
      const to = moved.get(seat.slot);
      if (to === undefined) {
        if (seat.awayTicks >= STAND_IN_TICKS) this.#standIn(seat);
        continue;
      }
      const { connected, roundTrip, handicap } = this.#puckAt(seat.slot);
      Object.assign(this.#puckAt(seat.slot), NO_HOLDER);
      Object.assign(this.#puckAt(to), { sessionId, connected, roundTrip, handicap });
      seat.slot = to;
      if (seat.awayTicks >= STAND_IN_TICKS) this.#standIn(seat);
    }
  }

  /** A seat's place in the schema; publishing makes room for it. */
  #puckAt(slot: number): PuckState {
    if (slot >= this.#state.pucks.length) this.#publish();
    return this.#state.pucks[slot] as PuckState;
  }
}
