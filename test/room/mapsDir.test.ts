import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchMap } from '../../client/net/connection.ts';
import { tiledSource } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { letPass, until } from '../support/until.ts';

const TRAY = ['##########', '#s......s#', '#...##...#', '#........#', '#s......s#', '##########'];
/** The same room with its block moved. */
const OTHER_TRAY = TRAY.with(2, '#..##....#');
const LOOK_MS = 1000;
/** Two looks at the folder and some. */
const TWO_LOOKS_MS = 3500;

const textOf = (rows: string[], modes = 'ffa sprint') => JSON.stringify(tiledSource(rows, modes));

describe('a host’s folder of maps', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'carom-maps-'));
  const players: Player[] = [];
  let server: TestServer;
  const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const take = (file: string) => rmSync(join(folder, file));
  const open = async (map: string, mode = 'ffa', bots = 0) => {
    const player = await Player.open(server.url, 'Ada', { map, mode, bots });
    players.push(player);
    return player;
  };
  const visit = async (code: string) => {
    const player = await Player.joins(server.url, code, 'Ben');
    players.push(player);
    return player;
  };
  /** A match opened on a map as soon as that fulfils something; tries are rare, for the door counts them. */
  const openSoon = (map: string, condition: (player: Player) => boolean = () => true) =>
    until(
      async () => {
        await letPass(LOOK_MS);
        const player = await open(map).catch(() => undefined);
        return player && condition(player) ? player : undefined;
      },
      { what: `the map ${map}`, timeoutMs: 10_000 },
    );
  const refusal = (file: string) => until(() => server.said().match(new RegExp(`${file}[^"]*`))?.[0], { what: `a line on ${file}` });

  before(async () => {
    put('first.tmj', textOf(TRAY));
    put('notes.txt', 'not a map');
    put('Bad name.tmj', textOf(TRAY));
    server = await startTestServer({ MAPS_DIR: folder });
  });
  after(async () => {
    await Promise.all(players.map((player) => player.leave()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read at the start', async () => {
    const ada = await open('first');
    assert.deepEqual([ada.session.map.cols, ada.session.map.rows], [10, 6]);
  });

  it('gives a map that was dropped in while the server runs: it is played, and joined by another', async () => {
    await assert.rejects(open('tray'), /no such map/);
    put('tray.tmj', textOf(TRAY));
    const ada = await openSoon('tray');
    const ben = await visit(ada.code);
    assert.equal(ben.session.map.id, 'tray');
    assert.equal(ben.session.map.hash, ada.session.map.hash);
    ben.play().deed = (sent) => ({ mx: sent % 60 < 30 ? 127 : -127 });
    await ben.sees('its own puck move', () => ben.session.own && Math.abs(ben.session.own.vx) > 100);
  });

  it('refuses what cannot be used with one line that names file, layer and tile, and the server goes on', async () => {
    put('open.tmj', textOf(TRAY.with(0, '###.######')));
    put('noise.tmj', '{');
    put('flagless.tmj', textOf(TRAY, 'ctf'));
    put('huge.tmj', ' '.repeat(1_000_001));
    await refusal('open.tmj');
    assert.match(server.said(), /open\.tmj: map refused: layer \\"tiles\\", tile 3,0: the border must be wall/);
    await refusal('flagless.tmj');
    assert.match(server.said(), /flagless\.tmj: map refused: property \\"modes\\": it claims ctf, which needs one flag of team 0/);
    assert.match(await refusal('noise.tmj'), /map refused: not JSON/);
    assert.match(await refusal('huge.tmj'), /larger than 1 MB/);
    assert.match(server.said(), /Bad name\.tmj: map refused: its name may have up to 32 letters/);
    await letPass(TWO_LOOKS_MS);
    for (const file of ['open', 'noise', 'flagless', 'huge', 'Bad name']) {
      assert.equal(server.said().split(`${file}.tmj`).length, 2, `one line on ${file}`);
    }
    for (const id of ['open', 'noise', 'flagless', 'huge']) await assert.rejects(open(id), /no such map/);
    assert.doesNotMatch(server.said(), /notes\.txt/);
    assert.equal((await server.health()).status, 'ok');
  });

  it('cannot take the name of one of the game’s maps', async () => {
    put('atrium.tmj', textOf(TRAY));
    assert.match(await refusal('atrium.tmj'), /the game has a map of this name/);
    assert.equal((await open('atrium')).session.map.cols, 34);
    take('atrium.tmj');
    await letPass(TWO_LOOKS_MS);
    assert.equal((await open('atrium')).session.map.cols, 34);
  });

  it('may change during a match: who joins gets the map as it is played, the next match has the new one', async () => {
    put('moving.tmj', textOf(TRAY));
    await openSoon('moving');
    const ada = await open('moving', 'sprint', 2);
    const { hash } = ada.session.map;
    put('moving.tmj', textOf(OTHER_TRAY));
    const changed = await openSoon('moving', (player) => player.session.map.hash !== hash);
    // The folder may be looked at sooner than a match is over.
    await ada.sees('the results', () => ada.session.phase === 'results');
    const ben = await visit(ada.code);
    assert.equal(ada.session.phase, 'results');
    assert.equal(ben.session.map.hash, hash);
    assert.equal((await fetchMap(ben.room)).hash, hash);
    await ben.sees('the next match on the new version', () => ben.session.map.hash === changed.session.map.hash, 45_000);
  }).timeout(90_000);

  it('may lose a map during a match, which goes on; nobody opens another on it', async () => {
    put('lost.tmj', textOf(TRAY));
    const ada = await openSoon('lost');
    take('lost.tmj');
    await letPass(TWO_LOOKS_MS);
    await assert.rejects(open('lost'), /no such map/);
    const ben = await visit(ada.code);
    assert.equal(ben.session.map.hash, ada.session.map.hash);
  });

  it('keeps its maps while it is away', async () => {
    renameSync(folder, `${folder}-away`);
    await until(() => /the folder of maps, cannot be read/.test(server.said()), { what: 'a line' });
    assert.equal((await open('first')).session.map.cols, 10);
    renameSync(`${folder}-away`, folder);
    mkdirSync(join(folder, 'folder.tmj'));
    put('again.tmj', textOf(TRAY));
    await openSoon('again');
  });
});
