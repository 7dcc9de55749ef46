// A room as operators have it: what they see of it from outside and from inside, and what they do in it. It is called from
// whatever process the panel talks to: plain data in, plain data out.

import { type Room, ServerError } from '@colyseus/core';
import { correctionsMessage, MESSAGE } from '#shared/net/messages.ts';
import type { Hint, PlayerDetail, RoomDetail, RoomReport } from '#shared/net/reports.ts';
import type { MatchState } from '#shared/net/schema.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import type { Person } from '../identity/people.ts';
import { Suspicion } from '../suspicion/suspicion.ts';
import type { RoomChat } from './chat.ts';
import { Complaints } from './complaints.ts';
import type { HostActions } from './hostActions.ts';
import { Lines, NO_LINE } from './lines.ts';
import type { Match } from './match.ts';
import { reportPlayers } from './report.ts';
import type { RoomTicks } from './roomTicks.ts';
import type { Seating } from './seating.ts';
import type { Traffic } from './traffic.ts';
import { Trend } from './trend.ts';

/** What an operator has a room do; `who` is a session of it. */
export type RoomOrder =
  | { do: 'message'; text: string }
  | { do: 'kick'; who: string }
  | { do: 'unsay'; who: string }
  | { do: 'move'; who: string; to: 'watch' | 'team' }
  | { do: 'end' }
  | { do: 'close' };

/** Whom an order is about, as the audit and sanctions need it. */
export interface PersonHere extends Person {
  who: string;
  name: string;
}

/** What this needs of the room. */
export interface OverseenRoom {
  readonly state: MatchState;
  readonly match: Match;
  readonly seating: Seating;
  readonly actions: HostActions;
  readonly chat: RoomChat;
  readonly ticks: RoomTicks;
  readonly traffic: Traffic;
  readonly private: boolean;
  personOf(sessionId: string): (Person & { name: string }) | undefined;
  isHost(sessionId: string): boolean;
  /** Whether the match stands still. */
  halts(): boolean;
  /** Ends the room, with a sentence for those in it. */
  end(why: string): void;
}

/** The others are seen late by one's round trip and so many ticks. */
const SEEN_LATE_TICKS = 4;
/** Hints of earlier matches that are kept of a person. */
const KEPT_HINTS = 12;

export class Oversight {
  readonly #room: OverseenRoom;
  readonly #code: string;
  readonly #suspicion: Suspicion;
  readonly #complaints: Complaints;
  readonly #lines = new Lines();
  readonly #trend = new Trend();
  /** Of matches before this one, by identity. */
  readonly #before = new Map<string, Hint[]>();
  readonly #openedAt = Date.now();

