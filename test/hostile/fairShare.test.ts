import assert from 'node:assert/strict';
import { MAX_SPECTATORS } from '#shared/tuning.ts';
import { createMatch, type MatchConnection, watchMatch } from '../../client/net/connection.ts';
import { AdminAuth } from '../../server/admin/auth.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const ROOMS = 3;
const PASSWORD = 'a-password-for-tests';

describe('one address', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ MAX_ROOMS_PER_ADDRESS: String(ROOMS), ADMIN_PASSWORD: PASSWORD });
  });
  after(() => server.stop());

  it(`has ${ROOMS} rooms open at most, and is told so; one that closes makes room for another`, async () => {
    const rooms: MatchConnection[] = [];
    for (let i = 0; i < ROOMS; i++) rooms.push(await createMatch(server.url, 'Mallory', { bots: 0 }));
    await assert.rejects(createMatch(server.url, 'Mallory', { bots: 0 }), /Too many rooms were opened from your address/);
    await rooms.pop()?.leave();
    await until(async () => (await server.health()).rooms === ROOMS - 1, { what: 'the room closed' });
    rooms.push(await createMatch(server.url, 'Mallory', { bots: 0 }));
    await Promise.all(rooms.map((room) => room.leave()));
  });

  it(`fills a match's ${MAX_SPECTATORS} places to watch at most: players still get in`, async () => {
    const host = await Player.open(server.url, 'Ada');
    const watching = await Promise.all(Array.from({ length: MAX_SPECTATORS }, () => watchMatch(server.url, host.code, 'Eve')));
    await assert.rejects(watchMatch(server.url, host.code, 'Eve'), /are watching this match already/);
    const late = await Player.joins(server.url, host.code, 'Bob');
    assert.equal(late.names.includes('Bob'), true);
    for (const room of watching) room.reconnection.enabled = false;
    await Promise.all([...watching.map((room) => room.leave()), host.leave(), late.leave()]);
  });

  it('gets one password compared at a time, however many it sends at once', async () => {
    const auth = new AdminAuth({ operator: PASSWORD }, false);
    const guesses = [...Array.from({ length: 200 }, (_, i) => `guess-${i}`), PASSWORD];
    const results = await Promise.all(guesses.map((guess) => auth.login('203.0.113.7', guess)));
    assert.equal(
      results.some(({ ok }) => ok),
      false,
    );
    assert.equal((await auth.login('203.0.113.7', PASSWORD)).ok, false);
    assert.equal((await auth.login('203.0.113.8', PASSWORD)).ok, true);
  });
});

describe('a player who is kicked while away', () => {
  it('does not come back to the seat with the old key', async () => {
    const server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    const host = await Player.open(server.url, 'Ada');
    const mallory = await Player.joins(server.url, host.code, 'Mallory');
    const { slot } = { slot: mallory.session.me };
    const token = mallory.room.reconnectionToken;
    mallory.room.reconnection.enabled = false;
    mallory.room.connection.close();
    await until(() => host.session.state.pucks[slot]?.connected === false, { what: 'Mallory away' });
    const headers = { 'content-type': 'application/json' };
    const login = await fetch(`${server.url}/api/admin/login`, { method: 'POST', headers, body: JSON.stringify({ password: PASSWORD }) });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { token: secret } = (await login.json()) as { token: string };
    const kick = await fetch(`${server.url}/api/admin/rooms/${host.code}/kick`, {
      method: 'POST',
      headers: { ...headers, cookie, 'x-carom-token': secret },
      body: JSON.stringify({ slot }),
    });
    assert.equal(kick.status, 200);
    await assert.rejects(Player.returns(server.url, token));
    await until(() => !host.names.includes('Mallory'), { what: 'Mallory gone' });
    await host.leave();
    await server.stop();
  });
});
