import assert from 'node:assert/strict';
import { Innocent, refused } from '../support/innocent.ts';
import { type Answer, goodOptions, post } from '../support/rawClient.ts';
import { exchange } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const METHODS = ['joinOrCreate', 'create', 'join', 'joinById', 'reconnect', 'match', 'query', '__proto__', 'constructor'];
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Bodies that nobody may get a seat by, with what they are. */
const bodies: [what: string, body: string | Uint8Array, type?: string][] = [
  ['nothing', ''],
  ['half an object', '{"name":'],
  ['null', 'null'],
  ['a number', '17'],
  ['NaN', 'NaN'],
  ['a text', '"match"'],
  ['a list', '[1,2,3]'],
  ['options of wrong types', JSON.stringify({ name: ['x'], protocol: '1', rules: null, spectate: 'yes' })],
  ['numbers out of range', `{"protocol":1e999,"rules":-1e999,"name":"x"}`],
  ['a prototype', '{"__proto__":{"protocol":1,"rules":1,"name":"x","private":true},"constructor":{"prototype":{"polluted":1}}}'],
  ['4000 levels', deep(2000)],
  ['a token that is an object', JSON.stringify({ reconnectionToken: { $ne: null } })],
  ['a token like what every object has', JSON.stringify({ reconnectionToken: '__proto__' })],
  ['bytes that are no text', Uint8Array.from({ length: 300 }, (_, i) => (i * 89) & 255)],
  ['a form', 'name=x&protocol=1', 'application/x-www-form-urlencoded'],
  ['a form in parts without its end', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'multipart/form-data; boundary=x'],
  ['plain text', JSON.stringify(goodOptions), 'text/plain'],
  ['XML', '<a/>', 'application/xml'],
  ['a type that is none', '{}', ';;;'],
];

describe('at the matchmaking', function () {
  this.timeout(30_000);
  let server: TestServer;
  let ada: Innocent;
  before(async () => {
    server = await startTestServer();
    ada = await Innocent.plays(server);
  });
  after(async () => {
    await ada.leave();
    await server.stop();
  });
  beforeEach(() => ada.begin());

  /** An answer that refuses, by a sentence, without a word about the inside. */
  function isRefusal({ status, body, error }: Answer, what: string): void {
    assert.ok(status >= 400, `${what}: ${status} ${body}`);
    assert.ok(error.length > 8, `${what}: ${status} ${body}`);
    assert.doesNotMatch(body, /node_modules|server\/|Cannot read|\n +at /, what);
  }

  for (const [what, body, type = 'application/json'] of bodies) {
    it(`${what} for a body gets a refusal from every method`, async () => {
      const before = await refused(server);
      for (const method of METHODS) {
        for (const target of ['match', ada.code]) {
          const answer = await post(server.url, `/matchmake/${method}/${target}`, body, { 'content-type': type });
          isRefusal(answer, `${method}/${target}`);
        }
      }
      const counted = (await refused(server)) - before;
      assert.ok(counted >= METHODS.length * 2, `${counted} counted`);
      assert.equal((await server.health()).rooms, 1);
    });
  }

  it('none of them was noticed by who plays', () => ada.goesOn());

  it('a room name, a code or a path that is none gets a refusal', async () => {
    const good = JSON.stringify(goodOptions);
    const paths = ['joinOrCreate/lobby2', 'create/__proto__', 'create/constructor', 'joinById/AAAAA', 'joinById/__proto__', 'join/%00'];
    for (const path of paths) isRefusal(await post(server.url, `/matchmake/${path}`, good), path);
    for (const path of ['', '/', '/create', '/create/match/more', '/../matchmake/%ff/match', '/reconnect/%2e%2e']) {
      const { status } = await post(server.url, `/matchmake${path}`, good);
      assert.ok(status >= 400 && status < 600, `${path}: ${status}`);
    }
    await ada.goesOn();
  });

  it('options that the framework would believe decide nothing: not the session, the room or its size', async () => {
    const wishes = {
      sessionId: ada.player.room.sessionId,
      roomId: ada.code,
      clientId: 'x',
      maxClients: 1e9,
      locked: false,
      clients: -5,
      private: true,
    };
    const { status, body } = await post(server.url, '/matchmake/create/match', JSON.stringify({ ...goodOptions, ...wishes }));
    assert.equal(status, 200, body);
    const seat = JSON.parse(body) as { sessionId: string; roomId: string };
    assert.notEqual(seat.sessionId, ada.player.room.sessionId);
    assert.notEqual(seat.roomId, ada.code);
    await ada.goesOn();
  });

  it('a private room is not found by quick play, whatever the criteria', async () => {
    for (const wish of [{ private: true }, { roomId: ada.code }, { code: ada.code }, { mode: 'ffa', map: 'atrium' }]) {
      const { body } = await post(server.url, '/matchmake/join/match', JSON.stringify({ ...goodOptions, ...wish }));
      assert.ok(!body.includes(ada.code), body);
    }
  });

  it('a body of 17 kB is refused unread, as is one without a length', async () => {
    const before = [await refused(server, 'size'), await refused(server, 'length')];
    const long = await post(server.url, '/matchmake/joinOrCreate/match', JSON.stringify({ ...goodOptions, more: 'x'.repeat(17_000) }));
    assert.equal(long.status, 413);
    assert.match(long.error, /16384 bytes/);
    const chunked = 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n';
    const head = 'POST /matchmake/joinOrCreate/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    assert.match(await exchange(server.port, head + chunked), /^HTTP\/1.1 411 .*must tell its length/s);
    assert.match(await exchange(server.port, `${head}\r\n`), /^HTTP\/1.1 411 /);
    assert.match(await exchange(server.port, `${head}Content-Length: 1e3\r\n\r\n`), /^HTTP\/1.1 400 /);
    assert.match(await exchange(server.port, `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`), /^HTTP\/1.1 400 /);
    assert.deepEqual([(await refused(server, 'size')) - (before[0] ?? 0), (await refused(server, 'length')) - (before[1] ?? 0)], [1, 2]);
    await ada.goesOn();
  });
});
