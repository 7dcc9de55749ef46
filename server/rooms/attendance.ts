// Who comes to a room and who goes: a seat or a place to watch for those who come, the way back for those whose line is lost,
// the door for those who are sent away, and the line of those who wait for a seat.

import type { Client, Room } from '@colyseus/core';
import { CLOSE, REFUSED } from '#shared/net/messages.ts';
import { sanctionText } from '#shared/net/sanctionText.ts';
import type { MatchState } from '#shared/net/schema.ts';
import { RECONNECT_S } from '#shared/tuning.ts';
import { fittingName } from '../chat/names.ts';
import type { Person } from '../identity/people.ts';
import { isMeant } from '../identity/sanctions.ts';
import type { Sanction } from '../store/records.ts';
import { type Admitted, refuse } from './admission.ts';
import { sendOff } from './goodbye.ts';
import type { Hosting } from './hosting.ts';
import type { RoomPassword } from './hostPassword.ts';
import { Line } from './line.ts';
import type { Match } from './match.ts';
import type { RoomOptions } from './options.ts';
import { RoomBans } from './roomBans.ts';
import type { Seating } from './seating.ts';

const KICKED = 'You were removed from this match.';
/** Operators who may watch unseen, besides those who may watch. */
export const MAX_UNSEEN = 4;

/** What this needs of the room. */
export interface AttendedRoom {
  readonly state: MatchState;
  readonly options: Pick<RoomOptions, 'cap' | 'spectators'>;
  readonly match: Match;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly password: RoomPassword;
  /** Somebody new is let in: a match that slept until then begins. */
  wake(): void;
  /** Somebody is back on a seat that waited for them. */
  returned(): void;
  /** What a session has voted does not count any more. */
  forgetAnswers(sessionId: string): void;
  /** What lists say of the room is another thing now. */
  relist(): void;
}

export class Attendance {
  readonly bans = new RoomBans();
  readonly #room: Room;
  readonly #of: AttendedRoom;
  readonly #line: Line;
  /** Sessions of operators, of whom nobody here knows. */
  readonly #unseen = new Set<string>();
  /** Sessions that came back to a seat. */
  readonly #back = new Set<string>();
  /** Of sessions that may still return: what ends the wait for them. */
  readonly #returns = new Map<string, ReturnType<Room['allowReconnection']>>();

  constructor(room: Room, of: AttendedRoom) {
    this.#room = room;
    this.#of = of;
    this.#line = new Line(of.state);
  }

  /** Operators who watch unseen. */
  get unseen(): number {
    return this.#unseen.size;
  }

