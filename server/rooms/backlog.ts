// Clients that do not take what is theirs: it piles up here, so they are cut off before that can hurt others. The seat of
// one that does not read waits, and a client that works again comes back to it. One that never ends its handshake goes.

import { type Client, ClientState } from '@colyseus/core';

/** More than ten seconds of a busy match. */
const MAX_BACKLOG_BYTES = 64 * 1024;
/** Checks, one a second, at which a client may still be at its handshake; until then all it misses is kept for it. */
const MAX_HANDSHAKE_CHECKS = 10;

interface BufferedSocket {
  readonly bufferedAmount: number;
  terminate(): void;
}

const handshakes = new WeakMap<Client, number>();

/** Cuts off those who are too far behind; called once a second. Returns how many. */
export function cutOffStalled(clients: Iterable<Client>): number {
  let cut = 0;
  for (const client of clients) {
    const socket = client.ref as unknown as BufferedSocket;
    if (socket.bufferedAmount < MAX_BACKLOG_BYTES && !isStuck(client)) continue;
    socket.terminate();
    cut++;
  }
  return cut;
}

function isStuck(client: Client): boolean {
  if (client.state !== ClientState.JOINING) return false;
  const checks = (handshakes.get(client) ?? 0) + 1;
  handshakes.set(client, checks);
  return checks > MAX_HANDSHAKE_CHECKS;
}