  constructor(room: Room, needs: OverseenRoom) {
    this.#room = needs;
    this.#code = room.roomId;
    this.#suspicion = new Suspicion((slot) => Math.round(((needs.state.pucks[slot]?.roundTrip ?? 0) * TICK_HZ) / 1000) + SEEN_LATE_TICKS);
    this.#complaints = new Complaints(room, {
      plays: (sessionId) => needs.seating.seats.of(sessionId) !== undefined,
      personOf: (sessionId) => needs.personOf(sessionId),
      nameOf: (sessionId) => this.#nameOf(sessionId),
      matchS: () => this.#matchS,
    });
    room.onMessage(MESSAGE.corrections, correctionsMessage, ({ sessionId }, said) => {
      const seat = needs.seating.seats.of(sessionId);
      if (seat) this.#lines.corrected(seat, said);
    });
  }

  /** A tick has been stepped; its commands are still in the batch. */
  tick(): void {
    const { world, batch } = this.#room.match;
    this.#suspicion.observe(world, batch);
  }

  /** A second has passed; before the seats' counts begin anew. */
  second(): void {
    for (const [, seat] of this.#room.seating.seats.entries()) this.#lines.second(seat);
    this.#trend.second(this.#room.ticks, this.#room.traffic);
  }

  /** A round trip to a session was measured, in milliseconds. */
  tripped(sessionId: string, ms: number): void {
    const seat = this.#room.seating.seats.of(sessionId);
    if (seat) this.#lines.tripped(seat, ms);
  }

  /** The match is over: what is known of those in it is kept while the next one is played. */
  matchEnds(): void {
    for (const [, { slot, holder }] of this.#room.seating.seats.entries()) {
      const hints = this.#suspicion.hints(slot);
      if (hints.length > 0) this.#before.set(holder.identity, [...this.#beforeOf(holder), ...hints].slice(-KEPT_HINTS));
    }
    this.#complaints.nextMatch();
  }

  /** For lists and figures, with so many rows of the trend. */
  report(rows: number): RoomReport {
    const { match, state, seating, traffic, ticks } = this.#room;
    const { world } = match;
    const seats = [...seating.seats.entries()];
    return {
      code: this.#code,
      title: state.host.title,
      mode: world.mode.id,
      map: world.map.id,
      private: this.#room.private,
      phase: world.phase,
      ageS: Math.round((Date.now() - this.#openedAt) / 1000),
      players: reportPlayers(world, state),
      people: seating.seats.players,
      spectators: seating.seats.spectators,
      bytesOut: traffic.bytesOut,
      trend: this.#trend.latest(rows),
      hints: seats.reduce((sum, [, { slot, holder }]) => sum + this.#suspicion.hints(slot).length + this.#beforeOf(holder).length, 0),
      complaints: this.#complaints.all.length,
      ...ticks.figures(),
    };
  }

  /** From inside. */
  detail(rows: number): RoomDetail {
    const { match, state, chat } = this.#room;
    const { world } = match;
    const report = this.report(rows);
    return {
      ...report,
      matchS: this.#matchS,
      leftS: this.#room.halts() ? -1 : Math.max(0, Math.round((world.endTick - world.tick) / TICK_HZ)),
      teams: world.mode.teams,
      teamScores: [...world.teamScores],
      players: report.players.map((player) => this.#player(player)),
      watchers: [...state.watchers.entries()].map(([who, name]) => ({ who, name })),
      chat: chat.lines,
      complaintList: [...this.#complaints.all],
    };
  }

  /** Who holds a slot or has a session here; nothing for a bot and for nobody. */
  personAt(at: number | string): PersonHere | undefined {
    const who = typeof at === 'string' ? at : this.#room.seating.seats.holderOf(at);
    const person = who === undefined ? undefined : this.#room.personOf(who);
    if (!who || !person) return undefined;
    const { identity, address, since } = person;
    return { identity, address, since, who, name: this.#nameOf(who) };
  }

  /** Does what an operator wants. Returns the sentence of why it cannot be done, empty when it is. */
  operate(order: RoomOrder): string {
    try {
      this.#carry(order);
      return '';
    } catch (error) {
      if (error instanceof ServerError) return error.message;
      throw error;
    }
  }

  #carry(order: RoomOrder): void {
    const { actions, chat } = this.#room;
    if (order.do === 'message') chat.announce(order.text, 'operator');
    else if (order.do === 'close') this.#room.end('This match was ended by the operator.');
    else if (order.do === 'unsay') chat.takeBack(this.#room.personOf(order.who)?.identity ?? '');
    else actions.carry(order);
  }

  get #matchS(): number {
    const { tick, startTick } = this.#room.match.world;
    return Math.floor((tick - startTick) / TICK_HZ);
  }

  #nameOf(sessionId: string): string {
    const slot = this.#room.seating.seats.of(sessionId)?.slot ?? -1;
    return this.#room.match.world.pucks[slot]?.name || (this.#room.personOf(sessionId)?.name ?? '');
  }

  #beforeOf({ identity }: Person): Hint[] {
    return this.#before.get(identity) ?? [];
  }

  #player(player: RoomReport['players'][number]): PlayerDetail {
    const { slot } = player;
    const { seating, match } = this.#room;
    const who = seating.seats.holderOf(slot) ?? '';
    const seat = seating.seats.of(who);
    const { team = -1, kills = 0, deaths = 0 } = match.world.pucks[slot] ?? {};
    return {
      ...player,
      who,
      team,
      host: who !== '' && this.#room.isHost(who),
      ...(seat ? this.#lines.of(seat) : NO_LINE),
      kills,
      deaths,
      ...this.#suspicion.deeds(slot),
      hints: player.bot ? [] : this.#suspicion.hints(slot),
      before: seat ? this.#beforeOf(seat.holder) : [],
    };
  }
}