  /** Somebody comes. Throws ServerError with a sentence when they may not come in. */
  came(client: Client): void {
    const admitted = client.auth as Admitted;
    const { hosting, password } = this.#of;
    if (admitted.unseen) {
      this.#letWatchUnseen(client);
      return;
    }
    if (this.#takeBack(client)) return;
    const { spectate, address, wait } = admitted;
    admitted.name = fittingName(admitted.name, this.#names());
    this.bans.check(admitted);
    password.check(address, admitted.password);
    this.#of.wake();
    if (!spectate) this.giveSeat(client);
    else if (this.#seats.spectators < this.#of.options.spectators) this.#watch(client);
    else throw refuse('spectators', REFUSED.full, 'As many as may are watching this match already.');
    hosting.came(client.sessionId);
    if (spectate && wait) this.queue(client, true);
  }

  /** A line is lost: the seat waits for a while. */
  dropped(client: Client): void {
    // A kicked client's seat is free already. The promise settles either in a reconnection or in the room's onLeave.
    if (!this.#of.seating.connected(client.sessionId, false)) return;
    // The framework keeps no place for a client that has not acknowledged its join. Whoever came back has before, and a line that
    // was bad once is often lost again at once.
    if (this.#back.has(client.sessionId)) Object.assign(client, { _enqueuedMessages: undefined });
    const wait = this.#room.allowReconnection(client, RECONNECT_S);
    this.#returns.set(client.sessionId, wait);
    wait.catch(() => {}).finally(() => this.#returns.delete(client.sessionId));
  }

  /** The line is back. Throws when they were sent away meanwhile: then the framework takes the connection back. */
  reconnected({ sessionId }: Client): void {
    if (!this.#of.seating.connected(sessionId, true)) throw refuse('kicked', CLOSE.kicked, KICKED);
    this.#back.add(sessionId);
  }

  /** Somebody is gone for good. */
  left(client: Client): void {
    if (this.#unseen.delete(client.sessionId)) return;
    this.#back.delete(client.sessionId);
    this.#line.leave(client.sessionId);
    this.release(client.sessionId);
  }

  /** A session's seat or place is free, and if it ran the room somebody else does. */
  release(sessionId: string): void {
    this.#freeSeat(sessionId);
    this.#of.hosting.left(sessionId, (other) => this.#seats.of(other) !== undefined);
  }

  /** Gives a client a puck. Returns the slot. Throws when people hold all seats, and when nobody new may play. */
  giveSeat(client: Client): number {
    const { sessionId } = client;
    const { state, hosting } = this.#of;
    if (this.#unseen.has(sessionId)) throw refuse('unseen', REFUSED.notNow, 'Who watches unseen takes no seat.');
    if (state.host.locked && !this.#seats.of(sessionId) && !hosting.isHost(sessionId))
      throw refuse('locked', REFUSED.locked, 'This room is locked: nobody new may play. You can watch.');
    if (!this.#seats.of(sessionId) && !this.#line.isEmpty && this.#line.sessions[0] !== sessionId)
      throw refuse('full', REFUSED.full, 'Others wait for a seat already. You can watch, and wait with them.');
    return this.#seat(client);
  }

  /** One who watches waits for a seat, or not any more. Throws for those who do not watch. */
  queue({ sessionId }: Client, wait: boolean): void {
    if (!wait) {
      this.#line.leave(sessionId);
      return;
    }
    if (!this.#seats.isSpectator(sessionId)) throw refuse('line', REFUSED.notNow, 'Only those who watch wait for a seat.');
    this.#line.join(sessionId);
    this.serveLine();
  }

  /** Free seats go to those who wait, in their order; whose line is lost just now keeps their place. */
  serveLine(): void {
    if (this.#of.state.host.locked) return;
    for (const sessionId of this.#line.sessions) {
      if (this.#seats.players >= this.#of.options.cap) return;
      const client = this.#room.clients.getById(sessionId);
      if (client) this.#seat(client);
    }
  }

  /** From a seat to those who watch. */
  bench(sessionId: string): void {
    this.#of.seating.free(sessionId);
    this.lostSeat(sessionId);
  }

  /** Whose seat was freed does not vote any more, and watches if they are still here. */
  lostSeat(sessionId: string): void {
    this.#of.forgetAnswers(sessionId);
    const client = this.#room.clients.getById(sessionId);
    if (client) this.#watch(client);
    else this.#of.relist();
    this.serveLine();
  }

  /** Somebody goes, and is not let in again for a while or as long as the room lasts. */
  sendAway(sessionId: string, how: 'kick' | 'ban'): void {
    const person = this.personOf(sessionId);
    if (person) this.bans.add(person, how);
    this.#freeSeat(sessionId);
    this.#room.clients.getById(sessionId)?.leave(CLOSE.kicked, KICKED);
  }

  /** Somebody was banned from the server: whoever is meant goes now. */
  enforce(ban: Sanction): void {
    for (const sessionId of this.sessions) {
      const person = this.personOf(sessionId);
      if (!person || !isMeant(ban, person)) continue;
      this.#freeSeat(sessionId);
      const client = this.#room.clients.getById(sessionId);
      if (client) sendOff(client, CLOSE.banned, sanctionText('ban', ban));
    }
  }

  /** Whose session it is, also while their line is lost; nobody knows of those who watch unseen. */
  personOf(sessionId: string): (Person & { name: string }) | undefined {
    if (this.#unseen.has(sessionId)) return undefined;
    return this.#seats.of(sessionId)?.holder ?? (this.#room.clients.getById(sessionId)?.auth as Admitted | undefined);
  }

  /** All who are here, those included whose line is lost. */
  get sessions(): string[] {
    const seated = [...this.#seats.entries()].map(([sessionId]) => sessionId);
    return [...new Set([...seated, ...this.#room.clients.map(({ sessionId }) => sessionId)])];
  }

  /** Nobody is here who plays or watches, but for so many who are just coming. */
  isEmpty(coming = 0): boolean {
    return this.#room.clients.length - coming <= this.#unseen.size;
  }

  /** An operator looks on: nobody is told, and nothing depends on it. */
  #letWatchUnseen({ sessionId, auth }: Client): void {
    if ((auth as Admitted).unseen !== this.#room.roomId) throw refuse('ticket', REFUSED.options, 'This ticket is for another room.');
    if (this.#unseen.size >= MAX_UNSEEN) throw refuse('unseen', REFUSED.full, 'As many operators as may are watching already.');
    this.#unseen.add(sessionId);
  }

  /** Whoever has a seat here comes back to it, from whatever session. Returns whether they did. */
  #takeBack({ sessionId, auth }: Client): boolean {
    const { identity, spectate, takeOver } = auth as Admitted;
    const { seating, hosting } = this.#of;
    const before = spectate ? undefined : this.#seats.sessionOf(identity);
    if (before === undefined) return false;
    if (!takeOver && seating.isConnected(before)) throw refuse('elsewhere', REFUSED.elsewhere, 'You are already playing in another tab.');
    this.#of.returned();
    seating.rename(before, sessionId);
    this.#back.add(sessionId);
    hosting.renamed(before, sessionId);
    this.#of.forgetAnswers(before);
    this.#returns.get(before)?.reject('back with another session');
    this.#room.clients.getById(before)?.leave(CLOSE.elsewhere, 'You are playing in another tab.');
    return true;
  }

  #seat({ sessionId, auth }: Client): number {
    const slot = this.#of.seating.give(sessionId, auth as Admitted);
    this.#line.leave(sessionId);
    this.#of.state.watchers.delete(sessionId);
    this.#of.relist();
    return slot;
  }

  #watch({ sessionId, auth }: Client): void {
    this.#seats.watch(sessionId);
    this.#of.state.watchers.set(sessionId, (auth as Admitted).name);
    this.#of.relist();
  }

  #freeSeat(sessionId: string): void {
    this.#of.seating.free(sessionId);
    this.#of.forgetAnswers(sessionId);
    this.#of.state.watchers.delete(sessionId);
    this.#of.relist();
    this.serveLine();
  }

  /** What everybody here is called, bots included. */
  #names(): string[] {
    const playing = this.#of.match.world.pucks.filter(({ active }) => active).map(({ name }) => name);
    return [...playing, ...this.#of.state.watchers.values()];
  }

  get #seats(): Seating['seats'] {
    return this.#of.seating.seats;
  }
}
