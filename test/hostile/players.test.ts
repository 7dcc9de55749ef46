import assert from 'node:assert/strict';
import { returnToMatch } from '../../client/net/connection.ts';
import { login, order, PASSWORD, type Session } from '../support/admin.ts';
import { Innocent, refused } from '../support/innocent.ts';
import { Player } from '../support/player.ts';
import { CODE, goodOptions, post, RawClient, reserve, seatPath } from '../support/rawClient.ts';
import { RawSocket } from '../support/rawSocket.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe('a player who', function () {
  this.timeout(40_000);
  let server: TestServer;
  let ada: Innocent;
  let session: Session;
  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    session = await login(server.url);
  });
  after(() => server.stop());
  beforeEach(async () => {
    ada = await Innocent.plays(server);
  });
  afterEach(() => ada.leave());

  const seatOf = (name: string) => ada.player.session.state.pucks.findIndex((puck) => puck.active && puck.name === name);

  it('was kicked gets no other seat by a socket kept open, and cannot return with the old token', async () => {
    const mallory = await RawClient.join(server.url, ada.code);
    await ada.player.sees('Mallory', () => seatOf('Mallory') >= 0);
    assert.equal((await order(server.url, session, `/rooms/${ada.code}/kick`, { slot: seatOf('Mallory') })).status, 200);
    await until(() => mallory.raw.closeCode === 4400, { what: 'the kick' });
    assert.match(mallory.raw.closeReason, /removed from this match/);
    await ada.begin();
    // The goodbye is not answered: the socket stays open on both sides.
    for (let i = 0; i < 20; i++) mallory.say('seat', [], i);
    await ada.goesOn();
    assert.equal(seatOf('Mallory'), -1);
    mallory.raw.destroy();
    const { returnToken } = mallory;
    await assert.rejects(
      until(() => returnToMatch(server.url, returnToken), { what: 'nothing' }),
      /expired/,
    );
    const again = await RawSocket.open(server.port, seatPath(mallory.seat, `&reconnectionToken=${mallory.token}`));
    await until(() => again.closeCode, { what: 'a refusal' });
    assert.equal(seatOf('Mallory'), -1);
  });

  it('knows another’s session, room and process does not get their seat, neither while they play nor while they are away', async () => {
    const mallory = await RawClient.join(server.url, ada.code);
    const victim = await RawClient.join(server.url, ada.code, { name: 'Ben' });
    const attempts = [
      '',
      '&reconnectionToken=',
      '&reconnectionToken=x',
      '&reconnectionToken=__proto__',
      `&reconnectionToken=${mallory.token}`,
      '&skipHandshake=1',
      '&_authToken=x',
    ];
    const tryAll = async () => {
      for (const extra of attempts) {
        const raw = await RawSocket.open(server.port, seatPath(victim.seat, extra));
        await until(() => raw.closeCode, { what: `a refusal of ${extra}` });
        assert.notEqual(raw.messages[0]?.[0], CODE.join, extra);
      }
      for (const token of ['', 'x', victim.seat.sessionId, mallory.token.slice(1), null, ['x'], { toString: 'x' }]) {
        const { status, error } = await post(server.url, `/matchmake/reconnect/${ada.code}`, JSON.stringify({ reconnectionToken: token }));
        assert.ok(status >= 400, `${status} for ${JSON.stringify(token)}`);
        assert.ok(error.length > 8);
      }
    };
    await tryAll();
    assert.ok(victim.raw.isOpen);
    victim.raw.destroy();
    await ada.player.sees('Ben away', () => ada.player.session.state.pucks[seatOf('Ben')]?.connected === false);
    await tryAll();
    const back = await RawClient.take(server.url, victim.seat, true, `&reconnectionToken=${victim.token}`);
    await ada.player.sees('Ben back', () => ada.player.session.state.pucks[seatOf('Ben')]?.connected === true);
    back.raw.destroy();
    mallory.raw.destroy();
    await ada.begin();
    await ada.goesOn();
  });

  it('takes a reserved seat twice gets one', async () => {
    const seat = await reserve(server.url, 'joinById', ada.code);
    const all = await Promise.all(Array.from({ length: 5 }, () => RawSocket.open(server.port, seatPath(seat))));
    await until(() => all.filter(({ closeCode }) => closeCode).length === 4, { what: 'the end of the others' });
    const first = all.find(({ isOpen }) => isOpen) ?? assert.fail('none got it');
    await ada.player.sees('Mallory', ({ names }) => names.length === 2);
    first.destroy();
  });

  it('never reads is cut off, counted, and comes back to the same seat', async () => {
    const mallory = await RawClient.join(server.url, ada.code);
    await ada.player.sees('Mallory', () => seatOf('Mallory') >= 0);
    const slot = seatOf('Mallory');
    const before = await refused(server, 'backlog');
    await ada.begin();
    mallory.raw.socket.pause();
    // Answers that repeat four thousand letters fill the buffers of both systems within seconds; fewer
    // than would be a flood, more than that pings which nobody answers end it first.
    const flood = setInterval(() => {
      for (let i = 0; i < 7; i++) mallory.say('x'.repeat(3900), [], 1);
    }, 50);
    const away = () => ada.player.session.state.pucks[slot]?.connected === false;
    await ada.player.sees('that it is away', away, 25_000).finally(() => clearInterval(flood));
    assert.equal((await refused(server, 'backlog')) - before, 1);
    await ada.goesOn();
    mallory.raw.destroy();
    const back = await Player.returns(server.url, mallory.returnToken);
    assert.equal(back.session.me, slot);
    await back.leave();
  });

  it('never ends the handshake is cut off after some seconds, and the seat is free', async () => {
    const mallory = await RawClient.join(server.url, ada.code, {}, false);
    await ada.player.sees('Mallory', () => seatOf('Mallory') >= 0);
    await ada.begin();
    await until(() => mallory.raw.socket.destroyed || mallory.raw.socket.readableEnded, { what: 'the end', timeoutMs: 30_000 });
    mallory.raw.destroy();
    await ada.player.sees('the seat free', () => seatOf('Mallory') < 0);
    await ada.goesOn();
  });

  it('gives a name of tricks is shown a plain one', async () => {
    for (const name of ['<img src=x onerror=alert(1)>', '\u202egnp.exe', 'a\u0000b\nc', '😀'.repeat(60), 'ﷺ'.repeat(80)]) {
      const { seat, raw } = await RawClient.join(server.url, ada.code, { ...goodOptions, name });
      const puck = () => ada.player.session.state.pucks.find(({ sessionId, active }) => active && sessionId === seat.sessionId);
      await ada.player.sees('it', puck);
      const shown = puck()?.name ?? '';
      assert.ok([...shown].length >= 1 && [...shown].length <= 16, shown);
      assert.doesNotMatch(shown, /\p{Cc}|\p{Cf}/u);
      raw.send([CODE.leave]);
    }
  });
});
