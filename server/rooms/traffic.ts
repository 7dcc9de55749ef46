// Bytes that a room has sent, frames and all, read from its sockets once a second: sending costs nothing more.

import type { Client } from '@colyseus/core';

/** ws keeps the TCP socket in a field without a public name. */
interface WebSocketInternals {
  _socket?: { bytesWritten: number } | null;
}

export class Traffic {
  /** Since the room opened. */
  bytesOut = 0;
  readonly #seen = new WeakMap<object, number>();

  /** Adds what the sockets have sent since the last call. */
  sample(clients: Iterable<Client>): void {
    for (const { ref } of clients) {
      const written = (ref as unknown as WebSocketInternals)._socket?.bytesWritten ?? 0;
      this.bytesOut += Math.max(0, written - (this.#seen.get(ref) ?? 0));
      this.#seen.set(ref, written);
    }
  }
}
