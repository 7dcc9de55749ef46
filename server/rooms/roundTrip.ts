// Measures each client's round trip with WebSocket pings, which the browser answers by itself. Each carries a word made
// by chance and counts once, so nobody can report a better round trip than they have.

import { randomBytes } from 'node:crypto';
import type { Client } from '@colyseus/core';

/** The socket below a client. */
interface PingSocket {
  ping(data: Buffer): void;
  on(event: 'pong', listener: (data: Buffer) => void): void;
}

interface Question {
  word: Buffer;
  askedAt: number;
}

const WORD_BYTES = 8;
/** The question that a socket has not answered yet. */
const open = new WeakMap<object, Question | undefined>();

/** Asks once; `answer` gets the round trip in milliseconds. The first question of a socket sets up its answers. */
export function askRoundTrip(client: Client, answer: (sessionId: string, ms: number) => void): void {
  const socket = client.ref as unknown as PingSocket;
  if (!open.has(socket)) {
    socket.on('pong', (data) => {
      const question = open.get(socket);
      // The framework pings too, without a word.
      if (!question?.word.equals(data)) return;
      open.set(socket, undefined);
      answer(client.sessionId, performance.now() - question.askedAt);
    });
  }
  const word = randomBytes(WORD_BYTES);
  open.set(socket, { word, askedAt: performance.now() });
  socket.ping(word);
}
