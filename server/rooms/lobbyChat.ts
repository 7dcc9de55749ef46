// What is written in the lobby: the global channel only.

import type { Client, Room } from '@colyseus/core';
import type { ChatAnswer, ChatMessage } from '#shared/net/chat.ts';
import { chatMessage, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { fittingName } from '../chat/names.ts';
import { Speech } from '../chat/speech.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';
import { GlobalChannel, seconds } from './globalChannel.ts';

export class LobbyChat {
  readonly #channel: GlobalChannel;
  readonly #speech = new Speech();

  /** Lets those in the lobby write to everybody on the server. */
  constructor(room: Room) {
    this.#channel = new GlobalChannel(room);
    room.onMessage(MESSAGE.chat, chatMessage, (client, message) => this.#say(client, message));
    room.onMessage(MESSAGE.chatHistory, (client) => ({ now: seconds(), lines: this.#channel.historyFor(client), ignored: [] }));
  }

  close(): void {
    this.#channel.close();
  }

  /** Somebody came. */
  came(client: Client): void {
    const admitted = client.auth as Admitted;
    admitted.name = fittingName(admitted.name, []);
    this.#channel.came(client);
  }

  /** Somebody is gone. */
  left(client: Client): void {
    this.#channel.left(client);
  }

  async #say(client: Client, { channel, text: said }: ChatMessage): Promise<ChatAnswer> {
    if (channel !== 'global') throw refuse('chat-lobby', REFUSED.notNow, 'In the lobby one writes to everybody.');
    const person = client.auth as Admitted;
    const text = this.#speech.take(person, said, true);
    await this.#channel.say(client, { role: 'visitor', text });
    return { waitMs: this.#speech.waitMs(person) };
  }
}
