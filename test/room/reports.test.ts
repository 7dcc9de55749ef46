// Players report each other, operators read it, and act: on somebody, on a room, on the whole server.

import assert from 'node:assert/strict';
import type { ChatLine } from '#shared/net/chat.ts';
import { CLOSE, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import type { AuditReport, RoomDetail, RoomReport } from '#shared/net/reports.ts';
import { quickJoin } from '../../client/net/connection.ts';
import { login, look, order, PASSWORD, type Session } from '../support/admin.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const codeIs =
  (code: number) =>
  (error: { code?: number }): boolean =>
    error.code === code;

describe('a room that is looked after', function () {
  this.timeout(30_000);
  let server: TestServer;
  let operator: Session;
  let ada: Player;
  let mallory: Player;
  before(async () => {
    server = await startTestServer({ ADMIN_PASSWORD: PASSWORD });
    operator = await login(server.url);
    ada = (await Player.open(server.url, 'Ada', { mode: 'tdm' })).play();
    mallory = (await Player.joins(server.url, ada.code, 'Mallory')).play();
  });
  after(async () => {
    await Promise.all([ada.leave(), mallory.leave()]);
    await server.stop();
  });

  const detail = () => look<RoomDetail>(server.url, operator, `/rooms/${ada.code}`);
  const report = (by: Player, who: string, reason = 'insults') => by.room.request(MESSAGE.report, { who, reason });
  const act = (path: string, body: object = {}) => order(server.url, operator, `/rooms/${ada.code}/${path}`, body);

  it('takes one report of a person in a match, with a reason, and tells the operator and the audit', async () => {
    const who = mallory.room.sessionId;
    await report(ada, who);
    await assert.rejects(report(ada, who, 'spam'), codeIs(REFUSED.notNow));
    await assert.rejects(report(ada, ada.room.sessionId), codeIs(REFUSED.noTarget));
    await assert.rejects(report(ada, 'nobody'), codeIs(REFUSED.noTarget));
    await assert.rejects(report(ada, who, 'being better than me'));
    const { complaintList, complaints } = await detail();
    assert.equal(complaints, 1);
    const [{ by, name, reason, matchS } = assert.fail()] = complaintList;
    assert.deepEqual([by, name, reason, matchS >= 0], ['Ada', 'Mallory', 'insults', true]);
    const [line] = await look<AuditReport[]>(server.url, operator, '/audit');
    assert.deepEqual([line?.action, line?.room, line?.detail], ['report', ada.code, 'Mallory: insults, says Ada']);
  });

  it('shows each player with their line and their deeds, and the last minutes of its ticks', async () => {
    ada.deed = (sent) => ({ fire: sent % 40 === 0 });
    // The door counts who asks.
    const everyMs = 50;
    await until(async () => ((await detail()).players.find(({ name }) => name === 'Ada')?.shots ?? 0) > 0, {
      what: 'a shot that is counted',
      everyMs,
    });
    const room = await until(async () => ((await detail()).trend.length > 0 ? detail() : undefined), {
      what: 'a row of the trend',
      timeoutMs: 10_000,
      everyMs,
    });
    const { players, trend, teams } = room as RoomDetail;
    assert.equal(teams, 2);
    assert.deepEqual(players.map(({ name }) => name).sort(), ['Ada', 'Mallory']);
    assert.ok(players.every(({ rate, hints }) => rate > 0 && hints.length === 0));
    assert.ok(trend.every(([n, p50, p99]) => n > 0 && p50 > 0 && p99 >= p50));
    const [listed] = await look<RoomReport[]>(server.url, operator, '/rooms?rows=0');
    assert.equal(listed?.trend.length, 0);
    ada.deed = {};
  });

  it('hears the operator, who moves people, and ends the match', async () => {
    const heard: ChatLine[] = [];
    ada.room.onMessage(MESSAGE.chat, (line: ChatLine) => heard.push(line));
    assert.equal((await act('message', { text: 'Be kind.' })).status, 200);
    await until(() => heard.some(({ role, text }) => role === 'operator' && text === 'Be kind.'), { what: 'the message' });
    assert.equal((await order(server.url, operator, '/announce', { text: 'Hello, all of you.' })).status, 200);
    await until(
      () => heard.some(({ role, channel, text }) => role === 'operator' && channel === 'global' && text === 'Hello, all of you.'),
      {
        what: 'the announcement',
      },
    );
    assert.equal((await act('move', { who: mallory.room.sessionId, to: 'watch' })).status, 200);
    await until(() => ada.session.state.watchers.get(mallory.room.sessionId) === 'Mallory', { what: 'Mallory watching' });
    await mallory.room.request(MESSAGE.seat);
    await until(() => mallory.session.phase === 'live', { what: 'a match' });
    assert.equal((await act('end')).status, 200);
    await until(() => ada.session.phase === 'results', { what: 'the results' });
    const actions = (await look<AuditReport[]>(server.url, operator, '/audit')).map(({ action }) => action);
    assert.deepEqual(actions.slice(0, 4), ['end', 'move', 'announce', 'message']);
  });

  it('goes on while the server is drained, which opens no other and takes nobody by quick play', async () => {
    assert.equal((await order(server.url, operator, '/drain', { on: true })).status, 200);
    assert.equal((await server.health()).status, 'draining');
    await assert.rejects(quickJoin(server.url, 'Barbara', { mode: 'tdm' }), codeIs(REFUSED.rooms));
    const friend = await Player.joins(server.url, ada.code, 'Barbara');
    await friend.leave();
    assert.ok(ada.room.connection.isOpen);
    assert.equal((await order(server.url, operator, '/drain', { on: false })).status, 200);
    assert.equal((await server.health()).status, 'ok');
    const room = await quickJoin(server.url, 'Barbara', { mode: 'tdm' });
    await room.leave();
  });

  it('is closed by the operator, and everybody in it is told', async () => {
    let told = { code: 0, text: '' };
    ada.room.onLeave((code, text) => {
      told = { code, text: text ?? '' };
    });
    let sentence = '';
    ada.room.onMessage(MESSAGE.closing, (text: string) => {
      sentence = text;
    });
    assert.equal((await act('close')).status, 200);
    await until(() => told.code === CLOSE.ended, { what: 'the end' });
    assert.match(sentence, /ended by the operator/);
    assert.equal((await act('close')).status, 404);
  });
});
