// Writing to others and hearing them, in a match or in the lobby.

import type { ChatAnswer, ChatHistory, ChatLine, ChatMessage } from '#shared/net/chat.ts';
import { MESSAGE } from '#shared/net/protocol.ts';

/** A room where people write to each other. */
export interface ChatConnection {
  readonly sessionId: string;
  onMessage<Payload>(type: string, listener: (payload: Payload) => void): unknown;
  request(type: string, payload?: unknown): Promise<unknown>;
}

/** What a listener is told of. */
export interface ChatListener {
  onLine(line: ChatLine): void;
  /** Lines of these ids are taken back. */
  onUnsaid(ids: number[]): void;
}

/** Says something. Resolves to the milliseconds until the next line; rejects with the server's sentence. */
export async function say(room: ChatConnection, message: ChatMessage): Promise<number> {
  return ((await room.request(MESSAGE.chat, message)) as ChatAnswer).waitMs;
}

/** Hears what is said from now on. Resolves to the latest lines before that. */
export function hear(room: ChatConnection, { onLine, onUnsaid }: ChatListener): Promise<ChatHistory> {
  room.onMessage(MESSAGE.chat, onLine);
  room.onMessage(MESSAGE.unsaid, onUnsaid);
  return askHistory(room);
}

/** The latest lines. */
export async function askHistory(room: ChatConnection): Promise<ChatHistory> {
  return (await room.request(MESSAGE.chatHistory)) as ChatHistory;
}

/** Does not want to hear the person of a session in any room from now on, or does again. Rejects with the server's sentence. */
export async function ignore(room: ChatConnection, who: string, on: boolean): Promise<void> {
  await room.request(MESSAGE.ignore, { who, on });
}
