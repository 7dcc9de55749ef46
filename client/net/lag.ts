// A worse line than one has, for practice and for fairness among friends: every message waits, both ways, in order, as
// over TCP. It sits below everything else, so what the game makes of it is the real thing.

import type { Lag } from '#shared/net/protocol.ts';
import type { MeteredConnection } from './source.ts';

/**
 * Delays what passes by half of `lag()` each way; with nothing to add and nothing waiting it passes at once. That the
 * connection is closed waits its turn too, and what has not gone out by then never does: the next one begins anew.
 */
export function simulateLag(connection: MeteredConnection, lag: () => Lag): void {
  const down = delayLine(lag);
  const up = delayLine(lag);
  let closed = 0;
  const { events } = connection;
  const { onmessage, onclose } = events;
  events.onmessage = (event) => down(() => onmessage?.call(events, event));
  events.onclose = (event) => {
    closed++;
    down(() => onclose?.call(events, event));
  };
  const send = connection.send.bind(connection);
  // The sender may reuse its buffer before this one's time comes.
  connection.send = (data) => {
    const kept = lag().ms + lag().jitterMs > 0 ? copyOf(data) : data;
    const then = closed;
    up(() => {
      if (then === closed) send(kept);
    });
  };
}

function copyOf(data: ArrayBufferView | ArrayBuffer): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data.slice(0))
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
}

/** Runs what it is given after the delay, in order: timers alone may overtake each other by a millisecond. */
export function delayLine(lag: () => Lag): (pass: () => void) => void {
  const waiting: (() => void)[] = [];
  let freeAt = 0;
  return (pass) => {
    const { ms, jitterMs } = lag();
    const wait = (ms + Math.random() * jitterMs) / 2;
    if (wait <= 0 && waiting.length === 0) {
      pass();
      return;
    }
    const now = performance.now();
    freeAt = Math.max(freeAt, now + wait);
    waiting.push(pass);
    setTimeout(() => waiting.shift()?.(), freeAt - now);
  };
}
