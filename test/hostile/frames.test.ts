import assert from 'node:assert/strict';
import { MESSAGE } from '#shared/net/messages.ts';
import { watchMatch } from '../../client/net/connection.ts';
import { Innocent, refused } from '../support/innocent.ts';
import { CODE, RawClient } from '../support/rawClient.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const uint32 = (value: number): number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
/** A msgpack array that claims a length, many times in itself. */
const claimed = (length: number, depth: number): number[] =>
  Array.from({ length: depth }, () => [0xdd, ...uint32(length).reverse()]).flat();

type Act = (mallory: RawClient) => void;
const times = (count: number, act: Act): Act => {
  return (mallory) => {
    for (let i = 0; i < count; i++) act(mallory);
  };
};
const frame = (...bytes: number[]): Act => {
  return ({ raw }) => raw.send(bytes);
};

/** What ends the connection of who sends it, with the reason under which it is counted. */
const fatal: [what: string, act: Act, reason?: string][] = [
  ['an unreliable input whose length leads backwards', frame(CODE.unreliable, 1, 0xff, 0), 'frame'],
  ['an unreliable input of length 0 that leads nowhere', frame(CODE.unreliable, 1, 0xe0, 0, 0), 'frame'],
  [
    'a timed unreliable input with four billion stamps',
    frame(CODE.unreliable | CODE.timed, 0xce, ...uint32(0xffffffff), 1, 0, 0, 0),
    'frame',
  ],
  ['a timed input with a stamp of NaN', frame(CODE.input | CODE.timed, 0xcb, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f, 0x80, 127), 'frame'],
  ['a timed input from the end of time', frame(CODE.input | CODE.timed, 0xcf, ...Array(8).fill(255), 0x80, 127), 'frame'],
  ['bytes to a handler that is none', frame(CODE.bytes, 0xa1, 120, 1, 2, 3), 'frame'],
  ['a state, as if it were the server', frame(14, 128, 1, 255, 0), 'frame'],
  ['an answer to a question that nobody asked', frame(CODE.response, 1, 0), 'frame'],
  ['an empty message', frame(), 'frame'],
  ['an input of 4 kB', ({ raw }) => raw.send([CODE.input, ...Array(4000).fill(0x80)]), 'frame'],
  ['text instead of bytes', ({ raw }) => raw.send(Buffer.from('hello'), 1), 'frame'],
  ['300 inputs in a moment', times(300, frame(CODE.input, 0x80, 127)), 'flood'],
  ['300 pings in a moment', times(300, frame(CODE.ping)), 'flood'],
  ['a plain message where a request was meant, over and over', times(30, (mallory) => mallory.say(MESSAGE.map)), 'message'],
  ['a payload of nested arrays that claim 33 million entries', (mallory) => mallory.say(MESSAGE.seat, claimed(0x1ffffff, 500))],
  [
    'a payload of nested maps that claim 33 million entries',
    (mallory) =>
      mallory.say(
        MESSAGE.seat,
        claimed(0x1ffffff, 500).map((byte) => (byte === 0xdd ? 0xdf : byte)),
      ),
  ],
  ['a payload nested 3000 deep', (mallory) => mallory.say(MESSAGE.seat, Array(3000).fill(0x91))],
  ['a frame of 5 kB', ({ raw }) => raw.send(new Uint8Array(5000)), 'protocol'],
  ['a frame that is not masked', ({ raw }) => raw.write(Buffer.from([0x82, 1, CODE.ping])), 'protocol'],
  ['a frame with reserved bits', ({ raw }) => raw.write(Buffer.from([0xf2, 0x80, 0, 0, 0, 0])), 'protocol'],
  ['an opcode that is none', ({ raw }) => raw.send([1], 7), 'protocol'],
  ['a ping of 200 bytes', ({ raw }) => raw.send(new Uint8Array(200), 9), 'protocol'],
  ['a goodbye with a code that is none', ({ raw }) => raw.send([0, 1], 8), 'protocol'],
];

