import assert from 'node:assert/strict';
import type { HostMessage } from '#shared/net/hosting.ts';
import { REFUSED } from '#shared/net/messages.ts';
import { MATCH } from '#shared/tuning.ts';
import { actAsHost, isLocked, joinMatch, needsPassword } from '../../client/net/connection.ts';
import { guests, refusedWith } from '../support/guests.ts';
import { Innocent } from '../support/innocent.ts';
import { Player } from '../support/player.ts';
import { goodOptions, RawClient, reserve } from '../support/rawClient.ts';
import { theServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const HOSTED = { hosted: true, map: 'atrium' } as const;

describe('the host of a room', () => {
  let url: string;
  const { enter } = guests();
  const host = (wishes = {}) => enter(Player.open(url, 'Hilde', { ...HOSTED, ...wishes }));
  const guest = ({ code }: Player, name = 'Gil') => enter(Player.joins(url, code, name));
  const does = ({ room }: Player, act: HostMessage) => actAsHost(room, act);
  before(async () => {
    url = (await theServer()).url;
  });

  it('is whoever opened it; in rooms of quick play there is none', async () => {
    const hilde = await host();
    await guest(hilde);
    assert.equal(hilde.session.state.host.session, hilde.room.sessionId);
    const quick = await enter(Player.quick(url, 'Quentin', { map: 'summit' }));
    assert.equal(quick.session.state.host.session, '');
  });

  it('alone decides: a guest is refused with a sentence whatever they ask for, and nothing happens', async () => {
    const hilde = await host({ bots: 2 });
    const gil = await guest(hilde);
    const { sessionId } = hilde.room;
    const { startTick } = hilde.session.state;
    const acts: HostMessage[] = [
      { do: 'pause' },
      { do: 'restart' },
      { do: 'end' },
      { do: 'next' },
      { do: 'bots', count: 9 },
      { do: 'kick', who: sessionId },
      { do: 'ban', who: sessionId },
      { do: 'move', who: sessionId, to: 'watch' },
      { do: 'lock', on: true },
      { do: 'host', who: gil.room.sessionId },
    ];
    for (const act of acts) await assert.rejects(does(gil, act), refusedWith(REFUSED.notHost, /Only the host/));
    const { tick } = hilde.session.state;
    await hilde.sees('the match go on', () => hilde.session.state.tick > tick + 4);
    const { host: shown, startTick: still } = hilde.session.state;
    assert.deepEqual([shown.session, shown.locked, shown.pauseS, shown.bots, still], [sessionId, false, 0, 2, startTick]);
    assert.ok(hilde.session.me >= 0);
  });

  it('hands the room over, and is a guest from then on', async () => {
    const hilde = await host();
    const gil = await guest(hilde);
    await does(hilde, { do: 'host', who: gil.room.sessionId });
    await assert.rejects(does(hilde, { do: 'lock', on: true }), refusedWith(REFUSED.notHost, /Only the host/));
    await does(gil, { do: 'lock', on: true });
    await hilde.sees('the lock', () => hilde.session.state.host.locked);
    assert.equal(hilde.session.state.host.session, gil.room.sessionId);
  });

  it('leaves for good: the room is the longest-standing guest’s; who only watches comes last', async () => {
    const hilde = await host();
    const watcher = await enter(Player.watches(url, hilde.code, 'Willa'));
    const gil = await guest(hilde);
    await guest(hilde, 'Late');
    await hilde.leave();
    await gil.sees('the room become theirs', () => gil.session.state.host.session === gil.room.sessionId);
    await does(gil, { do: 'pause' });
    await watcher.sees('the pause', () => watcher.session.halted);
  });

  it('halts the match for everybody, and lets it go on', async () => {
    const hilde = await host({ bots: 3 });
    const gil = await guest(hilde);
    gil.play().deed = { mx: 127 };
    await does(hilde, { do: 'pause' });
    await gil.sees('the match halted', () => gil.session.halted);
    const { tick } = gil.session.state;
    const left = gil.session.state.host.pauseS;
    await gil.sees('the seconds pass', () => gil.session.state.host.pauseS < left);
    assert.equal(gil.session.state.tick, tick);
    const late = await guest(hilde, 'Late');
    assert.equal(late.session.halted, true);
    await does(hilde, { do: 'resume' });
    await gil.sees('it go on', () => !gil.session.halted && gil.session.state.tick > tick + 10);
    const { x } = gil.seen();
    gil.deed = { mx: -127 };
    await gil.sees('the puck move', () => Math.abs(gil.seen().x - x) > 5);
    await gil.sees('commands taken', () => gil.session.stats.unacknowledged < 8);
  });

  it('begins without the countdown, begins anew, goes on to another map, and ends the match', async () => {
    const hilde = await host({ countdownS: 10 });
    const { session } = hilde;
    await assert.rejects(does(hilde, { do: 'start' }), refusedWith(REFUSED.notNow, /nobody to play against/));
    await guest(hilde);
    await hilde.sees('the countdown', () => session.phase === 'countdown');
    await does(hilde, { do: 'start' });
    await hilde.sees('the match', () => session.phase === 'live');
    assert.equal(session.state.map, 'atrium');
    const { startTick } = session.state;
    await does(hilde, { do: 'restart' });
    await hilde.sees('it begin anew', () => session.state.startTick > startTick);
    assert.equal(session.state.map, 'atrium');
    await assert.rejects(does(hilde, { do: 'next', map: 'nowhere' }), refusedWith(REFUSED.notNow, /no such map/));
    await does(hilde, { do: 'next', map: 'foundry' });
    await hilde.sees('the map', () => session.state.map === 'foundry' && session.map.id === 'foundry');
    await assert.rejects(does(hilde, { do: 'end' }), refusedWith(REFUSED.notNow, /No match is being played/));
    await does(hilde, { do: 'start' });
    await hilde.sees('the match', () => session.phase === 'live');
    await does(hilde, { do: 'end' });
    await hilde.sees('the results', () => session.phase === 'results');
    assert.ok(session.state.endTick - session.state.tick > MATCH.resultsTicks / 2);
    await does(hilde, { do: 'start' });
    await hilde.sees('the next match', () => session.phase === 'live');
  });

  it('says how many bots play, and how well', async () => {
    const hilde = await host({ bots: 2 });
    const bots = () => hilde.session.state.pucks.filter(({ active, bot }) => active && bot).length;
    await does(hilde, { do: 'bots', count: 5, level: 'ace' });
    await hilde.sees('four bots', () => bots() === 4);
    assert.equal(hilde.session.state.host.botLevel, 'ace');
    await does(hilde, { do: 'bots', count: 0 });
    await hilde.sees('no bot', () => bots() === 0);
  });

  it('moves somebody to the other team and to those who watch', async () => {
    const hilde = await host({ mode: 'tdm', map: 'crossing', bots: 4 });
    const gil = await guest(hilde);
    const team = gil.state.team;
    await does(hilde, { do: 'move', who: gil.room.sessionId, to: 'team' });
    await gil.sees('the other team', () => gil.session.me >= 0 && gil.state.team !== team);
    gil.play().deed = { mx: 127 };
    await gil.sees('commands taken', () => gil.session.own && gil.session.own.step > 20);
    await does(hilde, { do: 'move', who: gil.room.sessionId, to: 'watch' });
    await gil.sees('no seat', () => gil.session.me < 0);
    assert.equal(gil.session.state.watchers.get(gil.room.sessionId), 'Gil');
    await assert.rejects(does(hilde, { do: 'move', who: gil.room.sessionId, to: 'team' }), refusedWith(REFUSED.noTarget, /plays here/));
  });

  it('locks the room: nobody new plays, those who come may watch', async () => {
    const hilde = await host();
    await does(hilde, { do: 'lock', on: true });
    await assert.rejects(joinMatch(url, hilde.code, 'Late'), (error: Error) => isLocked(error) && /locked.*watch/.test(error.message));
    const watcher = await enter(Player.watches(url, hilde.code, 'Willa'));
    await assert.rejects(watcher.room.request('seat'), refusedWith(REFUSED.locked, /locked/));
    await does(hilde, { do: 'lock', on: false });
    await guest(hilde);
  });

  it('cannot do to themselves what is for others, nor to somebody who is not there', async () => {
    const hilde = await host();
    await assert.rejects(does(hilde, { do: 'kick', who: hilde.room.sessionId }), refusedWith(REFUSED.noTarget, /yourself/));
    await assert.rejects(does(hilde, { do: 'ban', who: 'nobody' }), refusedWith(REFUSED.noTarget, /not here/));
  });

  it('in a hurry is slowed down, with a sentence; the room goes on', async () => {
    const innocent = await Innocent.plays(await theServer(), url, { hosted: true, bots: 2 });
    const acts = Array.from({ length: 60 }, (_, i) => does(innocent.player, { do: 'bots', count: 2 + (i % 3) }));
    const refused = (await Promise.allSettled(acts)).filter((result) => result.status === 'rejected');
    assert.ok(refused.length > 40, `${refused.length} refused`);
    for (const { reason } of refused) refusedWith(REFUSED.tooFast, /wait a moment/)(reason);
    await innocent.goesOn();
    await innocent.leave();
  });

  it('has a password: without it nobody comes in, and few wrong ones are read at all', async () => {
    const hilde = await host({ password: 'bank shot' });
    const { code } = hilde;
    await assert.rejects(joinMatch(url, code, 'Gil'), (error: Error) => needsPassword(error) && /needs a password/.test(error.message));
    await assert.rejects(
      joinMatch(url, code, 'Gil', 'wrong'),
      (error: Error) => needsPassword(error) && /not the password/.test(error.message),
    );
    const gil = await enter(Player.in(await joinMatch(url, code, 'Gil', 'bank shot')));
    assert.ok(gil.session.me >= 0);
    // The sixth from the same address is not even compared; another address still gets in.
    const guesses = [];
    const from = '127.0.7.7';
    for (let i = 0; i < 6; i++) guesses.push(await guess(code, i < 5 ? `guess ${i}` : 'bank shot', from));
    assert.match(guesses[4] ?? '', /not the password/);
    assert.match(guesses[5] ?? '', /Too many wrong passwords/);
    await enter(Player.in(await joinMatch(url, code, 'Gerd', 'bank shot')));
    assert.equal(JSON.stringify(hilde.session.state.toJSON()).includes('bank shot'), false);
  });

  /** Tries a password from an address. Returns what the room says instead of a welcome. */
  async function guess(code: string, password: string, from: string): Promise<string> {
    return RawClient.take(url, await reserve(url, 'joinById', code, { ...goodOptions, password }, from)).then(
      () => '',
      (error: Error) => error.message,
    );
  }

  it('caps how many play and how many watch', async () => {
    const hilde = await host({ cap: 2, spectators: 1 });
    await guest(hilde);
    await assert.rejects(joinMatch(url, hilde.code, 'Late'), refusedWith(REFUSED.full, /full/));
    const watcher = await enter(Player.watches(url, hilde.code, 'Willa'));
    await assert.rejects(Player.watches(url, hilde.code, 'Wim'), refusedWith(REFUSED.full, /watching this match already/));
    await until(() => watcher.session.state.watchers.size === 1, { what: 'the one who watches' });
  });
});
