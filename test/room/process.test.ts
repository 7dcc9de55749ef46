import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { MESSAGE } from '#shared/net/messages.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { shippedMap } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { startTestServer, theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const MAIN = join(import.meta.dirname, '../../server/main.ts');

/** Runs `npm start`'s program to its end. */
async function runMain(env: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-process-'));
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, HOST: '127.0.0.1', DATA_DIR: folder, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true });
  return { code, out, err };
}

describe('the process', function () {
  this.timeout(60_000);

  it('at SIGTERM tells the players, stores what is running and ends with code 0', async () => {
    const server = await startTestServer();
    const ada = await Player.open(server.url, 'Ada', { bots: 4 });
    const told: string[] = [];
    ada.room.onMessage(MESSAGE.closing, (sentence: string) => told.push(sentence));
    ada.room.reconnection.enabled = false;
    ada.play().deed = (sent) => ({ fire: true, mx: 127, aim: sent * 500 });
    await ada.sees('two seconds of play', () => ada.session.state.tick > 120);
    const gone = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    const [code, signal] = await gone;
    assert.deepEqual([code, signal], [0, null], server.said());
    ada.pause();
    await until(() => told.length > 0, { what: 'a word of goodbye' });
    assert.match(told[0] as string, /^The server is being restarted/);
    const files = server.recordings();
    assert.equal(files.length, 1);
    const player = new ReplayPlayer(gunzipSync(readFileSync(files[0] as string)), shippedMap);
    const { ok, ticks } = player.verify();
    assert.ok(ok && ticks >= 120, `${ok} after ${ticks}`);
    await server.stop();
  });

  it('opens no more rooms than MAX_ROOMS, and says so', async () => {
    const server = await startTestServer({ MAX_ROOMS: '1' });
    const ada = await Player.open(server.url, 'Ada');
    await assert.rejects(Player.open(server.url, 'Ben'), /no room left/);
    const ben = await Player.joins(server.url, ada.code, 'Ben');
    await Promise.all([ada.leave(), ben.leave()]);
    await server.stop();
  });

  it('with its port in use says so in one line and ends with code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await runMain({ PORT: String(port) });
    other.close();
    assert.equal(code, 1);
    assert.equal(err, `PORT=${port} is in use: stop the other program or set another PORT\n`);
    assert.doesNotMatch(out, /running/);
  });

  it('with a wrong setting says so in one line and ends with code 1', async () => {
    const { code, out, err } = await runMain({ PORT: 'http' });
    assert.equal(code, 1);
    assert.equal(err, 'PORT=http is wrong: it must be a port from 0 to 65535\n');
    assert.equal(out, '');
  });

  it('tells at /healthz how it is', async () => {
    const server = await theServer();
    const ada = await Player.open(server.url, 'Ada');
    await ada.sees('a few ticks', () => ada.session.state.tick > 10);
    const answer = await fetch(`${server.url}/healthz`);
    assert.equal(answer.status, 200);
    const health = (await answer.json()) as Record<string, unknown>;
    assert.equal(health.status, 'ok');
    assert.equal(health.tickRate, 60);
    assert.ok(Number(health.rooms) >= 1 && Number(health.players) >= 1);
    assert.match(String(health.version), /^\d+\.\d+\.\d+$/);
    for (const name of ['uptimeS', 'lateTicks']) assert.ok(Number.isInteger(health[name]), name);
    await ada.leave();
  });
});
