import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { Innocent, refused } from '../support/innocent.ts';
import { goodOptions, post } from '../support/rawClient.ts';
import { exchange, RawSocket, upgradeRequest } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const EVIL = 'https://evil.example';
const FRIEND = 'https://friend.example';

describe('at the door', function () {
  this.timeout(40_000);
  let server: TestServer;
  let ada: Innocent;
  before(async () => {
    server = await startTestServer({ ALLOWED_ORIGINS: FRIEND });
    ada = await Innocent.plays(server);
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });
  beforeEach(() => ada.begin());
  afterEach(() => ada.goesOn());

  const own = () => `http://127.0.0.1:${server.port}`;
  const ask = (text: string) => exchange(server.port, `${text.replaceAll('\n', '\r\n')}\r\nConnection: close\r\n\r\n`);

  for (const origin of [EVIL, 'null', 'http://127.0.0.1', 'http://127.0.0.1.evil.example', '://', 'http://127.0.0.1@evil.example']) {
    it(`a page of ${origin} may neither join nor ask for leave to`, async () => {
      const before = await refused(server, 'origin');
      const join = await post(own(), '/matchmake/create/match', JSON.stringify(goodOptions), { origin });
      assert.equal(join.status, 403);
      assert.match(join.error, /may not call this server/);
      const preflight = await ask(`OPTIONS /matchmake/create/match HTTP/1.1\nHost: 127.0.0.1:${server.port}\nOrigin: ${origin}`);
      assert.match(preflight, /^HTTP\/1.1 403 /);
      assert.doesNotMatch(preflight, /access-control-allow-(origin|credentials)/i);
      const upgrade = await RawSocket.open(server.port, '/x/y?sessionId=z', { Origin: origin, Host: `127.0.0.1:${server.port}` });
      assert.equal(upgrade.head.status, 403);
      assert.match(upgrade.head.body, /may not open a socket/);
      assert.equal((await refused(server, 'origin')) - before, 3);
    });
  }

  it('a page of another origin may not read what everybody may get', async () => {
    for (const path of ['/healthz', '/api/rooms', '/', '/__healthcheck']) {
      const { headers } = await fetch(own() + path, { headers: { origin: EVIL } });
      assert.equal(headers.get('access-control-allow-origin'), null, path);
      assert.equal(headers.get('access-control-allow-credentials'), null, path);
    }
  });

  it('a page that the host has named may join, without credentials', async () => {
    const { status, headers } = await post(own(), '/matchmake/create/match', JSON.stringify(goodOptions), { origin: FRIEND });
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], FRIEND);
    assert.equal(headers['access-control-allow-credentials'], undefined);
    const preflight = await ask(`OPTIONS /matchmake/create/match HTTP/1.1\nHost: 127.0.0.1:${server.port}\nOrigin: ${FRIEND}`);
    assert.match(preflight, /^HTTP\/1.1 204 /);
    assert.match(preflight, /access-control-allow-origin: https:\/\/friend\.example\r/i);
  });

  const unreadable = ['a b', 'a:b@c', '[', 'a:99999', '', 'x/../y', '[::1', '%'];
  for (const host of unreadable) {
    it(`a request to the host "${host}" gets an answer`, async () => {
      for (const line of ['GET /__healthcheck', 'POST /matchmake/create/match', 'GET /', 'GET /metrics']) {
        const said = await ask(`${line} HTTP/1.1\nHost: ${host}\nContent-Type: application/json\nContent-Length: 0`);
        assert.match(said, /^HTTP\/1.1 400 .*cannot be read/s, line);
      }
    });
  }

  it('a proxy may tell of any protocol', async () => {
    for (const proto of ['::', 'https,http', 'javascript:', 'http://evil.example/?']) {
      assert.match(await ask(`GET /__healthcheck HTTP/1.1\nHost: a\nX-Forwarded-Proto: ${proto}`), /^HTTP\/1.1 200 /, proto);
    }
  });

  it('requests that are no HTTP, and methods that nobody serves, are refused', async () => {
    for (const bytes of [
      'hello\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`,
    ])
      assert.match(await exchange(server.port, bytes), /^HTTP\/1.1 4\d\d |^$/);
    for (const method of ['DELETE', 'PUT', 'PATCH', 'TRACE', 'PROPFIND'])
      assert.match(await ask(`${method} /healthz HTTP/1.1\nHost: a\nContent-Length: 0`), /^HTTP\/1.1 4\d\d /, method);
    assert.equal(await ask('CONNECT evil.example:443 HTTP/1.1\nHost: evil.example:443'), '');
  });

  const paths = [
    '*',
    '*:99999',
    'http://[',
    '/x/__proto__?sessionId=__proto__&reconnectionToken=__proto__',
    '/x/constructor?sessionId=a',
    '//',
    '/%',
    '/?sessionId',
  ];
  for (const path of paths) {
    it(`an upgrade to ${path} comes to an end`, async () => {
      const raw = await RawSocket.open(server.port, path);
      await until(() => raw.socket.readableEnded || raw.closeCode, { what: 'the end' });
      raw.destroy();
    });
  }

  it('an upgrade that is refused is hung up on, even if the caller goes on', async () => {
    const raw = await RawSocket.open(server.port, '/x/y?sessionId=z', { Origin: EVIL });
    assert.equal(raw.head.status, 403);
    const talk = setInterval(() => raw.write(Buffer.from('more')), 5);
    await until(() => raw.socket.destroyed, { what: 'the end of the connection' });
    clearInterval(talk);
  });

  it('an upgrade with a wrong key, version or protocol is refused', async () => {
    for (const headers of [
      { 'Sec-WebSocket-Key': 'x' },
      { 'Sec-WebSocket-Version': '99' },
      { Upgrade: 'h2c' },
      { 'Sec-WebSocket-Protocol': ',,' },
    ]) {
      const raw = await RawSocket.open(server.port, '/x/y?sessionId=z', headers as Record<string, string>);
      assert.ok(raw.head.status >= 400 && raw.head.status < 500, `${JSON.stringify(headers)}: ${raw.head.status}`);
      raw.destroy();
    }
  });

  it('half-open requests are ended after some seconds, whatever half it is', async () => {
    const halves = ['', 'G', 'GET / HTTP/1.1\r\nHost: a\r\n', upgradeRequest('/x/y').slice(0, -2)];
    const body = 'POST /matchmake/create/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{';
    const sleepers = [...Array.from({ length: 80 }, (_, i) => halves[i % halves.length] as string), body].map((text) => {
      const socket = connect(server.port, '127.0.0.1')
        .on('error', () => {})
        .resume();
      if (text) socket.write(text);
      return socket;
    });
    await until(() => sleepers.every(({ destroyed }) => destroyed), { what: 'the end of all sleepers', timeoutMs: 30_000 });
  });
});
