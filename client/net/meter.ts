// Payload bytes of a room's socket, both ways and by kind, for the netgraph and the benchmarks.

import type { MeteredConnection } from './source.ts';

/** The first byte of a frame: its code in the framework's protocol in the lower five bits, modifiers above. */
const CODE = 31;
const KINDS = { 13: 'messages', 14: 'state', 15: 'patches', 18: 'pings', 19: 'commands', 20: 'commands' } as const;
export type FrameKind = (typeof KINDS)[keyof typeof KINDS] | 'other';

export interface Meter {
  downBytes: number;
  upBytes: number;
  downMessages: number;
  upMessages: number;
  /** Bytes of both ways by kind of frame. */
  byKind: Partial<Record<FrameKind, number>>;
}

/** Counts from now on; a reconnect keeps the same connection object and goes on counting. Without one all stay 0. */
export function meter(connection: MeteredConnection | undefined): Meter {
  const counts: Meter = { downBytes: 0, upBytes: 0, downMessages: 0, upMessages: 0, byKind: {} };
  if (!connection) return counts;
  const add = (data: ArrayBufferView | ArrayBuffer): void => {
    const kind = kindOf(data);
    counts.byKind[kind] = (counts.byKind[kind] ?? 0) + data.byteLength;
  };
  const { onmessage } = connection.events;
  connection.events.onmessage = (event: MessageEvent) => {
    const data = event.data as ArrayBuffer;
    counts.downBytes += data.byteLength;
    counts.downMessages++;
    add(data);
    onmessage?.call(connection.events, event);
  };
  const send = connection.send.bind(connection);
  connection.send = (data) => {
    counts.upBytes += data.byteLength;
    counts.upMessages++;
    add(data);
    send(data);
  };
  return counts;
}

function kindOf(data: ArrayBufferView | ArrayBuffer): FrameKind {
  if (data.byteLength === 0) return 'other';
  const view = ArrayBuffer.isView(data) ? new DataView(data.buffer, data.byteOffset) : new DataView(data);
  return KINDS[(view.getUint8(0) & CODE) as keyof typeof KINDS] ?? 'other';
}
