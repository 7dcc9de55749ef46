import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSE, REFUSED } from '#shared/net/messages.ts';
import { createMatch, joinMatch, type MatchConnection, watchMatch } from '../../client/net/connection.ts';
import { askIdentity, deleteIdentity } from '../../client/net/passport.ts';
import { loadKeys } from '../../server/identity/keys.ts';
import { signToken } from '../../server/identity/tokens.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const WISHES = { bots: 0, private: true, map: 'atrium', countdownS: 0 };

describe('a person without an account', () => {
  let server: TestServer;
  let token: string;
  let ada: Player;

  before(async () => {
    server = await startTestServer({ LOG_LEVEL: 'debug' });
    token = await askIdentity(server.url);
    ada = await Player.in(await createMatch(server.url, 'Ada', { ...WISHES, token }));
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });

  const joins = (words: object, url = server.url): Promise<MatchConnection> => joinMatch(url, ada.code, 'Somebody', undefined, words);
  /** Settles with the code of the refusal. */
  const refusal = (join: Promise<MatchConnection>): Promise<unknown> =>
    join.then(
      (room) => room.leave().then(() => 'let in'),
      (error: { code?: number }) => error.code,
    );

  it('keeps a token that is good, and gets a new one for what is not', async () => {
    assert.equal(await askIdentity(server.url, token), token);
    for (const bad of [`${token.slice(0, -3)}abc`, 'x', 'x'.repeat(1500)]) assert.notEqual(await askIdentity(server.url, bad), bad);
  });

  it('is not let in with a token that is forged, expired, of another server, cut off, huge or no text, and told so', async () => {
    const keys = loadKeys(server.dataDir);
    const [head, body, mac] = token.split('.') as [string, string, string];
    const forged = `${head}.${Buffer.from(
      Buffer.from(body, 'base64url')
        .toString()
        .replace(/"sub":"..../, '"sub":"evil'),
    ).toString('base64url')}.${mac}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const expired = await signToken(keys, 'somebody', 1_000_000);
    const foreign = await signToken({ ...keys, signing: [{ id: keys.signing[0].id, bytes: new Uint8Array(32) }] }, 'somebody');
    const unknown = await signToken(keys, 'never-welcomed');
    const bad = [forged, unsigned, expired, foreign, unknown, token.slice(0, 60), `${token}${'x'.repeat(9000)}`, 42, { a: 1 }];
    for (const one of bad) assert.equal(await refusal(joins({ token: one })), REFUSED.identity, String(one).slice(0, 40));
    assert.equal(ada.names.length, 1);
  });

  it('without a token plays all the same, as somebody new each time', async () => {
    const rooms = await Promise.all([joins({}), joins({})]);
    await ada.sees('both', () => ada.names.length === 3);
    await Promise.all(rooms.map((room) => room.leave()));
    await ada.sees('them gone', () => ada.names.length === 1);
  });

  it('has one puck in a match: a second tab is refused, may watch, and takes over when it says so', async () => {
    assert.equal(await refusal(joins({ token })), REFUSED.elsewhere);
    const eye = await watchMatch(server.url, ada.code, 'Ada', undefined, { token });
    await eye.leave();
    const { me } = ada.session;
    let closed = 0;
    ada.room.onLeave((code) => {
      closed = code;
    });
    const second = await Player.in(await joins({ token, takeOver: true }));
    await until(() => closed, { what: 'the first tab told' });
    assert.equal(closed, CLOSE.elsewhere);
    assert.equal(second.session.me, me);
    assert.deepEqual(second.names, ['Ada']);
    ada = second;
  });

  it('with another token does not get the seat, whatever they say', async () => {
    const other = await Player.in(await joins({ token: await askIdentity(server.url), takeOver: true }));
    assert.notEqual(other.session.me, ada.session.me);
    await other.leave();
  });

  it('can have deleted what is kept of them: then the token is good for nothing', async () => {
    const gone = await askIdentity(server.url);
    await deleteIdentity(server.url, gone);
    await assert.rejects(deleteIdentity(server.url, gone));
    assert.equal(await refusal(joins({ token: gone })), REFUSED.identity);
  });

  it("has no address anywhere: not on disk, in the log, the metrics or the operator's list", async () => {
    const line = await BadLine.open(server.port);
    const room = await joins({ token: await askIdentity(line.url) }, line.url);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    await room.leave();
    line.close();
    await until(() => server.said().includes('room opened'), { what: 'a log' });
    const files = readdirSync(server.dataDir, { recursive: true, encoding: 'utf8' }).map((name) => join(server.dataDir, name));
    const kept = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'latin1'));
    for (const text of [server.said(), metrics, ...kept]) assert.doesNotMatch(text, /127\.\d+\.\d+\.\d+/);
  });
});
