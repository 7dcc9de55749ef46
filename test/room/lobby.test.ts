import assert from 'node:assert/strict';
import type { PublicRoom } from '#shared/net/reports.ts';
import { actAsHost, enterLobby, type LobbyConnection } from '../../client/net/connection.ts';
import { guests } from '../support/guests.ts';
import { Innocent } from '../support/innocent.ts';
import { Player } from '../support/player.ts';
import { goodOptions, post, RawClient, reserve } from '../support/rawClient.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const STANDING = { code: 'FRIDA', mode: 'tdm', map: 'crossing', bots: 4, scoreLimit: 7 };

describe('the lobby', function () {
  this.timeout(30_000);
  let server: TestServer;
  let lobby: LobbyConnection;
  const { here, enter } = guests();
  const open = (wishes = {}) => enter(Player.open(server.url, 'Ada', { private: false, ...wishes }));
  const listed = (code: string) => lobby.state.rooms.get(code);
  const shows = (what: string, condition: () => unknown) => until(condition, { what });
  const api = async (): Promise<PublicRoom[]> => (await (await fetch(`${server.url}/api/rooms`)).json()) as PublicRoom[];
  /** Codes of those that people have opened. */
  const opened = async () => (await api()).map(({ code }) => code).filter((code) => code !== STANDING.code);

  before(async () => {
    server = await startTestServer({ STANDING: JSON.stringify(STANDING) });
    lobby = await enterLobby(server.url, 'Lobbyist');
  });
  after(async () => {
    await lobby.leave();
    await server.stop();
  });

  it('lists a public room with what one wants to know of it, and takes it away when it closes', async () => {
    const ada = await open({ mode: 'tdm', map: 'crossing', bots: 4, title: '  Friday \u200b night ', cap: 6 });
    await enter(Player.watches(server.url, ada.code, 'Willa'));
    await shows('the room', () => listed(ada.code)?.spectators === 1 && listed(ada.code)?.phase === 'live');
    const { title, mode, map, mapName, people, seats, bots, locked, password, endsAt } = listed(ada.code) ?? assert.fail();
    assert.deepEqual(
      { title, mode, map, mapName, people, seats, bots, locked, password },
      {
        title: 'Friday night',
        mode: 'tdm',
        map: 'crossing',
        mapName: 'Crossing',
        people: 1,
        seats: 6,
        bots: 3,
        locked: false,
        password: false,
      },
    );
    assert.ok(endsAt > lobby.state.now, 'it ends later');
    assert.deepEqual(await opened(), [ada.code]);
    const { code } = ada;
    await Promise.all(here.splice(0).map((player) => player.leave()));
    await shows('it gone', () => !listed(code));
    assert.deepEqual(await opened(), []);
  });

  it('follows what changes: people, locks, pauses, maps', async () => {
    const ada = await open({ hosted: true, map: 'atrium', bots: 2 });
    await shows('the room', () => listed(ada.code)?.people === 1);
    await enter(Player.joins(server.url, ada.code, 'Ben'));
    await shows('two people', () => listed(ada.code)?.people === 2);
    await actAsHost(ada.room, { do: 'lock', on: true });
    await shows('the lock', () => listed(ada.code)?.locked);
    await actAsHost(ada.room, { do: 'pause' });
    await shows('no end', () => listed(ada.code)?.endsAt === 0);
    await actAsHost(ada.room, { do: 'resume' });
    await shows('an end again', () => listed(ada.code)?.endsAt !== 0);
    await actAsHost(ada.room, { do: 'next', map: 'foundry' });
    await shows('the map', () => listed(ada.code)?.map === 'foundry' && listed(ada.code)?.endsAt !== 0);
  });

  it('knows nothing of private rooms, and of a password only that there is one', async () => {
    const hidden = await open({ private: true, title: 'Secret' });
    const shut = await open({ password: 'open sesame' });
    await shows('the other', () => listed(shut.code)?.password);
    assert.equal(listed(hidden.code), undefined);
    const told = JSON.stringify([lobby.state.toJSON(), await api()]);
    assert.doesNotMatch(told, /Secret|sesame|127\.0/);
  });

  it('shows a full room too, which quick play passes by, as it passes locked and halted ones and those with a password', async () => {
    const full = await open({ cap: 1, map: 'pocket' });
    const shut = await open({ password: 'x', map: 'pocket' });
    const locked = await open({ hosted: true, map: 'pocket' });
    await actAsHost(locked.room, { do: 'lock', on: true });
    const halted = await open({ hosted: true, map: 'pocket' });
    await actAsHost(halted.room, { do: 'pause' });
    const quick = await enter(Player.quick(server.url, 'Quentin', { map: 'pocket' }));
    assert.ok(![full, shut, locked, halted].some(({ code }) => code === quick.code));
    await shows('all of them', () => [full, shut, locked, halted, quick].every(({ code }) => listed(code)));
    const again = await enter(Player.quick(server.url, 'Quirin', { map: 'pocket' }));
    assert.equal(again.code, quick.code);
  });

  it('bears floods of joins and of words; whoever floods is out, the others are not', async () => {
    const innocent = await Innocent.plays(server);
    for (let i = 0; i < 30; i++) await RawClient.take(server.url, await reserve(server.url, 'joinOrCreate', 'lobby'));
    const loud = await RawClient.take(server.url, await reserve(server.url, 'joinOrCreate', 'lobby'));
    for (let i = 0; i < 300; i++) loud.say('filter', [0xc0]);
    await until(() => !loud.raw.isOpen, { what: 'the loud one out' });
    const opened = await Promise.all(
      Array.from({ length: 12 }, () => post(server.url, '/matchmake/create/lobby', JSON.stringify(goodOptions))),
    );
    assert.ok(opened.some(({ status, error }) => status >= 400 && /no room left/.test(error)));
    assert.ok(lobby.connection.isOpen);
    await innocent.goesOn();
    await innocent.leave();
  });

  it('has a host’s standing match, which stays when it is empty and begins anew for who comes next', async () => {
    const people = async () => (await api()).find(({ code }) => code === STANDING.code)?.people;
    assert.equal(await people(), 0);
    const ada = await enter(Player.joins(server.url, STANDING.code, 'Ada'));
    await ada.sees('a match under way', () => ada.session.phase === 'live' && ada.session.state.tick > 30);
    assert.deepEqual([ada.session.state.scoreLimit, ada.names.length], [STANDING.scoreLimit, STANDING.bots]);
    const { startTick, tick } = ada.session.state;
    await ada.leave();
    await until(async () => (await people()) === 0, { what: 'nobody there' });
    await shows('no end while nobody is there', () => listed(STANDING.code)?.endsAt === 0);
    const ben = await enter(Player.quick(server.url, 'Ben', { mode: STANDING.mode, map: STANDING.map }));
    assert.equal(ben.code, STANDING.code);
    await ben.sees('it anew', () => ben.session.state.startTick > startTick);
    await ben.sees('ticks', () => ben.session.state.tick > tick);
    await shows('an end again', () => listed(STANDING.code)?.endsAt !== 0);
  });

  it('lets nobody make a room that stays without them', async () => {
    const before = (await server.health()).rooms;
    const seat = await reserve(server.url, 'create', 'match', { ...goodOptions, standing: true, private: true });
    const client = await RawClient.take(server.url, seat);
    client.raw.destroy();
    const token = await RawClient.take(server.url, await reserve(server.url, 'create', 'match', { ...goodOptions, standing: true }));
    token.raw.send([12]);
    await until(async () => (await server.health()).rooms <= before + 1, { what: 'the room closed' });
  });
});
