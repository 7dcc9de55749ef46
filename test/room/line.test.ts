import assert from 'node:assert/strict';
import { CLOSE, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { actAsHost, joinMatch, type MatchConnection, waitInLine, watchMatch } from '../../client/net/connection.ts';
import { Player } from '../support/player.ts';
import { theServer } from '../support/server.ts';

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
    assert.equal(place(eve), 2);
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
});
