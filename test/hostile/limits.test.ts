import assert from 'node:assert/strict';
import { createMatch, quickJoin } from '../../client/net/connection.ts';
import { Innocent, refused } from '../support/innocent.ts';
import { goodOptions, post, RawClient, reserve } from '../support/rawClient.ts';
import { newAddress, RawSocket } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const join = (server: TestServer, from: string, headers: Record<string, string> = {}, body: object = goodOptions) =>
  post(server.url, '/matchmake/join/match', JSON.stringify({ ...body, mode: 'ffa', map: 'atrium' }), headers, from);

/** Does something many times, a few at once: the machine shall be busy with the server's answers, not with the test. */
async function many<T>(count: number, act: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i += 10)
    results.push(...(await Promise.all(Array.from({ length: Math.min(10, count - i) }, (_, k) => act(i + k)))));
  return results;
}

describe('limits', function () {
  this.timeout(30_000);
  let server: TestServer;
  let ada: Innocent;
  async function start(env: Record<string, string>): Promise<void> {
    server = await startTestServer({ MAX_JOINS_PER_ADDRESS: '120', ...env });
    ada = await Innocent.plays(server);
  }
  afterEach(async () => {
    await ada.goesOn();
    await ada.leave();
    await server.stop();
  });

  it('an address has so many sockets and no more; others have theirs, and those that close count no longer', async () => {
    await start({ MAX_CONNECTIONS_PER_ADDRESS: '5' });
    const from = newAddress();
    const knock = () => RawSocket.open(server.port, '/', {}, from);
    const flood = await many(40, knock);
    const accepted = flood.filter(({ head }) => head.status === 101);
    assert.equal(accepted.length, 5);
    const turnedAway = flood.filter(({ head }) => head.status === 429);
    assert.equal(turnedAway.length, 35);
    assert.match(turnedAway[0]?.head.body ?? '', /Too many open connections from your address/);
    assert.equal(await refused(server, 'connections'), 35);
    const other = await RawSocket.open(server.port, '/');
    assert.equal(other.head.status, 101);
    for (const raw of [...flood, other]) raw.destroy();
    await until(async () => (await knock()).head.status === 101, { what: 'a place again' });
  });

  it('sockets that are cut in the middle of their upgrade leave no trace in the count', async () => {
    await start({ MAX_CONNECTIONS_PER_ADDRESS: '5' });
    const from = newAddress();
    for (let i = 0; i < 50; i++) {
      const opening = RawSocket.open(server.port, '/', {}, from);
      if (i % 2) (await opening).destroy();
      else void opening.then((raw) => raw.socket.resetAndDestroy());
    }
    await until(async () => (await RawSocket.open(server.port, '/', {}, from)).head.status === 101, { what: 'a place' });
  });

  it('an address that joins too often gets 429 with a sentence; others join meanwhile', async () => {
    await start({});
    const from = newAddress();
    const answers = await many(200, () => join(server, from));
    const last = answers.filter(({ status }) => status === 429);
    assert.equal(last.length, 80);
    assert.equal(last[0]?.error, 'Too many joins from your address: wait ten seconds.');
    assert.equal(await refused(server, 'joins'), 80);
    assert.equal((await RawSocket.open(server.port, '/', {}, from)).head.status, 429);
    const ben = await RawClient.join(server.url, ada.code);
    await ada.player.sees('the other', ({ names }) => names.length === 2);
    ben.raw.destroy();
  });

  it('an address that asks too often for anything gets 429; others get the page', async () => {
    await start({});
    const from = newAddress();
    const answers = await many(700, () => post(server.url, '/healthz', '', {}, from));
    const refusals = answers.filter(({ status }) => status === 429);
    assert.equal(refusals.length, 100);
    assert.match(refusals[0]?.error ?? '', /Too many requests from your address/);
    assert.equal((await server.health()).status, 'ok');
  });

  it('without trusted proxies a made-up X-Forwarded-For is nobody else’s address', async () => {
    await start({ TRUST_PROXY: '0' });
    const from = newAddress();
    const answers = await many(140, (i) => join(server, from, { 'x-forwarded-for': `9.9.9.${i}`, 'x-real-ip': `9.9.9.${i}` }));
    assert.equal(answers.filter(({ status }) => status === 429).length, 20);
  });

  it('behind one trusted proxy the last address of X-Forwarded-For counts, whatever the caller put before it', async () => {
    await start({ TRUST_PROXY: '1' });
    const made = await many(140, (i) => join(server, newAddress(), { 'x-forwarded-for': `9.9.9.${i}, 8.8.8.8` }));
    assert.equal(made.filter(({ status }) => status === 429).length, 20);
    const another = await join(server, newAddress(), { 'x-forwarded-for': '8.8.8.8, 8.8.4.4' });
    assert.notEqual(another.status, 429);
    const v6 = await many(140, (i) => join(server, newAddress(), { 'x-forwarded-for': `2001:db8:1:2::${i.toString(16)}` }));
    assert.equal(v6.filter(({ status }) => status === 429).length, 20, 'one customer has one /64');
  });

  it('a server without a free room says so, and keeps those that it has', async () => {
    await start({ MAX_ROOMS: '3' });
    for (let i = 0; i < 2; i++) await reserve(server.url, 'create', 'match', { bots: 0, private: true });
    const before = await refused(server, 'rooms');
    await assert.rejects(createMatch(server.url, 'Mallory'), /no room left\. Try again later/);
    await assert.rejects(quickJoin(server.url, 'Mallory', { map: 'atrium', mode: 'ffa', private: true, bots: 0 }), /no room left/);
    assert.equal((await refused(server, 'rooms')) - before, 2);
    assert.equal((await server.health()).rooms, 3);
  });

  it('reservations that nobody takes run out, and the room is there for others', async () => {
    await start({});
    const seats = await Promise.allSettled(Array.from({ length: 60 }, () => reserve(server.url, 'joinById', ada.code)));
    assert.ok(
      seats.some(({ status }) => status === 'rejected'),
      'a room has an end',
    );
    assert.equal(ada.player.names.length, 1);
    const ben = await until(() => RawClient.join(server.url, ada.code).catch(() => undefined), { what: 'a seat', timeoutMs: 20_000 });
    await ada.begin();
    ben.raw.destroy();
  });
});
