// What a moderator may not do, what nobody may do from elsewhere, and what becomes of tickets in wrong hands.

import assert from 'node:assert/strict';
import { CLOSE, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import type { AuditReport, SanctionReport } from '#shared/net/reports.ts';
import { watchMatch } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { login, look, MODERATOR_PASSWORD, order, PASSWORD, type Session } from '../support/admin.ts';
import { Player } from '../support/player.ts';
import { post } from '../support/rawClient.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe('a moderator, and whoever would like to be one', function () {
  this.timeout(30_000);
  let server: TestServer;
  let ada: Player;
  let eve: Player;
  let operator: Session;
  let moderator: Session;
  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD, MODERATOR_PASSWORD });
    ada = await Player.open(server.url, 'Ada');
    eve = await Player.joins(server.url, ada.code, 'Eve');
    operator = await login(server.url);
    moderator = await login(server.url, MODERATOR_PASSWORD);
  });
  after(async () => {
    await Promise.all([ada.leave(), eve.leave()]);
    await server.stop();
  });

  const target = () => ({ who: eve.room.sessionId, reason: 'Enough.' });
  const audit = () => look<AuditReport[]>(server.url, operator, '/audit');

  it('is refused the acts of an operator, each with a sentence, and nothing is done', async () => {
    const lines = (await audit()).length;
    const acts: [string, object][] = [
      [`/rooms/${ada.code}/close`, {}],
      [`/rooms/${ada.code}/end`, {}],
      ['/announce', { text: 'Hello' }],
      ['/drain', { on: true }],
      [`/rooms/${ada.code}/ban`, { ...target(), hours: 25 }],
      [`/rooms/${ada.code}/mute`, { ...target(), hours: 24.5 }],
    ];
    for (const [path, body] of acts) {
      const { status, error } = await order(server.url, moderator, path, body);
      assert.equal(status, 403, path);
      assert.match(error, /^(Only the operator|A moderator's).*\.$/);
    }
    const stock = await fetch(`${server.url}/monitor/colyseus/`, { headers: { cookie: moderator.cookie } });
    assert.equal(stock.status, 403);
    assert.equal((await audit()).length, lines);
    assert.equal((await server.health()).status, 'ok');
    assert.ok(ada.room.connection.isOpen && eve.room.connection.isOpen);
  });

  it('mutes for a day at most, lifts that, but nothing that the operator has set', async () => {
    assert.equal((await order(server.url, moderator, `/rooms/${ada.code}/mute`, { ...target(), hours: 24, address: false })).status, 200);
    await assert.rejects(
      eve.room.request('chat', { channel: 'room', text: 'hello' }),
      ({ code }: { code: number }) => code === REFUSED.muted,
    );
    assert.equal((await order(server.url, operator, `/rooms/${ada.code}/mute`, { ...target(), hours: 24, address: false })).status, 200);
    const [theirs, own] = (await look<SanctionReport[]>(server.url, moderator, '/mutes')) as [SanctionReport, SanctionReport];
    assert.deepEqual([theirs.by, own.by], ['operator', 'moderator']);
    assert.equal((await order(server.url, moderator, `/mutes/${theirs.id}/lift`)).status, 403);
    assert.equal((await order(server.url, moderator, `/mutes/${own.id}/lift`)).status, 200);
    assert.equal((await order(server.url, operator, `/mutes/${theirs.id}/lift`)).status, 200);
  });

  it('reaches nothing from another site, with the token alone, or with the cookie alone', async () => {
    const { cookie, token } = operator;
    const headers: [Record<string, string>, number][] = [
      [{ 'x-carom-token': token }, 401],
      [{ cookie }, 403],
      [{ cookie, 'x-carom-token': moderator.token }, 403],
      [{ cookie, 'x-carom-token': token, origin: 'https://evil.example' }, 403],
      [{ cookie, origin: 'null', 'content-type': 'text/plain' }, 403],
    ];
    const paths = ['ban', 'mute', 'kick', 'move', 'message', 'end', 'close', 'ticket'].map((act) => `/rooms/${ada.code}/${act}`);
    for (const path of [...paths, '/announce', '/drain', '/bans/1/lift'])
      for (const [sent, status] of headers) {
        const answer = await post(
          server.url,
          `/api/admin${path}`,
          JSON.stringify({ ...target(), hours: 1, text: 'x', to: 'watch', on: true }),
          sent,
        );
        assert.equal(answer.status, status, `${path} ${JSON.stringify(sent)}`);
      }
    for (const path of ['/audit', '/bans', '/mutes', '/rooms', `/rooms/${ada.code}`])
      assert.equal((await fetch(`${server.url}/api/admin${path}`, { headers: { 'x-carom-token': token } })).status, 401, path);
    assert.ok(ada.room.connection.isOpen && eve.room.connection.isOpen);
  });

  it('is answered with a sentence for bodies that make no sense', async () => {
    const wrong: [string, unknown[]][] = [
      ['message', [{}, { text: '' }, { text: '  ' }, { text: 'x'.repeat(161) }, { text: 1 }]],
      ['move', [{}, { who: 1, to: 'watch' }, { who: 'x', to: 'moon' }]],
      ['kick', [{}, { who: '' }, { who: [] }, { slot: 99 }]],
      ['mute', [{ slot: 0 }, { slot: 0, hours: 0 }, { slot: 0, hours: 'x' }, { slot: 0, hours: 1, reason: 'x'.repeat(201) }]],
    ];
    for (const [act, bodies] of wrong)
      for (const body of bodies) {
        const { status, error } = await order(server.url, operator, `/rooms/${ada.code}/${act}`, body as object);
        assert.equal(status, 400, `${act} ${JSON.stringify(body)}`);
        assert.match(error, /^[A-Z].*\.$/);
      }
    for (const query of ['rooms?rows=-1', 'rooms?rows=1e9', 'audit?before=x', 'audit?before=-1'])
      assert.equal((await fetch(`${server.url}/api/admin/${query}`, { headers: { cookie: operator.cookie } })).status, 400, query);
  });

  it('bans with a reason as long as may be: it is told whole, nobody else is thrown out, and the act is a line of the audit', async () => {
    const zed = await Player.joins(server.url, ada.code, 'Zed');
    const reason = `${'ü'.repeat(199)}.`;
    const told = new Promise<string>((resolve) => zed.room.onMessage(MESSAGE.closing, resolve));
    const closed = new Promise<[number, string | undefined]>((resolve) => zed.room.onLeave((code, text) => resolve([code, text])));
    const ban = { who: zed.room.sessionId, reason, hours: 1, address: false };
    const { status, body } = await order(server.url, moderator, `/rooms/${ada.code}/ban`, ban);
    assert.equal(status, 200, body);
    assert.ok((await told).endsWith(reason));
    const [code, text = ''] = await closed;
    assert.equal(code, CLOSE.banned);
    assert.ok(text.length > 44 && (await told).startsWith(text), text);
    assert.equal((await audit())[0]?.detail, `Zed, 1 h: ${reason}`);
    assert.ok(ada.room.connection.isOpen && eve.room.connection.isOpen);
  });

  it('does not get in with a ticket that is forged, of another room, or no ticket at all; one that is good shows nobody', async () => {
    const other = await Player.open(server.url, 'Grace');
    const sent = async (code: string): Promise<string> =>
      (JSON.parse((await order(server.url, moderator, `/rooms/${code}/ticket`)).body) as { ticket: string }).ticket;
    const forged = `${(await sent(ada.code)).slice(0, -4)}AAAA`;
    for (const ticket of [forged, 'x', await askIdentity(server.url), await sent(other.code)])
      await assert.rejects(
        watchMatch(server.url, ada.code, 'Nobody', '', { ticket }),
        ({ code }: { code: number }) => code === REFUSED.options,
      );
    const unseen = await Player.at(await watchMatch(server.url, ada.code, 'Nobody', '', { ticket: await sent(ada.code) }));
    await until(() => unseen.names.includes('Ada'), { what: 'the match' });
    for (const [message, body] of [
      ['seat'],
      ['chat', { channel: 'room', text: 'boo' }],
      ['line', true],
      ['report', { who: eve.room.sessionId, reason: 'spam' }],
    ] as const)
      await assert.rejects(unseen.room.request(message, body), /./, message);
    const { tick } = ada.session.state;
    await ada.sees('some patches', () => ada.session.state.tick > tick + 10);
    assert.equal(ada.session.state.watchers.size, 0);
    const [listed] = (await look<{ code: string; spectators: number }[]>(server.url, operator, '/rooms')).filter(
      ({ code }) => code === ada.code,
    );
    assert.equal(listed?.spectators, 0);
    await other.leave();
    // Who only looks on keeps no room open.
    await Promise.all([ada.leave(), eve.leave()]);
    await until(() => !unseen.room.connection.isOpen, { what: 'the room closed' });
    unseen.pause();
  });
});
