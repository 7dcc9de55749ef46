// Payload bytes of a room's socket, both ways, for the netgraph and the benchmarks.

import type { MeteredConnection } from './source.ts';

export interface Meter {
  downBytes: number;
  upBytes: number;
  downMessages: number;
  upMessages: number;
}

/** Counts from now on; a reconnect keeps the same connection object and goes on counting. Without one all stay 0. */
export function meter(connection: MeteredConnection | undefined): Meter {
  const counts: Meter = { downBytes: 0, upBytes: 0, downMessages: 0, upMessages: 0 };
  if (!connection) return counts;
  const { onmessage } = connection.events;
  connection.events.onmessage = (event: MessageEvent) => {
    counts.downBytes += (event.data as ArrayBuffer).byteLength;
    counts.downMessages++;
    onmessage?.call(connection.events, event);
  };
  const send = connection.send.bind(connection);
  connection.send = (data) => {
    counts.upBytes += data.byteLength;
    counts.upMessages++;
    send(data);
  };
  return counts;
}
