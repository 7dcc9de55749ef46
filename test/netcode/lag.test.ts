import assert from 'node:assert/strict';
import type { Lag } from '#shared/net/protocol.ts';
import { simulateLag } from '../../client/net/lag.ts';
import { letPass, until } from '../support/until.ts';

const CLOSED = -1;

/** A connection that keeps what went through it, and when. */
function line(lag: Lag) {
  const sent: { bytes: number[]; atMs: number }[] = [];
  const came: { data: number; atMs: number }[] = [];
  const connection = {
    events: {
      onmessage: ({ data }: MessageEvent) => void came.push({ data: data as number, atMs: performance.now() }),
      onclose: () => void came.push({ data: CLOSED, atMs: performance.now() }),
    },
    send: (data: ArrayBufferView | ArrayBuffer) => void sent.push({ bytes: [...(data as Uint8Array)], atMs: performance.now() }),
  };
  simulateLag(connection, () => lag);
  return { connection, sent, came };
}

describe('a simulated line', () => {
  it('of no lag passes everything at once', () => {
    const { connection, sent, came } = line({ ms: 0, jitterMs: 0 });
    connection.send(Uint8Array.of(1));
    connection.events.onmessage({ data: 5 } as MessageEvent);
    assert.deepEqual([sent.map(({ bytes }) => bytes), came.map(({ data }) => data)], [[[1]], [5]]);
  });

  it('delays each way by half of the round trip, without asking the sender to keep its buffer', async () => {
    const { connection, sent, came } = line({ ms: 80, jitterMs: 0 });
    const buffer = Uint8Array.of(1, 2);
    const start = performance.now();
    connection.send(buffer);
    buffer.fill(9);
    connection.events.onmessage({ data: 5 } as MessageEvent);
    await until(() => sent.length + came.length === 2, { what: 'both' });
    assert.deepEqual(sent[0]?.bytes, [1, 2]);
    for (const { atMs } of [...sent, ...came]) assert.ok(atMs - start >= 38, `${atMs - start} ms`);
  });

  it('closes after all that has come, and sends nothing of before to the connection after it', async () => {
    const { connection, sent, came } = line({ ms: 40, jitterMs: 0 });
    connection.events.onmessage({ data: 1 } as MessageEvent);
    connection.send(Uint8Array.of(1));
    connection.events.onclose();
    connection.events.onmessage({ data: 2 } as MessageEvent);
    connection.send(Uint8Array.of(2));
    await until(() => came.length === 3 && sent.length > 0, { what: 'all' });
    assert.deepEqual(
      came.map(({ data }) => data),
      [1, CLOSED, 2],
    );
    assert.deepEqual(
      sent.map(({ bytes }) => bytes),
      [[2]],
    );
  });

  it('keeps the order under jitter, also when the lag is switched off meanwhile', async () => {
    const lag = { ms: 40, jitterMs: 40 };
    const { connection, came } = line(lag);
    for (let i = 0; i < 200; i++) {
      connection.events.onmessage({ data: i } as MessageEvent);
      if (i % 20 === 0) await letPass(3);
      if (i === 150) Object.assign(lag, { ms: 0, jitterMs: 0 });
    }
    await until(() => came.length === 200, { what: 'all' });
    assert.deepEqual(
      came.map(({ data }) => data),
      came.map((_, i) => i),
    );
  });
});
