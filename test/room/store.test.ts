import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { TICK_HZ } from '#shared/tuning.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { loadKeys } from '../../server/identity/keys.ts';
import { readToken, signToken } from '../../server/identity/tokens.ts';
import { openStore, StoreError } from '../../server/store/store.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';

const WRITER = join(import.meta.dirname, '../support/storeWriter.ts');
const DAY_S = 24 * 3600;

describe('what is kept on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carom-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('survives a kill in the middle of writing: nothing is broken, all that was answered is there', async () => {
    const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const answered: number[] = [];
    const lines = createInterface(child.stdout);
    for await (const line of lines) {
      answered.push(Number(line));
      if (answered.length === 300) child.kill('SIGKILL');
    }
    if (child.signalCode === null) await once(child, 'exit');
    assert.equal(child.signalCode, 'SIGKILL');
    const raw = new DatabaseSync(join(folder, 'carom.db'));
    assert.deepEqual({ ...raw.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    raw.close();
    const store = await openStore(folder);
    const details: number[] = [];
    for (let before = 0; ; ) {
      const page = await store.audit(before, 500);
      details.push(...page.map(({ detail }) => Number(detail)));
      before = page.at(-1)?.id ?? 0;
      if (page.length < 500) break;
    }
    assert.deepEqual(
      details,
      [...details].sort((a, b) => b - a),
    );
    const kept = new Set(details);
    assert.deepEqual(
      answered.filter((n) => !kept.has(n)),
      [],
    );
    assert.equal((await store.sanctions()).length >= answered.length, true);
    await store.close();
  });

  it('is written off the ticks: while the disk is held up a match goes on, and nobody is answered before it is free', async () => {
    const server = await theServer();
    const ada = await Player.open(server.url, 'Ada');
    const { session } = ada;
    await ada.sees('ticks', () => session.state.tick > 0);
    const raw = new DatabaseSync(join(server.dataDir, 'carom.db'));
    raw.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE');
    let answers = 0;
    askIdentity(server.url).then(
      () => answers++,
      () => {},
    );
    const { tick } = session.state;
    // Longer than from one keeping of the match to the next.
    await ada.sees('the match going on', () => session.state.tick > tick + 3.1 * TICK_HZ);
    assert.equal(answers, 0);
    raw.exec('COMMIT');
    raw.close();
    assert.ok(await askIdentity(server.url));
    await ada.leave();
  });

  it('tells in one line that its folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(openStore(join(folder, 'file', 'data')), (error: Error) => {
      assert.ok(error instanceof StoreError);
      assert.match(error.message, /^DATA_DIR=.*file\/data cannot be used: [^\n]+$/);
      return true;
    });
    mkdirSync(join(folder, 'taken', 'carom.db'), { recursive: true });
    await assert.rejects(openStore(join(folder, 'taken')), /^Error: DATA_DIR=.*taken cannot be used/);
  });

  it('of a newer version is left alone', async () => {
    const raw = new DatabaseSync(join(folder, 'carom.db'));
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    await assert.rejects(openStore(folder), /newer version/);
  });

  it('holds secrets that only their owner can read, and the next key for old tokens too', async () => {
    const then = Date.now() - 200 * DAY_S * 1000;
    const old = loadKeys(folder, then);
    const file = join(folder, 'identity-keys.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const text = readFileSync(file, 'utf8');
    const token = await signToken(old, 'ada', Math.floor(then / 1000));
    const now = loadKeys(folder);
    assert.notEqual(readFileSync(file, 'utf8'), text);
    assert.equal(now.signing.length, 2);
    assert.deepEqual(await readToken(now, token), { ok: true, identity: 'ada', renew: true });
    assert.deepEqual(await readToken(now, await signToken(now, 'ada')), { ok: true, identity: 'ada', renew: false });
    assert.deepEqual(await readToken(loadKeys(mkdtempSync(join(folder, 'x'))), token), { ok: false, why: 'forged' });
    assert.deepEqual(await readToken(now, await signToken(now, 'ada', 1)), { ok: false, why: 'expired' });
  });
});
