// What is written in a room: to all, to one's team, to the whole server. Latecomers are told the latest lines. The host may
// silence somebody here, each person may ignore anybody.

import type { Client, Room } from '@colyseus/core';
import { type ChatAnswer, type ChatHistory, type ChatLine, type ChatMessage, type ChatRole, HISTORY_LINES } from '#shared/net/chat.ts';
import { chatMessage, ignoreMessage, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import { Ignores } from '../chat/ignores.ts';
import { Speech } from '../chat/speech.ts';
import { type GlobalLine, worldChat } from '../chat/worldChat.ts';
import type { Person } from '../identity/people.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';
import { Allowance } from './allowance.ts';
import type { Seats } from './seats.ts';

/** Changes to whom one ignores, at once, and milliseconds until one more. */
const IGNORE_RATE = { most: 20, everyMs: 1000 };

/** What the chat asks of the room, each time anew. */
export interface ChatRoom {
  readonly seats: Seats;
  /** Teams of the mode that is played, 0 for none. */
  readonly teams: number;
  /** Whether rude words are starred out. */
  readonly filtered: boolean;
  isHost(sessionId: string): boolean;
  /** Whose a session of this room is, also while their line is lost. */
  personOf(sessionId: string): Person | undefined;
}

interface Kept {
  line: ChatLine;
  identity: string;
}

export class RoomChat {
  readonly #room: Room;
  readonly #of: () => ChatRoom;
  readonly #speech = new Speech();
  readonly #ignores = new Ignores();
  readonly #ignoring = new Allowance(IGNORE_RATE.most, IGNORE_RATE.everyMs);
  /** Silenced by the host, for as long as the room lasts. */
  readonly #silenced: (Person & { at: number })[] = [];
  readonly #unlisten: () => void;
  #kept: Kept[] = [];
  #lines = 0;

  /** Lets the people of a room write to each other. */
  constructor(room: Room, of: () => ChatRoom) {
    this.#room = room;
    this.#of = of;
    worldChat.open();
    this.#unlisten = worldChat.onLine((line) => this.#tellGlobal(line));
    room.onMessage(MESSAGE.chat, chatMessage, (client, message) => this.#say(client, message));
    room.onMessage(MESSAGE.chatHistory, (client) => this.#historyFor(client));
    room.onMessage(MESSAGE.ignore, ignoreMessage, (client, { who, on }) => this.#ignore(client, who, on));
  }

  /** The room closes. */
  close(): void {
    this.#unlisten();
  }

  /** Somebody came. */
  came({ auth }: Client): void {
    this.#ignores.came((auth as Admitted).identity);
  }

  /** Somebody is gone. */
  left({ auth }: Client): void {
    const { identity } = auth as Admitted;
    const others = [...this.#room.clients].some((client) => (client.auth as Admitted).identity === identity);
    if (!others) this.#ignores.left(identity);
  }

  /** Whether one is to hear another: what a listener does not want, they are not sent. */
  readonly hears = (listener: Client, speaker: Client): boolean => this.#hears(listener, (speaker.auth as Admitted).identity);

  /** The host silences somebody, or lets them speak again. */
  silence(person: Person, on: boolean): void {
    const index = this.#silenced.findIndex(({ identity }) => identity === person.identity);
    if (index >= 0) this.#silenced.splice(index, 1);
    if (on) this.#silenced.push({ ...person, at: Date.now() });
    if (on) this.takeBack(person.identity);
  }

  /** Whether the host has silenced somebody, whatever token they have now. */
  isSilenced({ identity, address, since }: Person): boolean {
    return this.#silenced.some((one) => one.identity === identity || (one.address === address && since >= one.at));
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
    const { seats, teams, filtered } = this.#of();
    const person = speaker.auth as Admitted;
    const slot = seats.of(speaker.sessionId)?.slot;
    if (person.unseen) throw refuse('chat-unseen', REFUSED.notNow, 'Who watches unseen writes from the monitor.');
    if (channel === 'team' && (teams === 0 || slot === undefined))
      throw refuse('chat-team', REFUSED.notNow, 'You have no team to write to.');
    if (this.isSilenced(person)) throw refuse('chat-silenced', REFUSED.muted, 'The host has muted you in this room.');
    const text = this.#speech.take(person, said, filtered || channel === 'global');
    const { name } = person;
    const role = this.#roleOf(speaker.sessionId, slot);
    if (channel === 'global') await this.#sayToAll(speaker, { name, role, text });
    else {
      const team = slot === undefined || teams === 0 ? -1 : seatTeam(slot, teams);
      this.#tell(person.identity, { channel, role, who: speaker.sessionId, name, team, text });
    }
    return { waitMs: this.#speech.waitMs(person) };
  }

  async #sayToAll({ sessionId, auth }: Client, line: Pick<GlobalLine, 'name' | 'role' | 'text'>): Promise<void> {
    const { identity } = auth as Admitted;
    const whole = { ...line, identity, room: this.#room.roomId, session: sessionId, at: seconds() };
    await worldChat.say(whole).catch(() => {
      throw refuse('chat-broker', REFUSED.notNow, 'The other rooms cannot be reached just now.');
    });
  }

  #roleOf(sessionId: string, slot: number | undefined): ChatRole {
    if (this.#of().isHost(sessionId)) return 'host';
    return slot === undefined ? 'watcher' : 'player';
  }

  #tell(identity: string, told: Omit<ChatLine, 'id' | 'at'>): void {
    const line = { id: ++this.#lines, ...told, at: seconds() };
    this.#kept = [...this.#kept, { line, identity }].slice(-2 * HISTORY_LINES);
    for (const client of this.#room.clients)
      if (this.#mayRead(client, line) && this.#hears(client, identity)) client.send(MESSAGE.chat, line);
  }

  #tellGlobal(global: GlobalLine): void {
    const line = this.#lineOf(global, ++this.#lines);
    for (const client of this.#room.clients) if (this.#hears(client, global.identity)) client.send(MESSAGE.chat, line);
  }

  #lineOf({ name, role, text, at, room, session }: GlobalLine, id: number): ChatLine {
    const who = room === this.#room.roomId ? session : '';
    return { id, channel: 'global', role, who, name, team: -1, text, at };
  }

  /** What a latecomer may read, the oldest first. */
  #historyFor(client: Client): ChatHistory {
    const { identity } = client.auth as Admitted;
    const here = this.#kept.filter((kept) => this.#mayRead(client, kept.line) && this.#ignores.hears(identity, kept.identity));
    const everywhere = worldChat.history.filter((line) => this.#ignores.hears(identity, line.identity));
    // Ids below 0: they came before all that is told from now on.
    const lines = everywhere.map((line, i) => this.#lineOf(line, i - everywhere.length));
    const all = [...lines, ...here.map(({ line }) => line)].sort((a, b) => a.at - b.at);
    return { now: seconds(), lines: all.slice(-2 * HISTORY_LINES) };
  }

  #mayRead({ sessionId }: Client, { channel, team }: ChatLine): boolean {
    if (channel !== 'team') return true;
    const { seats, teams } = this.#of();
    const slot = seats.of(sessionId)?.slot;
    return slot !== undefined && teams > 0 && seatTeam(slot, teams) === team;
  }

  #hears({ auth }: Client, speaker: string): boolean {
    return this.#ignores.hears((auth as Admitted).identity, speaker);
  }

  async #ignore({ sessionId, auth }: Client, who: string, on: boolean): Promise<boolean> {
    const target = this.#of().personOf(who);
    if (!target || who === sessionId) throw refuse('ignore', REFUSED.noTarget, 'That person is not here any more.');
    if (!this.#ignoring.take(sessionId)) throw refuse('ignore', REFUSED.tooFast, 'That was a lot at once: wait a moment.');
    await this.#ignores.set((auth as Admitted).identity, target.identity, on);
    return on;
  }
}

const seconds = (): number => Math.round(Date.now() / 1000);
