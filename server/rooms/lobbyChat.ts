// What is written in the lobby: the global channel only.

import type { Client, Room } from '@colyseus/core';
import type { ChatAnswer, ChatHistory, ChatLine, ChatMessage } from '#shared/net/chat.ts';
import { chatMessage, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { Ignores } from '../chat/ignores.ts';
import { fittingName } from '../chat/names.ts';
import { Speech } from '../chat/speech.ts';
import { type GlobalLine, worldChat } from '../chat/worldChat.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';

export class LobbyChat {
  readonly #room: Room;
  readonly #speech = new Speech();
  readonly #ignores = new Ignores();
  readonly #unlisten: () => void;
  #lines = 0;

  /** Lets those in the lobby write to everybody on the server. */
  constructor(room: Room) {
    this.#room = room;
    worldChat.open();
    this.#unlisten = worldChat.onLine((line) => this.#tell(line));
    room.onMessage(MESSAGE.chat, chatMessage, (client, message) => this.#say(client, message));
    room.onMessage(MESSAGE.chatHistory, (client) => this.#historyFor(client));
  }

  close(): void {
    this.#unlisten();
  }

  /** Somebody came. */
  came({ auth }: Client): void {
    const admitted = auth as Admitted;
    admitted.name = fittingName(admitted.name, []);
    this.#ignores.came(admitted.identity);
  }

  /** Somebody is gone. */
  left({ auth }: Client): void {
    this.#ignores.left((auth as Admitted).identity);
  }

  async #say({ auth, sessionId }: Client, { channel, text: said }: ChatMessage): Promise<ChatAnswer> {
    if (channel !== 'global') throw refuse('chat-lobby', REFUSED.notNow, 'In the lobby one writes to everybody.');
    const person = auth as Admitted;
    const text = this.#speech.take(person, said, true);
    const { identity, name } = person;
    const line = {
      identity,
      room: this.#room.roomId,
      session: sessionId,
      name,
      role: 'visitor' as const,
      text,
      at: seconds(),
    };
    await worldChat.say(line).catch(() => {
      throw refuse('chat-broker', REFUSED.notNow, 'The other rooms cannot be reached just now.');
    });
    return { waitMs: this.#speech.waitMs(person) };
  }

  #tell(line: GlobalLine): void {
    const told = this.#lineOf(line, ++this.#lines);
    for (const client of this.#room.clients) if (this.#hears(client, line)) client.send(MESSAGE.chat, told);
  }

  #historyFor(client: Client): ChatHistory {
    const { history } = worldChat;
    const lines = history.filter((line) => this.#hears(client, line)).map((line, i) => this.#lineOf(line, i - history.length));
    return { now: seconds(), lines };
  }

  #hears({ auth }: Client, { identity }: GlobalLine): boolean {
    return this.#ignores.hears((auth as Admitted).identity, identity);
  }

  #lineOf({ name, role, text, at, room, session }: GlobalLine, id: number): ChatLine {
    return { id, channel: 'global', role, who: room === this.#room.roomId ? session : '', name, team: -1, text, at };
  }
}

const seconds = (): number => Math.round(Date.now() / 1000);
