// A client that does not read: what it has not taken piles up here, so it is cut off before that can hurt others. Its
// seat waits, and a client that works again comes back to it.

import type { Client } from '@colyseus/core';

/** More than ten seconds of a busy match. */
const MAX_BACKLOG_BYTES = 64 * 1024;

interface BufferedSocket {
  readonly bufferedAmount: number;
  terminate(): void;
}

/** Cuts off those who are too far behind. Returns how many. */
export function cutOffStalled(clients: Iterable<Client>): number {
  let cut = 0;
  for (const { ref } of clients) {
    const socket = ref as unknown as BufferedSocket;
    if (socket.bufferedAmount < MAX_BACKLOG_BYTES) continue;
    socket.terminate();
    cut++;
  }
  return cut;
}
