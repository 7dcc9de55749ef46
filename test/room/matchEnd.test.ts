import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { MODES } from '#shared/modes/index.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { MATCH, RECONNECT_S } from '#shared/tuning.ts';
import { shippedMap } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { TEST_MODES } from '../support/testModes.ts';
import { until } from '../support/until.ts';

/** Results take 12 s, a kept seat 30 s: all of these tests wait for them side by side. */
const PATIENCE = (RECONNECT_S + 15) * 1000;
const LIMIT = 3;
/** A tick of waiting, two seconds of match, the results. */
const SPRINT_TICKS = 1 + 120 + MATCH.resultsTicks;

describe('after a match', function () {
  this.timeout(PATIENCE + 20_000);
  let server: TestServer;
  let ada: Player;
  let away: Player;
  let other: Player;
  let code: string;
  before(async () => {
    Object.assign(MODES, TEST_MODES);
    server = await startTestServer({ REPLAY_LIMIT: String(LIMIT) });
    ada = await Player.open(server.url, 'Ada', { mode: 'sprint', map: undefined as never, bots: 5 });
    code = ada.code;
    ada.play().deed = (sent) => ({ fire: true, mx: sent % 80 < 40 ? 127 : -127, aim: (sent * 300) & 65_535 });
    // Somebody in another room is cut off and never comes back; a bot takes over in the end.
    away = await Player.open(server.url, 'Gone', { bots: 2 });
    other = await Player.joins(server.url, away.code, 'Other');
    away.room.reconnection.enabled = false;
    (away.room.connection.transport as unknown as { ws: WebSocket }).ws.close(3001);
    await other.sees('that one is away', () => other.session.state.pucks[away.session.me]?.connected === false);
  });
  after(async () => {
    for (const id of Object.keys(TEST_MODES)) delete MODES[id];
    await Promise.all([ada.leave(), other.leave()]);
    await server.stop();
  });

  it('results stay for 12 s, then the next match begins in the same room, on the next map, with the same people', async () => {
    await ada.sees('the end', () => ada.session.phase === 'results');
    const { startTick, endTick, map } = ada.session.state;
    assert.equal(endTick - startTick, SPRINT_TICKS);
    await ada.sees('the event of it', () => ada.events.some(({ type, tick }) => type === 'phase' && tick === endTick - MATCH.resultsTicks));
    const names = ada.names;
    await ada.sees('the next match', () => ada.session.phase !== 'results', PATIENCE);
    assert.equal(ada.session.state.startTick, endTick);
    assert.notEqual(ada.session.state.map, map);
    assert.deepEqual(ada.names, names);
    assert.deepEqual(
      ada.session.state.pucks.map(({ score, kills, deaths }) => score + kills + deaths),
      names.map(() => 0),
    );
    await ada.sees('the new map', () => ada.session.map.id === ada.session.state.map);
    await ada.sees('a prediction that agrees', () => {
      const { own } = ada.session;
      return own && own.step >= 60 && ada.session.stats.unacknowledged < 8;
    });
    assert.equal(ada.code, code);
  });

  it('its recording is on disk and plays again with all hashes equal', async () => {
    const file = await until(() => server.recordings()[0], { what: 'a recording', timeoutMs: PATIENCE });
    const player = new ReplayPlayer(gunzipSync(readFileSync(file)), shippedMap);
    const verdict = player.verify();
    assert.equal(verdict.ok, true, JSON.stringify(verdict));
    assert.equal(verdict.ticks, SPRINT_TICKS);
    assert.equal(player.header.mode, 'sprint');
    assert.deepEqual(
      player.world.pucks.filter(({ active }) => active).map(({ name }) => name),
      ada.names,
    );
  });

  it('a seat that nobody came back to within 30 s goes to a bot, who is there', async () => {
    const puck = () => other.session.state.pucks[away.session.me] ?? assert.fail();
    await other.sees('a bot on the seat', () => puck().bot, PATIENCE);
    assert.equal(puck().connected, true);
    assert.equal(puck().sessionId, '');
    assert.notEqual(puck().name, 'Gone');
  });

  it('a room in which nobody played leaves no recording', async () => {
    const { rooms } = await server.health();
    const player = await Player.open(server.url, 'Solo');
    await player.leave();
    await until(async () => (await server.health()).rooms === rooms, { what: 'its room closed' });
    assert.ok(!server.recordings().some((name) => name.includes(player.code)));
  });

  it(`only the last ${LIMIT} recordings are kept`, async () => {
    for (let i = 0; i < LIMIT + 1; i++) {
      const before = server.recordings();
      const player = await Player.open(server.url, `P${i}`, { bots: 2 });
      await player.sees('the match begin', () => player.session.phase === 'live');
      await player.leave();
      await until(() => server.recordings().at(-1) !== before.at(-1), { what: 'one more recording' });
    }
    await until(() => server.recordings().length === LIMIT, { what: `the last ${LIMIT} recordings` });
  });
});