/** What is merely of no use. */
const useless: [what: string, act: Act][] = [
  [
    'a payload that defines a record with code for a name',
    (mallory) => mallory.say(MESSAGE.seat, [0xd4, 0x72, 0x40, 0x91, 0xa3, 0x7d, 0x29, 0x7b, 1]),
  ],
  ['inputs that end in the middle', frame(CODE.input, 0x82, 1)],
  ['inputs with fields that are none', frame(CODE.input, 0x9f, 1, 0xbf, 2, 0xff, 0xff)],
  ['inputs of nothing', times(50, frame(CODE.input))],
  ['the handshake again and again', times(50, frame(CODE.join))],
  ['a request with a number of NaN', frame(CODE.request, 0xcb, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f, 0xa1, 120)],
  [
    'a request for another player by session and slot',
    (mallory) => mallory.say(MESSAGE.seat, [0x82, 0xa4, ...Buffer.from('slot'), 0, 0xa2, ...Buffer.from('id'), 0xa1, 65], 1),
  ],
  [
    'requests named like what every object has',
    (mallory) =>
      ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].forEach((name, i) => {
        mallory.say(name, [], i);
      }),
  ],
  ['200 pings of the protocol', times(200, ({ raw }) => raw.send([1, 2, 3], 9))],
  ['pongs that lie about the time', times(50, ({ raw }) => raw.send(Array(8).fill(255), 10))],
];

describe('on the socket of a room', function () {
  this.timeout(40_000);
  let server: TestServer;
  let ada: Innocent;
  let mallory: RawClient;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    ada = await Innocent.plays(server);
    mallory = await RawClient.join(server.url, ada.code);
    await ada.player.sees('Mallory', ({ names }) => names.length === 2);
  });
  afterEach(async () => {
    mallory.raw.destroy();
    await ada.leave();
  });

  for (const [what, act, reason] of fatal) {
    it(`${what} ends the connection${reason ? `, is counted as ${reason}` : ''}, and nobody else notices`, async () => {
      const before = reason ? await refused(server, reason) : 0;
      await ada.begin();
      act(mallory);
      await until(() => mallory.raw.closeCode || mallory.raw.socket.destroyed, { what: 'the end of the connection' });
      if (reason && reason !== 'protocol') assert.match(mallory.raw.closeReason, /^[A-Z].*\.$/);
      if (reason) assert.ok((await refused(server, reason)) > before);
      await ada.goesOn();
    });
  }

  for (const [what, act] of useless) {
    it(`${what}: nobody notices`, async () => {
      await ada.begin();
      act(mallory);
      await ada.goesOn();
    });
  }

  it('moves only its own puck, whatever the commands say', async () => {
    const { session } = ada.player;
    const held = session.me;
    await ada.begin();
    for (let i = 0; i < 100; i++) mallory.raw.send([CODE.input, 0x80, 127, 0x81, 127, 0x82, 1, 2, 0x83, i & 7]);
    await ada.goesOn();
    assert.equal(session.me, held);
    assert.equal(ada.player.state.sessionId, ada.player.room.sessionId);
  });

  it('a spectator may send commands: nothing moves for it', async () => {
    const watcher = await RawClient.join(server.url, ada.code, { spectate: true, name: 'Eve' });
    const pucks = ada.player.names.length;
    await ada.begin();
    for (let i = 0; i < 150; i++) watcher.raw.send([CODE.input, 0x80, 127, 0x83, 7]);
    await ada.goesOn();
    assert.equal(ada.player.names.length, pucks);
    assert.ok(!ada.player.names.includes('Eve'));
    watcher.raw.destroy();
  });

  it('a client of the library that watches and asks to be a player by a message becomes one, once', async () => {
    const watcher = await watchMatch(server.url, ada.code, 'Eve');
    for (let i = 0; i < 5; i++) watcher.send(MESSAGE.seat, { slot: 0 });
    await ada.player.sees('Eve', ({ names }) => names.filter((name) => name === 'Eve').length === 1);
    await watcher.leave();
  });
});
