import assert from 'node:assert/strict';
import { MESSAGE } from '#shared/net/messages.ts';
import { random } from '#shared/sim/rng.ts';
import type { MatchConnection } from '../../client/net/connection.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { type TestServer, theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** The socket itself, past all that the client's library checks. */
function socketOf(room: MatchConnection): WebSocket {
  return (room.connection.transport as unknown as { ws: WebSocket }).ws;
}

const seeded = { rng: 99 };
const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(random(seeded) * 256));

const attacks: [what: string, attack: (mallory: Player) => unknown, thrownOut?: boolean][] = [
  [
    'random bytes',
    ({ room }) => {
      for (let i = 0; i < 200; i++) socketOf(room).send(noise(1 + (i % 64)));
    },
  ],
  [
    'every first byte there is',
    ({ room }) => {
      for (let i = 0; i < 256; i += 2) socketOf(room).send(Uint8Array.from([i, 1, 2, 3]));
    },
  ],
  [
    'messages cut short',
    ({ room }) => {
      for (let i = 0; i < 100; i++) socketOf(room).send(Uint8Array.from([13, 0xdb, 0xff, 0xff, 0xff, 0xff].slice(0, 1 + (i % 6))));
    },
  ],
  [
    'text where bytes are expected',
    ({ room }) => {
      for (const text of ['', '{}', 'x'.repeat(500), '\u0000']) socketOf(room).send(text);
    },
  ],
  ['an empty message', ({ room }) => socketOf(room).send(new Uint8Array(0))],
  [
    'messages of unknown types',
    ({ room }) => {
      for (const type of ['nope', '__proto__', 'constructor', 42, -1, '']) room.send(type as string, { a: 1 });
    },
  ],
  ['a deeply nested payload', ({ room }) => room.send('nope', JSON.parse('['.repeat(500) + ']'.repeat(500)))],
  [
    '1000 messages at once',
    ({ room }) => {
      for (let i = 0; i < 1000; i++) room.send('nope', i);
    },
    true,
  ],
  ['a payload of 5 kB', ({ room }) => socketOf(room).send(noise(5 * 1024)), true],
  ['a payload of 4 MB', ({ room }) => socketOf(room).send(noise(4 * 1024 * 1024)), true],
  [
    'requests for nothing',
    ({ room }) => {
      for (let i = 0; i < 50; i++) room.request('nope', i).catch(() => {});
    },
  ],
  [
    'requests for a second seat',
    ({ room }) => {
      for (let i = 0; i < 50; i++) room.request(MESSAGE.seat).catch(() => {});
    },
  ],
];

describe('a hostile client that sends', () => {
  let server: TestServer;
  let line: BadLine;
  let ada: Player;
  let mallory: Player;
  beforeEach(async () => {
    server = await theServer();
    line = await BadLine.open(server.port);
    ada = await Player.open(line.url, 'Ada', { map: 'hall' });
    mallory = await Player.joins(line.url, ada.code, 'Mallory');
    mallory.room.reconnection.enabled = false;
    mallory.room.onError(() => {});
    // With the second player all take their places anew.
    for (const player of [ada, mallory]) await player.sees('the match begin', () => player.session.phase === 'live');
  });
  afterEach(async () => {
    await Promise.all([ada.leave(), mallory.leave()]);
    line.close();
  });

  /** The others play on: ticks come, and commands are taken. */
  async function goesOn(): Promise<void> {
    const { tick } = ada.session.state;
    const { x } = ada.seen();
    ada.play().deed = { mx: 127 };
    await ada.sees('20 more ticks', () => ada.session.state.tick > tick + 20);
    await ada.sees('a step', () => ada.seen().x > x);
    assert.equal(server.child.exitCode, null);
    assert.equal((await server.health()).status, 'ok');
    assert.doesNotMatch(server.said(), /uncaught|unhandled/i);
  }

  for (const [what, attack, thrownOut] of attacks) {
    it(`${what} harms nobody else${thrownOut ? ', and is thrown out' : ''}`, async () => {
      await attack(mallory);
      if (thrownOut) await until(() => !mallory.room.connection.isOpen, { what: 'the end of its connection' });
      await goesOn();
    });
  }

  it('sticks at the extremes of int8 is not faster for it', async () => {
    let most = 0;
    ada.room.onStateChange(() => {
      const { vx, vy } = ada.seen(mallory.session.me);
      most = Math.max(most, Math.hypot(vx, vy));
    });
    const toMiddle = mallory.session.own?.y === 72 ? 127 : -128;
    mallory.play().deed = (sent) => ({ mx: sent % 60 < 40 ? 127 : -128, my: toMiddle });
    await until(() => most > 340, { what: 'full speed' });
    await goesOn();
    assert.ok(most <= 350, `${most} u/s`);
  });

  it('requests for the map over and over gets it a few times, then a refusal', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => mallory.room.request(MESSAGE.map)));
    const given = answers.filter(({ status }) => status === 'fulfilled').length;
    assert.ok(given >= 1 && given <= 20, `${given} given`);
    const [refused] = answers.filter((answer) => answer.status === 'rejected');
    assert.match(String(refused?.reason), /often enough/);
    await goesOn();
  });

  it('commands by the hundred is let go, not followed', async () => {
    const input = mallory.room.input({ mode: 'reliable' });
    for (let i = 0; i < 100; i++) {
      Object.assign(input.data as object, { mx: 127, my: 0, aim: 0, buttons: 7 });
      input.send();
    }
    await goesOn();
  });
});

describe('a stranger', () => {
  it('without a reservation gets no socket into a room', async () => {
    const server = await theServer();
    const ada = await Player.open(server.url, 'Ada');
    const url = new URL(socketOf(ada.room).url);
    url.searchParams.set('sessionId', 'stranger0');
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener('close', resolve));
    assert.equal(ada.names.length, 1);
    await ada.leave();
  });

  it('with bodies that are no JSON or far too long gets an answer, and the server lives', async () => {
    const { url, child } = await theServer();
    for (const body of ['{', '[]', 'null', '"x"', 'x'.repeat(1_000_000)]) {
      const answer = await fetch(`${url}/matchmake/joinOrCreate/match`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      assert.ok(answer.status >= 400, `${answer.status} for ${body.slice(0, 9)}`);
      await answer.text();
    }
    assert.equal(child.exitCode, null);
  });
});
