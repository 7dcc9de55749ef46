import assert from 'node:assert/strict';
import { CLOSE, REFUSED } from '#shared/net/messages.ts';
import { createMatch, joinMatch, quickJoin } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { login, order, PASSWORD, type Session } from '../support/admin.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

interface Refusal {
  code: number;
  message: string;
}

describe('somebody who is sent away', () => {
  let server: TestServer;
  let operator: Session;
  let ada: Player;
  /** Each is an address of its own. */
  let hers: BadLine;
  let theirs: BadLine;

  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    operator = await login(server.url);
    hers = await BadLine.open(server.port);
    ada = await Player.in(await createMatch(hers.url, 'Ada', { bots: 0, private: true, map: 'atrium', countdownS: 0 }));
  });
  beforeEach(async () => {
    theirs = await BadLine.open(server.port);
  });
  afterEach(() => theirs.close());
  after(async () => {
    await ada.leave();
    hers.close();
    await server.stop();
  });

  /** Comes in, is sent away by an order of the operator, and is told why. */
  async function sentAway(token: string, path: string, body: object = {}): Promise<{ code: number; text: string }> {
    const player = await Player.in(await joinMatch(theirs.url, ada.code, 'Mallory', undefined, { token }));
    const told = { code: 0, text: '' };
    player.room.onLeave((code, text) => Object.assign(told, { code, text }));
    const { status } = await order(server.url, operator, `/rooms/${ada.code}/${path}`, { slot: player.session.me, ...body });
    assert.equal(status, 200);
    await until(() => told.code, { what: 'a goodbye' });
    await ada.sees('the seat free', () => ada.names.length === 1);
    return told;
  }

  const refused = (words: object, line = theirs): Promise<Refusal> =>
    joinMatch(line.url, ada.code, 'Nobody at all', undefined, words).then(
      (room) => room.leave().then(() => ({ code: 0, message: 'let in' })),
      (error: Refusal) => error,
    );

  it('by a kick does not come back for a while: not with the token, another name, or a new token', async () => {
    const token = await askIdentity(theirs.url);
    const neighbour = await askIdentity(theirs.url);
    assert.equal((await sentAway(token, 'kick')).code, CLOSE.kicked);
    for (const words of [{ token }, {}, { token: await askIdentity(theirs.url) }]) {
      const { code, message } = await refused(words);
      assert.equal(code, REFUSED.kicked);
      assert.match(message, /You may come back in 5 min/);
    }
    assert.equal((await refused({ token: neighbour })).code, 0, 'who only shares the address comes in');
    const elsewhere = await quickJoin(theirs.url, 'Mallory', { token, mode: 'ffa' });
    await elsewhere.leave();
    const fromElsewhere = await BadLine.open(server.port);
    assert.equal((await refused({ token }, fromElsewhere)).code, REFUSED.kicked, 'the token is known from anywhere');
    assert.equal((await refused({}, fromElsewhere)).code, 0);
    fromElsewhere.close();
  });

  it('by a ban is told why and until when, and stays out of every room, with whatever name or token, until it is lifted', async () => {
    const token = await askIdentity(theirs.url);
    const { code, text } = await sentAway(token, 'ban', { reason: 'Threw the table.', hours: 48 });
    assert.equal(code, CLOSE.banned);
    assert.match(text, /^You are banned until \d{4}-\d\d-\d\d \d\d:\d\d UTC: Threw the table\.$/);
    for (const words of [{ token }, {}, { token: await askIdentity(theirs.url) }]) {
      const refusal = await refused(words);
      assert.deepEqual([refusal.code, refusal.message], [REFUSED.banned, text]);
    }
    const quick = quickJoin(theirs.url, 'Mallory', { token });
    await assert.rejects(quick, ({ code }: Refusal) => code === REFUSED.banned);
    const list = await fetch(`${server.url}/api/admin/bans`, { headers: { cookie: operator.cookie } });
    const [ban] = (await list.json()) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(ban ?? {}).sort(), ['at', 'by', 'id', 'kind', 'name', 'reason', 'until']);
    assert.equal((await order(server.url, operator, `/bans/${ban?.id}/lift`)).status, 200);
    assert.equal((await refused({ token })).code, 0);
  });

  it('by a ban of the person alone leaves those at the same address alone', async () => {
    const token = await askIdentity(theirs.url);
    await sentAway(token, 'ban', { hours: 1, address: false });
    assert.equal((await refused({ token })).code, REFUSED.banned);
    assert.equal((await refused({})).code, 0);
  });

  it('cannot be by a guest: bans need the operator', async () => {
    const nobody = { cookie: '', token: '' };
    assert.equal((await order(server.url, nobody, `/rooms/${ada.code}/ban`, { slot: ada.session.me, hours: 1 })).status, 401);
    const cases = [{ slot: 0 }, { slot: 99, hours: 1 }, { slot: 0, hours: -1 }, { slot: 0, hours: 1e9 }, { slot: 15, hours: 1 }];
    for (const body of cases) assert.ok((await order(server.url, operator, `/rooms/${ada.code}/ban`, body)).status >= 400);
    await ada.sees('nobody else', () => ada.names.length === 1);
  });
});
