import assert from 'node:assert/strict';
import { CloseCode } from '@colyseus/core';
import type { ChatLine } from '#shared/net/chat.ts';
import { MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { createMatch, enterLobby, type JoinWords, joinMatch, watchMatch } from '../../client/net/connection.ts';
import { askIdentity, passport } from '../../client/net/passport.ts';
import { login, look, order } from '../support/admin.ts';
import { Player } from '../support/player.ts';
import type { TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { startTestCluster, type TestCluster } from './support.ts';

describe('two processes with one Redis', function () {
  this.timeout(180_000);
  let cluster: TestCluster;
  const players: Player[] = [];

  before(async () => {
    cluster = await startTestCluster();
  });
  after(async () => {
    await Promise.all(players.map((player) => player.leave().catch(() => {})));
    await cluster?.stop();
  });

  const keep = (player: Player): Player => {
    players.push(player);
    return player;
  };
  const otherThan = (server: TestServer): TestServer => cluster.processes.find((one) => one !== server) as TestServer;

  /** Opens matches until one runs in the process of an index; the framework puts them where there are the fewest. */
  async function openIn(index: 0 | 1, name: string, words: JoinWords = {}): Promise<Player> {
    for (;;) {
      const player = keep(await Player.open(cluster.url, name, { private: false, bots: 4, mode: 'ffa', ...words }));
      const { port } = cluster.processes[index];
      if (player.room.connection.url?.includes(`/process/${port}/`)) return player;
    }
  }

  it('a match of one is browsed, joined by its code, watched and found by quick play from the other', async () => {
    const [first, second] = cluster.processes;
    const ada = (await openIn(0, 'Ada')).play();
    const lobby = await enterLobby(second.url, 'Ben');
    await until(() => lobby.state.rooms?.has(ada.code), { what: 'the match in the list', timeoutMs: 15_000 });
    const ben = keep(await Player.joins(second.url, ada.code, 'Ben')).play();
    assert.match(ben.room.connection.url ?? '', new RegExp(`/process/${first.port}/`));
    await ada.sees('both', () => ada.names.includes('Ben'), 15_000);
    const watcher = keep(await Player.at(await watchMatch(second.url, ada.code, 'Cleo')));
    await until(() => watcher.names.includes('Ada'), { what: 'what is watched', timeoutMs: 15_000 });
    const found = keep(await Player.quick(second.url, 'Dora', { mode: 'ffa', map: 'atrium' }));
    await until(() => [...found.names].includes('Dora'), { what: 'a seat' });
    const { rooms } = (await (await fetch(`${second.url}/healthz`)).json()) as { rooms: number };
    const listed = (await (await fetch(`${second.url}/api/rooms`)).json()) as { code: string }[];
    assert.ok(
      listed.some(({ code }) => code === ada.code),
      'the list of rooms',
    );
    assert.equal(typeof rooms, 'number');
    await lobby.leave();
  });

  it('friends meet by quick play, whichever process is asked and however full other matches are', async () => {
    const [, second] = cluster.processes;
    const words = { party: 'friends' };
    const { code } = await openIn(0, 'Host');
    keep(await Player.in(await joinMatch(cluster.url, code, 'Ada', undefined, words)));
    const fuller = await openIn(1, 'Another');
    for (const name of ['Eve', 'Finn']) keep(await Player.joins(cluster.url, fuller.code, name));
    const ben = keep(await Player.quick(second.url, 'Ben', { mode: 'ffa', map: 'atrium', ...words }));
    assert.equal(ben.code, code);
  });

  it('a refusal says the same with the same code, whichever process is asked and whichever refuses', async () => {
    for (const { url } of cluster.processes)
      await assert.rejects(
        createMatch(url, 'Eve', { bots: 99 }),
        ({ code, message }: { code: number; message: string }) => code === REFUSED.options && /at bots/.test(message),
      );
  });

  it('what is said to everybody is read in both', async () => {
    const [first, second] = cluster.processes;
    const [ada, ben] = [await openIn(0, 'Ada'), await openIn(1, 'Ben')];
    assert.notEqual(ada.room.connection.url?.split('/').at(-2), ben.room.connection.url?.split('/').at(-2), `${first.port} ${second.port}`);
    const read: ChatLine[] = [];
    ben.room.onMessage(MESSAGE.chat, (line: ChatLine) => read.push(line));
    await ada.room.request(MESSAGE.chat, { channel: 'global', text: 'is anybody there?' });
    await until(() => read.some(({ text, name }) => text === 'is anybody there?' && name === 'Ada'), {
      what: 'the line',
      timeoutMs: 15_000,
    });
  });

  it('the panel of one lists and bans those of the other; the ban holds on both until it is lifted on either', async () => {
    const [first, second] = cluster.processes;
    const { token } = (await (
      await fetch(`${first.url}/api/identity`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    ).json()) as { token: string };
    const home = await openIn(0, 'Host');
    const words = { ...passport.words };
    passport.words = { token };
    const mallory = keep(await Player.joins(second.url, home.code, 'Mallory'));
    const session = await login(second.url);
    const reports = (await (await fetch(`${second.url}/api/admin/rooms`, { headers: { cookie: session.cookie } })).json()) as {
      code: string;
    }[];
    assert.ok(
      reports.some(({ code }) => code === home.code),
      'the panel lists it',
    );
    const left = new Promise<number>((resolve) => mallory.room.onLeave(resolve));
    const banned = await order(second.url, session, `/rooms/${home.code}/ban`, {
      slot: mallory.session.me,
      reason: 'rude',
      hours: 1,
      address: false,
    });
    assert.equal(banned.status, 200, banned.body);
    assert.equal(await left, 4403);
    for (const { url } of [first, second]) await assert.rejects(Player.open(url, 'Mallory'), /You are banned until .*rude/);
    const { id } = JSON.parse(banned.body) as { id: number };
    const elsewhere = await login(first.url);
    assert.equal((await order(first.url, elsewhere, `/bans/${id}/lift`)).status, 200);
    for (const { url } of [first, second]) {
      await until(
        () =>
          Player.open(url, 'Mallory').then(
            (player) => keep(player),
            () => undefined,
          ),
        { what: 'no ban', timeoutMs: 15_000 },
      );
    }
    passport.words = words;
  });

  it('a process that stands still for seconds lets go of the matches that the other runs by then: each runs once', async () => {
    const [asleep, awake] = cluster.processes;
    const words = { token: await askIdentity(awake.url) };
    const ada = await openIn(0, 'Ada', words);
    const { code } = ada;
    const slot = ada.session.me;
    await ada.play().sees('time to be kept', () => ada.session.state.tick > 300, 30_000);
    const closed = new Promise<number>((resolve) => ada.room.onLeave(resolve));
    asleep.child.kill('SIGSTOP');
    const ben = keep(
      await until(() => Player.joins(awake.url, code, 'Ben').catch(() => undefined), { what: 'the match elsewhere', timeoutMs: 40_000 }),
    ).play();
    asleep.child.kill('SIGCONT');
    assert.equal(await closed, CloseCode.SERVER_SHUTDOWN);
    const back = keep(
      await until(() => joinMatch(asleep.url, code, 'Ada', '', words).then(Player.in, () => undefined), {
        what: 'the way there',
        timeoutMs: 20_000,
      }),
    ).play();
    assert.match(back.room.connection.url ?? '', new RegExp(`/process/${awake.port}/`));
    assert.equal(back.session.me, slot);
    const { tick } = ben.session.state;
    await ben.sees('both in it', () => ben.names.includes('Ada') && ben.session.state.tick > tick + 120);
    const session = await login(awake.url);
    await until(
      async () => {
        const [here, there] = await Promise.all([asleep.health(), awake.health()]);
        return here.rooms + there.rooms === (await look<object[]>(awake.url, session, '/rooms')).length;
      },
      { what: 'each match once' },
    );
    assert.ok(ben.room.connection.isOpen && back.room.connection.isOpen);
  });

  it('a process that is killed takes only its own matches, and those go on in the other under their codes', async () => {
    const lost = await openIn(0, 'Ada');
    const safe = (await openIn(1, 'Ben')).play();
    const { tick } = safe.session.state;
    const { code } = lost;
    await lost.play().sees('time to be kept', () => lost.session.state.tick > 300, 30_000);
    lost.pause();
    lost.room.reconnection.enabled = false;
    let drops = 0;
    safe.room.onDrop(() => drops++);
    const [killed] = cluster.processes;
    killed.child.kill('SIGKILL');
    const survivor = otherThan(killed);
    const back = keep(
      await until(() => Player.joins(cluster.url, code, 'Ada').catch(() => undefined), { what: 'the match again', timeoutMs: 40_000 }),
    );
    assert.match(back.room.connection.url ?? '', new RegExp(`/process/${survivor.port}/`));
    const listed = (await (await fetch(`${survivor.url}/api/rooms/${code}/process`)).json()) as { process: string };
    assert.equal(back.room.connection.url?.split('/').at(-2), listed.process);
    await safe.sees('more ticks', () => safe.session.state.tick > tick + 120, 15_000);
    assert.equal(drops, 0);
    await cluster.start(0);
  });
});
