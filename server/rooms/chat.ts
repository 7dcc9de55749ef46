// What is written in a room: to all, to one's team, to the whole server. Latecomers are told the latest lines. The host may
// silence somebody here, each person may ignore anybody.

import type { Client, Room } from '@colyseus/core';
import {
  type ChatAnswer,
  type ChatHistory,
  type ChatLine,
  type ChatMessage,
  type ChatRole,
  HISTORY_LINES,
  type Ignored,
} from '#shared/net/chat.ts';
import { chatMessage, ignoreMessage, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import type { MatchState } from '#shared/net/schema.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import { Speech } from '../chat/speech.ts';
import type { Person } from '../identity/people.ts';
import { isAgain, type Known } from '../identity/sanctions.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';
import { Allowance } from './allowance.ts';
import type { Attendance } from './attendance.ts';
import { GlobalChannel, seconds } from './globalChannel.ts';
import type { Hosting } from './hosting.ts';
import type { Match } from './match.ts';
import type { RoomOptions } from './options.ts';
import type { Seating } from './seating.ts';

/** Changes to whom one ignores, at once, and milliseconds until one more. */
const IGNORE_RATE = { most: 20, everyMs: 1000 };

/** What the chat needs of the room. */
export interface ChatRoom {
  readonly state: { readonly muted: MatchState['muted'] };
  readonly options: Pick<RoomOptions, 'filter'>;
  readonly match: Match;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly attendance: Attendance;
}

interface Kept {
  line: ChatLine;
  identity: string;
}

export class RoomChat {
  readonly #room: Room;
  readonly #of: ChatRoom;
  readonly #channel: GlobalChannel;
  readonly #speech = new Speech();
  readonly #ignoring = new Allowance(IGNORE_RATE.most, IGNORE_RATE.everyMs);
  /** Silenced by the host, for as long as the room lasts. */
  #silenced: Known[] = [];
  #kept: Kept[] = [];

  /** Lets the people of a room write to each other. */
  constructor(room: Room, of: ChatRoom) {
    this.#room = room;
    this.#of = of;
    this.#channel = new GlobalChannel(room);
    room.onMessage(MESSAGE.chat, chatMessage, (client, message) => this.#say(client, message));
    room.onMessage(MESSAGE.chatHistory, (client) => this.#historyFor(client));
    room.onMessage(MESSAGE.ignore, ignoreMessage, (client, { who, on }) => this.#ignore(client, who, on));
  }

  /** The room closes. */
  close(): void {
    this.#channel.close();
  }

  /** Somebody is here now. */
  came(client: Client): void {
    this.#channel.came(client);
    this.#showSilenced();
  }

  /** Somebody is gone. */
  left(client: Client): void {
    this.#channel.left(client);
    this.#showSilenced();
  }

  /** Whether one is to hear another: what a listener does not want, they are not sent. */
  readonly hears = (listener: Client, speaker: Client): boolean => this.#channel.hears(listener, (speaker.auth as Admitted).identity);

  /** The host silences somebody, whatever token they may have later, or lets them speak again. */
  silence(person: Person, on: boolean): void {
    const { identity, address } = person;
    this.#silenced = this.#silenced.filter((one) => !isAgain(one, person));
    if (on) this.#silenced.push({ identity, address, at: Date.now() });
    if (on) this.takeBack(identity);
    this.#showSilenced();
  }

  /** Whom the host has silenced, to go on with after a restart. */
  get silenced(): readonly Known[] {
    return this.#silenced;
  }

  /** Those of a room that goes on. */
  restore(silenced: readonly Known[]): void {
    this.#silenced = [...silenced];
    this.#showSilenced();
  }

  /** All that somebody said disappears from this room. */
  takeBack(identity: string): void {
    const ids = this.#kept.filter((kept) => kept.identity === identity).map(({ line }) => line.id);
    if (ids.length === 0) return;
    this.#kept = this.#kept.filter((kept) => kept.identity !== identity);
    this.#room.broadcast(MESSAGE.unsaid, ids);
  }

  /** The operator or the server speaks to everybody in the room. */
  announce(text: string, role: 'operator' | 'server'): void {
    this.#tell('', { channel: 'room', role, who: '', name: '', team: -1, text });
  }

  /** Lines of this room that are kept, for the operator. */
  get lines(): ChatLine[] {
    return this.#kept.map(({ line }) => line);
  }

  async #say(speaker: Client, { channel, text: said }: ChatMessage): Promise<ChatAnswer> {
    const { sessionId } = speaker;
    const person = speaker.auth as Admitted;
    const slot = this.#slotOf(sessionId);
    const teams = this.#teams;
    if (person.unseen) throw refuse('chat-unseen', REFUSED.notNow, 'Who watches unseen writes from the monitor.');
    if (channel === 'team' && (teams === 0 || slot === undefined))
      throw refuse('chat-team', REFUSED.notNow, 'You have no team to write to.');
    if (this.#isSilenced(person)) throw refuse('chat-silenced', REFUSED.muted, 'The host has muted you in this room.');
    const text = this.#speech.take(person, said, this.#of.options.filter || channel === 'global');
    const role = this.#roleOf(sessionId, slot);
    if (channel === 'global') await this.#channel.say(speaker, { role, text });
    else {
      const team = slot === undefined || teams === 0 ? -1 : seatTeam(slot, teams);
      this.#tell(person.identity, { channel, role, who: sessionId, name: person.name, team, text });
    }
    return { waitMs: this.#speech.waitMs(person) };
  }

  #isSilenced(person: Person): boolean {
    return this.#silenced.some((one) => isAgain(one, person));
  }

  /** Tells who of those that are here is silenced. */
  #showSilenced(): void {
    const { state, attendance } = this.#of;
    const muted = attendance.sessions.filter((sessionId) => {
      const person = attendance.personOf(sessionId);
      return person && this.#isSilenced(person);
    });
    if (muted.length === 0 && state.muted.length === 0) return;
    state.muted.splice(0, state.muted.length, ...muted);
  }

  #roleOf(sessionId: string, slot: number | undefined): ChatRole {
    if (this.#of.hosting.isHost(sessionId)) return 'host';
    return slot === undefined ? 'watcher' : 'player';
  }

  #tell(identity: string, told: Omit<ChatLine, 'id' | 'at'>): void {
    const line = { id: this.#channel.nextId(), ...told, at: seconds() };
    this.#kept = [...this.#kept, { line, identity }].slice(-2 * HISTORY_LINES);
    for (const client of this.#room.clients)
      if (this.#mayRead(client, line) && this.#channel.hears(client, identity)) client.send(MESSAGE.chat, line);
  }

  /** What a latecomer may read, the oldest first. */
  #historyFor(client: Client): ChatHistory {
    const here = this.#kept.filter(({ line, identity }) => this.#mayRead(client, line) && this.#channel.hears(client, identity));
    const all = [...this.#channel.historyFor(client), ...here.map(({ line }) => line)].sort((a, b) => a.at - b.at);
    return { now: seconds(), lines: all.slice(-2 * HISTORY_LINES), ignored: this.#ignoredBy(client) };
  }

  /** Those here whom somebody does not want to hear: of them there is nothing else to be seen that could be taken back. */
  #ignoredBy(listener: Client): Ignored[] {
    const { attendance } = this.#of;
    return attendance.sessions.flatMap((who) => {
      const person = attendance.personOf(who);
      return person && !this.#channel.hears(listener, person.identity) ? [{ who, name: person.name }] : [];
    });
  }

  #mayRead({ sessionId }: Client, { channel, team }: ChatLine): boolean {
    if (channel !== 'team') return true;
    const slot = this.#slotOf(sessionId);
    return slot !== undefined && this.#teams > 0 && seatTeam(slot, this.#teams) === team;
  }

  async #ignore({ sessionId, auth }: Client, who: string, on: boolean): Promise<boolean> {
    const target = this.#of.attendance.personOf(who);
    if (!target || who === sessionId) throw refuse('ignore', REFUSED.noTarget, 'That person is not here any more.');
    if (!this.#ignoring.take(sessionId)) throw refuse('ignore', REFUSED.tooFast, 'That was a lot at once: wait a moment.');
    await this.#channel.ignores.set((auth as Admitted).identity, target.identity, on);
    return on;
  }

  /** Teams of the mode that is played, 0 for none. */
  get #teams(): number {
    return this.#of.match.world.mode.teams;
  }

  #slotOf(sessionId: string): number | undefined {
    return this.#of.seating.seats.of(sessionId)?.slot;
  }
}
