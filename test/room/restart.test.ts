import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { REFUSED } from '#shared/net/messages.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { actAsHost, createMatch, joinMatch } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { waitBefore } from '../../client/ui/comeBack.ts';
import { shippedMap } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

describe('a match over a restart of the server', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'carom-restart-'));
  let server: TestServer;
  let tokens: [string, string];
  let ada: Player;
  let ben: Player;
  const here: Player[] = [];

  const comes = async (name: string, token: string): Promise<Player> => {
    const player = await Player.in(await joinMatch(server.url, ada.code, name, 'secret', { token }));
    here.push(player);
    return player;
  };
  const restart = async (signal: NodeJS.Signals): Promise<void> => {
    for (const player of here.splice(0)) {
      player.pause();
      player.room.reconnection.enabled = false;
    }
    const gone = once(server.child, 'exit');
    server.child.kill(signal);
    await gone;
    server = await startTestServer({ DATA_DIR });
  };

  before(async () => {
    server = await startTestServer({ DATA_DIR });
    tokens = [await askIdentity(server.url), await askIdentity(server.url)];
    const wishes = { bots: 4, private: true, map: 'atrium', countdownS: 0, hosted: true, password: 'secret', token: tokens[0] };
    ada = await Player.in(await createMatch(server.url, 'Ada', wishes));
    here.push(ada);
    ben = await comes('Ben', tokens[1]);
    for (const player of here) player.play().deed = (sent) => ({ fire: true, mx: 127, aim: sent * 500 });
    await ada.sees('a score', () => ada.session.state.pucks.some(({ score }) => score !== 0), 50_000);
  });
  after(async () => {
    await Promise.all(here.map((player) => player.leave()));
    await server.stop();
    rmSync(DATA_DIR, { recursive: true, force: true });
  });

  const table = ({ session }: Player): string => session.state.pucks.map(({ name, score, deaths }) => `${name} ${score} ${deaths}`).join();

  it('is the same when the server was stopped: code, seats, scores, clock, host; it waits for its people, and stays closed to others', async () => {
    const last = new Promise<{ tick: number; table: string }>((resolve) => {
      ada.room.onLeave(() => resolve({ tick: ada.session.state.tick, table: table(ada) }));
    });
    const seats = [ada.session.me, ben.session.me];
    const phase = ada.session.phase;
    await restart('SIGTERM');
    const before = await last;
    const stranger = joinMatch(server.url, ada.code, 'Mallory');
    await assert.rejects(stranger, ({ code }: { code: number }) => code === REFUSED.password);
    ben = await comes('Whatever', tokens[1]);
    // The last moments before the stop may not have reached anybody; nothing moves before both are back.
    assert.ok(ben.session.state.tick - before.tick < 60 && ben.session.state.tick >= before.tick);
    ada = await comes('Ada', tokens[0]);
    assert.deepEqual([ada.session.me, ben.session.me], seats);
    assert.equal(ada.session.phase, phase);
    assert.equal(ben.state.name, 'Ben');
    const { tick } = ada.session.state;
    await ada.sees('the clock going on', () => ada.session.state.tick > tick + 10);
    await actAsHost(ada.room, { do: 'lock', on: true });
    await actAsHost(ada.room, { do: 'mute', who: ben.room.sessionId, on: true });
    await assert.rejects(actAsHost(ben.room, { do: 'lock', on: false }), /host/);
  });

  it('goes on from moments before when the server was killed; for who does not come back a bot plays', async () => {
    const { tick } = ada.session.state;
    await ada.sees('the next keeping', () => ada.session.state.tick > tick + 240, 20_000);
    const { code } = ada;
    const then = ada.session.state.tick;
    await restart('SIGKILL');
    ada = await comes('Ada', tokens[0]);
    assert.equal(ada.code, code);
    const now = ada.session.state.tick;
    assert.ok(now > tick && now <= then + 60, `${tick} < ${now} <= ${then}`);
    assert.equal(ada.session.state.host.locked, true);
    assert.equal(ada.session.state.muted.length, 1);
    const missing = () => ada.session.state.pucks.find(({ name }) => name === 'Ben');
    await ada.sees('a bot for Ben', () => ada.session.state.tick > now + 30 && missing()?.standIn, 15_000);
    assert.equal(missing()?.connected, false);
  });

  it('is not lost when the server is killed again before it could keep anything', async () => {
    const { code } = ada;
    const { tick } = ada.session.state;
    await restart('SIGKILL');
    await restart('SIGKILL');
    ada = await comes('Ada', tokens[0]);
    assert.equal(ada.code, code);
    assert.ok(ada.session.state.tick > tick - 300);
  });

  it('leaves recordings of all its parts that verify', async () => {
    for (const player of here.splice(0)) await player.leave();
    const gone = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await gone;
    const files = readdirSync(join(DATA_DIR, 'replays')).filter((name) => name.endsWith('.carom'));
    assert.ok(files.length >= 2, String(files));
    for (const name of files) {
      const replay = new ReplayPlayer(gunzipSync(readFileSync(join(DATA_DIR, 'replays', name))), shippedMap);
      assert.ok(replay.verify().ok, name);
    }
  });
});

describe('the wait before a page tries to come back', () => {
  it('grows up to a limit and differs from page to page', () => {
    const middle = Array.from({ length: 12 }, (_, i) => waitBefore(i, 0.5));
    assert.deepEqual(
      [...middle].sort((a, b) => a - b),
      middle,
    );
    assert.equal(middle.at(-1), middle.at(-2));
    assert.ok(waitBefore(5, 0) < waitBefore(5, 0.5) && waitBefore(5, 0.5) < waitBefore(5, 1));
    assert.ok(waitBefore(0, 0) > 0);
  });
});
