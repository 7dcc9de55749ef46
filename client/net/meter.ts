// Payload bytes of a room's socket, both ways, for the netgraph and the benchmarks.

import type { Room } from 'colyseus.js';

export interface Meter {
  downBytes: number;
  upBytes: number;
  downMessages: number;
  upMessages: number;
}

type Sendable = { byteLength?: number; length?: number };

/** Counts from now on; a reconnect keeps the same connection object and goes on counting. */
export function meter(room: Room): Meter {
  const counts: Meter = { downBytes: 0, upBytes: 0, downMessages: 0, upMessages: 0 };
  const { connection } = room;
  const { onmessage } = connection.events;
  connection.events.onmessage = (event: MessageEvent) => {
    counts.downBytes += (event.data as ArrayBuffer).byteLength;
    counts.downMessages++;
    onmessage?.call(connection.events, event);
  };
  const send = connection.send.bind(connection);
  connection.send = (data) => {
    counts.upBytes += (data as Sendable).byteLength ?? (data as Sendable).length ?? 0;
    counts.upMessages++;
    send(data);
  };
  return counts;
}
