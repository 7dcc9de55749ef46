// Measures each client's round trip with WebSocket pings, which the browser answers by itself: nobody can report a
// better one than they have.

import type { Client } from '@colyseus/core';

/** The socket below a client. */
interface PingSocket {
  ping(data: Buffer): void;
  on(event: 'pong', listener: (data: Buffer) => void): void;
}

const BYTES = 8;
const begun = new WeakSet<object>();

/** Asks once; `answer` gets the round trip in milliseconds. The first question of a socket sets up its answers. */
export function askRoundTrip(client: Client, answer: (sessionId: string, ms: number) => void): void {
  const socket = client.ref as unknown as PingSocket;
  if (!begun.has(socket)) {
    begun.add(socket);
    socket.on('pong', (data) => {
      // The framework pings too, without data.
      if (data.length === BYTES) answer(client.sessionId, Math.max(0, performance.now() - data.readDoubleLE()));
    });
  }
  const now = Buffer.alloc(BYTES);
  now.writeDoubleLE(performance.now());
  socket.ping(now);
}
