import assert from 'node:assert/strict';
import { login, order, PASSWORD, type Session, tryLogin } from '../support/admin.ts';
import { Innocent, refused } from '../support/innocent.ts';
import { post } from '../support/rawClient.ts';
import { exchange, newAddress } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { letPass } from '../support/until.ts';

describe('the operator’s panel', function () {
  this.timeout(30_000);
  let server: TestServer;
  let ada: Innocent;
  let session: Session & { setCookie: string };
  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    ada = await Innocent.plays(server);
    session = await login(server.url);
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });
  beforeEach(() => ada.begin());
  afterEach(() => ada.goesOn());

  it('lets who guesses wait for 1 s, 2 s and 4 s, and does not read even the right password before', async () => {
    const from = newAddress();
    for (const waitS of [1, 2, 4]) {
      const wrong = await tryLogin(server.url, `guess ${waitS}`, {}, from);
      assert.equal(wrong.status, 401);
      assert.equal(wrong.headers['retry-after'], String(waitS));
      assert.match(wrong.error, new RegExp(`Try again in ${waitS} s`));
      const early = await tryLogin(server.url, PASSWORD, {}, from);
      assert.equal(early.status, 401);
      assert.equal(early.headers['set-cookie'], undefined);
      if (waitS === 4) break;
      await letPass(waitS * 1000 + 20);
    }
    const elsewhere = await tryLogin(server.url, PASSWORD, {}, newAddress());
    assert.equal(elsewhere.status, 200, 'others may log in meanwhile');
  });

  it('reads one of twenty passwords that come at once', async () => {
    const from = newAddress();
    const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => tryLogin(server.url, `guess ${i}`, {}, from)));
    // A second one that was read would have doubled the wait.
    assert.deepEqual(new Set(tries.map(({ headers }) => headers['retry-after'])), new Set(['1']));
  });

  it('takes a made-up X-Forwarded-For for nothing: the wait is the caller’s', async () => {
    const from = newAddress();
    await tryLogin(server.url, 'guess', { 'x-forwarded-for': '9.9.9.1' }, from);
    const { status } = await tryLogin(server.url, PASSWORD, { 'x-forwarded-for': '9.9.9.2' }, from);
    assert.equal(status, 401);
  });

  it('answers passwords that are no texts, and bodies that are no JSON, without telling of its inside', async () => {
    for (const password of [null, 1, {}, [], ['a'], true, 'x'.repeat(257), undefined]) {
      const { status, error } = await tryLogin(server.url, password);
      assert.deepEqual([status, error], [400, 'A password is needed.']);
    }
    for (const body of ['{', 'null', '[]', '"x"', '', `{"password":"${'x'.repeat(5000)}"}`, '{"__proto__":{"password":"x"}}']) {
      const { status, error, body: text } = await post(server.url, '/api/admin/login', body);
      assert.ok(status === 400 || status === 413, `${status} for ${body.slice(0, 20)}`);
      assert.match(error, /^[A-Z].*\.$/);
      assert.doesNotMatch(text, /node_modules| at /);
    }
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', () => {
    assert.match(session.setCookie, /; HttpOnly(;|$)/);
    assert.match(session.setCookie, /; SameSite=Strict(;|$)/);
    assert.doesNotMatch(session.setCookie, /Domain=/);
  });

  it('changes nothing without the token, with a wrong one, with another session’s, or for another site', async () => {
    const other = await login(server.url);
    const path = `/api/admin/rooms/${ada.code}/close`;
    const { cookie, token } = session;
    const attempts: [Record<string, string>, number][] = [
      [{}, 401],
      [{ 'x-carom-token': token }, 401],
      [{ cookie }, 403],
      [{ cookie, 'x-carom-token': '' }, 403],
      [{ cookie, 'x-carom-token': token.slice(0, -1) }, 403],
      [{ cookie, 'x-carom-token': other.token }, 403],
      [{ cookie: 'carom_admin=__proto__', 'x-carom-token': token }, 401],
      [{ cookie, 'x-carom-token': token, origin: 'https://evil.example' }, 403],
      [{ cookie, origin: 'null', 'content-type': 'text/plain' }, 403],
    ];
    for (const [headers, status] of attempts) {
      const answer = await post(server.url, path, '{}', headers);
      assert.equal(answer.status, status, JSON.stringify(headers));
      assert.match(answer.error, /^[A-Z].*\.$/);
    }
    const got = await fetch(`${server.url}${path}`, { headers: { cookie, 'x-carom-token': token } });
    assert.equal(got.status, 404, 'by GET nothing is changed');
  });

  it('refuses slots and codes that are none', async () => {
    for (const slot of [-1, 16, 1.5, '0', null, 1e9, [0]])
      assert.equal((await order(server.url, session, `/rooms/${ada.code}/kick`, { slot })).status, 400);
    for (const code of ['AAAA', 'aaaaa', '__proto__', '%2e%2e', 'A'.repeat(500)])
      assert.equal((await order(server.url, session, `/rooms/${code}/close`)).status, 400, code);
    assert.equal((await order(server.url, session, '/rooms/AAAAA/close')).status, 404);
  });

  it('keeps the framework’s own panel behind the same session', async () => {
    for (const path of ['', '/', '/api', '/api/', '/API', '//api', '/api/room?roomId=x', '/index.html', '/%61pi']) {
      const { status } = await fetch(`${server.url}/monitor/colyseus${path}`, { redirect: 'manual' });
      assert.ok(status === 401 || status === 404, `${path}: ${status}`);
    }
    const { status, headers } = await fetch(`${server.url}/monitor/colyseus/`, { headers: { cookie: session.cookie } });
    assert.equal(status, 200);
    assert.match(headers.get('content-security-policy') ?? '', /script-src 'self'(;|$)/);
  });

  it('does not let the framework’s panel call a room’s methods, in any spelling, by any method, even with a session', async () => {
    const before = await refused(server, 'admin-call');
    const query = `?roomId=${ada.code}&method=disconnect&args=${encodeURIComponent('[4001]')}`;
    const root = '/monitor/colyseus';
    const spellings = [
      '/api/room/call',
      '/api/room/call/',
      '/API/Room/CALL',
      '//api/room/call',
      '/api//room/call',
      '/api/room//call',
      '/api/room/call//',
      '/api/room/%63all',
      '/%61pi/room/call',
      '/api%2froom%2fcall',
      '/api/room/call%2f',
      '/api/./room/call',
      '/api/x/../room/call',
      '/api/room/call;x',
      '/api/room/call%00',
      '/api\\room\\call',
      '/api/room/call/x',
    ];
    const roots = [
      root,
      '/Monitor/Colyseus',
      '//monitor/colyseus',
      '/monitor//colyseus',
      '/monitor',
      '/monitor/colyseus/monitor',
      '/x/../monitor/colyseus',
    ];
    const paths = [...spellings.map((spelling) => root + spelling), ...roots.map((from) => `${from}/api/room/call`)];
    for (const method of ['GET', 'POST', 'HEAD', 'PUT', 'OPTIONS']) {
      for (const path of paths) {
        const length = method === 'GET' || method === 'HEAD' ? '' : 'Content-Length: 0\r\n';
        const said = await exchange(
          server.port,
          `${method} ${path}${query} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${session.cookie}\r\n${length}Connection: close\r\n\r\n`,
        );
        assert.match(said, method === 'OPTIONS' ? /^HTTP\/1.1 [24]\d\d / : /^HTTP\/1.1 4\d\d /, `${method} ${path}`);
      }
    }
    assert.ok((await refused(server, 'admin-call')) > before);
    assert.ok(ada.player.room.connection.isOpen);
  });
});
