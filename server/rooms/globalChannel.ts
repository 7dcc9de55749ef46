// The global channel as one room has it: what is said here goes to every room and lobby of all processes, and what is said
// anywhere comes to everybody here who wants to hear its speaker.

import type { Client, Room } from '@colyseus/core';
import type { ChatLine } from '#shared/net/chat.ts';
import { MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { Ignores } from '../chat/ignores.ts';
import { type GlobalLine, worldChat } from '../chat/worldChat.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';

export class GlobalChannel {
  /** Whom those who are here do not want to hear. */
  readonly ignores = new Ignores();
  readonly #room: Room;
  readonly #unlisten: () => void;
  #lines = 0;

  constructor(room: Room) {
    this.#room = room;
    worldChat.open();
    this.#unlisten = worldChat.onLine((line) => this.#tell(line));
  }

  /** The room closes. */
  close(): void {
    this.#unlisten();
  }

  /** Somebody came. */
  came({ auth }: Client): void {
    this.ignores.came((auth as Admitted).identity);
  }

  /** Somebody is gone. */
  left({ auth }: Client): void {
    const { identity } = auth as Admitted;
    const others = [...this.#room.clients].some((client) => (client.auth as Admitted).identity === identity);
    if (!others) this.ignores.left(identity);
  }

  /** Whether a client is to hear somebody: what they do not want, they are not sent. */
  hears({ auth }: Client, speaker: string): boolean {
    return this.ignores.hears((auth as Admitted).identity, speaker);
  }

  /** The number of the next line that is told here. */
  nextId(): number {
    return ++this.#lines;
  }

  /** Says something to everybody. Rejects with a sentence when the other processes cannot be reached. */
  async say({ sessionId, auth }: Client, line: Pick<GlobalLine, 'role' | 'text'>): Promise<void> {
    const { identity, name } = auth as Admitted;
    await worldChat.say({ ...line, name, identity, room: this.#room.roomId, session: sessionId, at: seconds() }).catch(() => {
      throw refuse('chat-broker', REFUSED.notNow, 'The other rooms cannot be reached just now.');
    });
  }

  /** What a latecomer may read, the oldest first. Ids below 0: it came before all that is told from now on. */
  historyFor(client: Client): ChatLine[] {
    const lines = worldChat.history.filter(({ identity }) => this.hears(client, identity));
    return lines.map((line, i) => this.#lineOf(line, i - lines.length));
  }

  #tell(global: GlobalLine): void {
    const line = this.#lineOf(global, this.nextId());
    for (const client of this.#room.clients) if (this.hears(client, global.identity)) client.send(MESSAGE.chat, line);
  }

  #lineOf({ name, role, text, at, room, session }: GlobalLine, id: number): ChatLine {
    const who = room === this.#room.roomId ? session : '';
    return { id, channel: 'global', role, who, name, team: -1, text, at };
  }
}

/** The server's clock, in seconds since 1970. */
export const seconds = (): number => Math.round(Date.now() / 1000);
