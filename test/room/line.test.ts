import assert from 'node:assert/strict';
import { CLOSE, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { actAsHost, enterLobby, isNoRoom, joinMatch, type MatchConnection, waitInLine, watchMatch } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { guests } from '../support/guests.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const isFull = (error: Error & { code?: number }): boolean => error.code === REFUSED.full;

describe('a full room', () => {
  let url: string;
  let ada: Player;
  let ben: Player;
  const waiting: Player[] = [];

  before(async () => {
    url = (await theServer()).url;
    ada = await Player.open(url, 'Ada', { cap: 2, hosted: true });
    ben = await Player.joins(url, ada.code, 'Ben');
  });
  after(async () => {
    await Promise.all([ada, ben, ...waiting].map((player) => player.leave()));
  });

  const waits = async (name: string): Promise<Player> => {
    const player = await Player.at(await watchMatch(url, ada.code, name, undefined, { wait: true }));
    waiting.push(player);
    await player.sees('a place in the line', () => place(player) > 0);
    return player;
  };
  const place = (player: Player): number => player.session.state.line.indexOf(player.room.sessionId) + 1;
  const joins = (): Promise<MatchConnection> => joinMatch(url, ada.code, 'Pusher');

  it('says so, and shows those who wait their place', async () => {
    await assert.rejects(joins(), isFull);
    const cleo = await waits('Cleo');
    const dan = await waits('Dan');
    const eve = await waits('Eve');
    assert.deepEqual([cleo, dan, eve].map(place), [1, 2, 3]);
    await waitInLine(cleo.room, true);
    assert.equal(place(cleo), 1);
  });

  it('gives a free seat to the first in line, not to whoever is quick', async () => {
    const [cleo, dan, eve] = waiting as [Player, Player, Player];
    await ben.leave();
    await assert.rejects(joins(), isFull);
    await assert.rejects(eve.room.request(MESSAGE.seat));
    await cleo.sees('a puck', () => cleo.session.me >= 0);
    await dan.sees('the first place', () => place(dan) === 1);
    await eve.sees('the second place', () => place(eve) === 2);
    assert.equal(cleo.session.state.line.length, 2);
  });

  it('lets who leaves the line or the room go, and those behind move up', async () => {
    const [, dan, eve] = waiting as [Player, Player, Player];
    await waitInLine(dan.room, false);
    await eve.sees('the first place', () => place(eve) === 1);
    await waitInLine(dan.room, true);
    await dan.sees('the last place', () => place(dan) === 2);
    await eve.leave();
    await dan.sees('the first place', () => place(dan) === 1);
  });

  it('that is locked gives no seat until it is open again', async () => {
    const [cleo, dan] = waiting as [Player, Player];
    await actAsHost(ada.room, { do: 'lock', on: true });
    await cleo.leave();
    await ada.sees('one player', () => ada.names.length === 1);
    assert.equal(dan.session.me, -1);
    await actAsHost(ada.room, { do: 'lock', on: false });
    await dan.sees('a puck', () => dan.session.me >= 0);
  });

  it('has no place in line for those who play, and closes it for whoever is sent away', async () => {
    await assert.rejects(waitInLine(ada.room, true), /watch/);
    const finn = await waits('Finn');
    let closed = 0;
    finn.room.onLeave((code) => {
      closed = code;
    });
    await actAsHost(ada.room, { do: 'kick', who: finn.room.sessionId });
    await ada.sees('an empty line', () => ada.session.state.line.length === 0);
    await ada.sees('the goodbye', () => closed === CLOSE.kicked);
  });
});

describe('friends who came by one link', () => {
  it('are in one team where that is fair, and strangers are spread', async () => {
    const { url } = await theServer();
    const party = 'friends1';
    const ada = await Player.open(url, 'Ada', { mode: 'tdm', bots: 6, party });
    const teamOf = ({ state }: Player): number => state.team;
    const ben = await Player.in(await joinMatch(url, ada.code, 'Ben', undefined, { party }));
    assert.equal(teamOf(ben), teamOf(ada));
    const stranger = await Player.joins(url, ada.code, 'Stranger');
    assert.notEqual(teamOf(stranger), teamOf(ada));
    const cleo = await Player.in(await joinMatch(url, ada.code, 'Cleo', undefined, { party }));
    assert.equal(teamOf(cleo), teamOf(ada));
    const dan = await Player.in(await joinMatch(url, ada.code, 'Dan', undefined, { party }));
    assert.notEqual(teamOf(dan), teamOf(ada), 'four against one would not be fair');
    await Promise.all([ada, ben, stranger, cleo, dan].map((player) => player.leave()));
  });

  describe('and play on', () => {
    const { enter } = guests();
    const WISHES = { mode: 'tdm', map: 'crossing', bots: 4 };
    const party = 'friends2';
    let url: string;
    let ada: Player;
    let stranger: Player;
    const open = (name: string, wishes = {}) => enter(Player.open(url, name, { ...WISHES, private: false, ...wishes }));
    const quick = (name: string, wishes = {}) => enter(Player.quick(url, name, { ...WISHES, ...wishes }));
    const byLink = async (code: string, name: string) => enter(Player.in(await joinMatch(url, code, name, undefined, { party })));
    before(async () => {
      url = (await theServer()).url;
    });
    beforeEach(async () => {
      ada = await open('Ada', { party, cap: 3 });
      stranger = await open('Stranger');
      await enter(Player.joins(url, stranger.code, 'Stranger too'));
    });

    it('meet again by quick play, side by side, where others are sent to the fuller room', async () => {
      assert.equal((await quick('Third stranger')).code, stranger.code);
      const ben = await quick('Ben', { party });
      assert.deepEqual([ben.code, ben.state.team], [ada.code, ada.state.team]);
      assert.equal((await quick('Of another party', { party: 'others' })).code, stranger.code);
    });

    it('are sent elsewhere when there is no place, and wherever they wish for another mode', async () => {
      await enter(Player.joins(url, ada.code, 'Ben'));
      await enter(Player.joins(url, ada.code, 'Cleo'));
      assert.equal((await quick('Dan', { party })).code, stranger.code);
      assert.notEqual((await quick('Eve', { party, mode: 'ffa', map: 'pocket' })).code, ada.code);
    });

    it('meet by the link to a room that is closed by now; a stranger with that link does not', async () => {
      const gone = await Player.open(url, 'Gone', WISHES);
      const { code } = gone;
      await gone.leave();
      await until(async () => (await fetchProcess(url, code)) === null, { what: 'the room closed' });
      assert.equal((await byLink(code, 'Ben')).code, ada.code);
      await assert.rejects(joinMatch(url, code, 'Stranger'), isNoRoom);
      await assert.rejects(watchMatch(url, code, 'Willa', undefined, { party }), isNoRoom);
    });

    it('are not told of the private room of one of them; nobody is told who came with whom', async () => {
      const hidden = await open('Ben', { party: 'friends3', private: true });
      assert.notEqual((await quick('Cleo', { party: 'friends3' })).code, hidden.code);
      const lobby = await enterLobby(url, 'Lou');
      await until(() => lobby.state.rooms?.has(ada.code), { what: 'the list' });
      const told = JSON.stringify([lobby.state.toJSON(), await (await fetch(`${url}/api/rooms`)).json(), stranger.session.state.toJSON()]);
      assert.doesNotMatch(told, /friends/);
      await lobby.leave();
    });

    it('play in a room of their own when they were sent away from the one that quick play leads to', async () => {
      const host = await open('Hilde', { hosted: true, party: 'friends4' });
      const token = await askIdentity(url);
      const ben = await quick('Ben', { party: 'friends4', token });
      assert.equal(ben.code, host.code);
      await actAsHost(host.room, { do: 'kick', who: ben.room.sessionId });
      await host.sees('one person less', () => !host.names.includes('Ben'));
      assert.notEqual((await quick('Ben', { party: 'friends4', token })).code, host.code);
    });
  });
});

/** The process that runs a room; null when there is none. */
async function fetchProcess(url: string, code: string): Promise<string | null> {
  return ((await (await fetch(`${url}/api/rooms/${code}/process`)).json()) as { process: string | null }).process;
}
