// A room's matches, one after the other, as people at real clients see them.

import assert from 'node:assert/strict';
import { MODES } from '#shared/modes/index.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import type { Phase } from '#shared/sim/types.ts';
import { FFA, MATCH, TILE } from '#shared/tuning.ts';
import { takeSeat, vote } from '../../client/net/connection.ts';
import { awardText } from '../../client/ui/awardTexts.ts';
import { Player } from '../support/player.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { TEST_MODES } from '../support/testModes.ts';

const RESULTS_TICKS = 240;
/** Points at which the test modes end: ticks with the trigger held. */
const LIMIT = 9;
const ANY_MAP = { map: undefined as never };

/** To the side with more room: a spawn may be beside a wall. */
const awayFromWall = (player: Player) => ({ mx: player.seen().x < (player.session.map.cols * TILE) / 2 ? 127 : -127 });

describe('the life of a room', function () {
  this.timeout(40_000);
  let server: TestServer;
  const people: Player[] = [];
  before(async () => {
    Object.assign(MODES, TEST_MODES);
    server = await startTestServer({ TUNING: JSON.stringify({ MATCH: { resultsTicks: RESULTS_TICKS } }) });
  });
  after(async () => {
    for (const id of Object.keys(TEST_MODES)) delete MODES[id];
    await server.stop();
  });
  afterEach(() => Promise.all(people.splice(0).map((person) => person.leave())));
  const enter = async (coming: Promise<Player>): Promise<Player> => {
    const person = await coming;
    people.push(person);
    return person.play();
  };
  const phase = (player: Player, wanted: Phase) => player.sees(wanted, () => player.session.phase === wanted, 10_000);

  /** Somebody who comes to watch sees the match as those who are in it. */
  const watched = async (player: Player, wanted: Phase) => {
    await phase(player, wanted);
    const eve = await enter(Player.watches(server.url, player.code, 'Eve'));
    const seen = ({ state }: Player['session']) => {
      const { endTick, startTick, mode, map, round } = state;
      const awards = state.awards.map(({ id, slot, name, value }) => ({ id, slot, name, value }));
      const ballot = state.ballot.map((option) => ({ map: option.map, name: option.name, votes: option.votes }));
      return { phase: state.phase, endTick, startTick, mode, map, round, awards, ballot };
    };
    assert.equal(eve.session.phase, wanted);
    assert.equal(eve.session.me, -1);
    assert.deepEqual(seen(eve.session), seen(player.session));
    return eve;
  };

  it('goes from waiting through a countdown and a match to results, and the vote says where the next one is', async () => {
    const ada = await enter(Player.open(server.url, 'Ada', { ...ANY_MAP, mode: 'juggler', scoreLimit: LIMIT, countdownS: 1 }));
    await watched(ada, 'waiting');
    const { x } = ada.seen();
    ada.deed = awayFromWall(ada);
    await ada.sees('free play', () => Math.abs(ada.seen().x - x) > 50);

    const places: number[] = [];
    ada.room.onStateChange(() => {
      if (ada.session.phase === 'countdown') places.push(ada.seen().x);
    });
    const ben = await enter(Player.joins(server.url, ada.code, 'Ben'));
    const eve = await watched(ada, 'countdown');
    await phase(ada, 'live');
    // Whose commands were late catches up with them, by what the bucket allows: some 73 units. Who is not rooted goes 350.
    assert.ok(places.length > 10 && Math.max(...places) - Math.min(...places) < 80, `${places}`);
    await watched(ada, 'live');
    await assert.rejects(vote(ada.room, 0), /no such map/);

    const { map } = ada.session.state;
    ada.deed = { fire: true };
    await phase(ada, 'results');
    ada.deed = { mx: 127 };
    const { endTick, ballot, awards } = ada.session.state;
    await watched(ada, 'results');
    assert.ok(ada.session.state.tick >= endTick - RESULTS_TICKS);
    assert.deepEqual(
      awards.map(({ id, slot, name, value }) => ({ id, slot, name, value })),
      [{ id: 'mostParries', slot: ada.session.me, name: 'Ada', value: LIMIT }],
    );
    assert.equal(awardText('mostParries', LIMIT), 'sent 9 bolts back');
    assert.ok(ballot.length >= 2 && ballot.every((option) => option.map !== map && option.name !== ''));

    const votes = () => ada.session.state.ballot.map((option) => option.votes);
    await vote(ada.room, 0);
    await vote(ben.room, 1);
    await ada.sees('a vote each', () => votes()[0] === 1 && votes()[1] === 1);
    await vote(ada.room, 1);
    await ada.sees('a changed mind', () => votes()[0] === 0 && votes()[1] === 2);
    await assert.rejects(vote(eve.room, 0), /Only those who play/);
    for (const bad of [ballot.length, 99, -1, 0.5, 'x', null, undefined]) {
      await assert.rejects(ada.room.request(MESSAGE.vote, bad), /no such map|number|expected|Invalid/i, `${bad}`);
    }
    assert.deepEqual(votes().slice(0, 2), [0, 2]);

    const chosen = ballot[1]?.map as string;
    const seats = [ada.session.me, ben.session.me];
    await ada.sees('the next match', () => ada.session.state.startTick === endTick, 10_000);
    assert.equal(ada.session.state.map, chosen);
    await ada.sees('its map', () => ada.session.map.id === chosen);
    await phase(ada, 'countdown');
    assert.deepEqual([ada.session.state.awards.length, ada.session.state.ballot.length], [0, 0]);
    assert.deepEqual([ada.session.me, ben.session.me], seats);
    assert.equal(ada.state.score, 0);
    await phase(ben, 'live');
    ada.deed = { fire: true };
    await phase(ben, 'results');
    assert.equal(ben.session.state.awards.length, 1);
  });

  it('waits again when the second one leaves during the countdown', async () => {
    const ada = await enter(Player.open(server.url, 'Ada', { countdownS: 10 }));
    const ben = await enter(Player.joins(server.url, ada.code, 'Ben'));
    await phase(ada, 'countdown');
    await ben.leave();
    await phase(ada, 'waiting');
  });

  it('begins with a match at once where bots fill the seats, and counts down to the next', async () => {
    const wishes = { mode: 'juggler', scoreLimit: LIMIT, bots: 3, countdownS: undefined as never };
    const ada = await enter(Player.open(server.url, 'Ada', wishes));
    await phase(ada, 'live');
    const live = ada.session.state;
    assert.equal(live.endTick - live.startTick, 1 + FFA.timeLimitTicks);
    assert.ok(live.startTick < MATCH.countdownTicks, `a match since tick ${live.startTick}`);
    ada.deed = { fire: true };
    await phase(ada, 'results');
    ada.deed = {};
    await phase(ada, 'countdown');
    const { endTick, startTick } = ada.session.state;
    assert.equal(endTick - startTick, 1 + MATCH.countdownTicks);
    assert.equal(ada.session.state.map, 'atrium', 'the one that was asked for');
    assert.equal(ada.names.length, 3);
  });

  it('puts late comers into the smaller team, and makes teams even for the next match', async () => {
    const url = server.url;
    const ada = await enter(Player.open(url, 'Ada', { mode: 'clickers', scoreLimit: LIMIT }));
    const join = (name: string) => enter(Player.joins(url, ada.code, name));
    const ben = await join('Ben');
    const cleo = await join('Cleo');
    const dana = await join('Dana');
    const teams = () => Object.fromEntries(ada.session.state.pucks.filter(({ active }) => active).map(({ name, team }) => [name, team]));
    await ada.sees('four', () => ada.names.length === 4);
    assert.deepEqual(teams(), { Ada: 0, Ben: 1, Cleo: 0, Dana: 1 });
    await phase(ada, 'live');
    await cleo.leave();
    await ada.sees('Cleo gone', () => ada.names.length === 3);
    const finn = await join('Finn');
    assert.equal(finn.state.team, 0);
    await ben.leave();
    await dana.leave();
    await ada.sees('two', () => ada.names.length === 2);
    assert.deepEqual(teams(), { Ada: 0, Finn: 0 });

    ada.deed = { fire: true };
    await phase(ada, 'results');
    ada.deed = {};
    await ada.sees('the next match', () => ada.session.phase !== 'results', 10_000);
    assert.deepEqual(teams(), { Ada: 0, Finn: 1 });
    await finn.sees('his new seat', () => finn.session.me === 1 && finn.state.sessionId === finn.room.sessionId);
    await phase(finn, 'live');
    const { x } = finn.seen();
    finn.deed = awayFromWall(finn);
    await ada.sees('that he moves there', () => Math.abs(ada.seen(1).x - x) > 20);
    await finn.sees('a prediction that agrees', () => finn.session.own && finn.session.stats.unacknowledged < 8);
    assert.deepEqual(teams(), { Ada: 0, Finn: 1 });
  });
});

describe('a player who does nothing', function () {
  this.timeout(40_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ TUNING: JSON.stringify({ IDLE: { warnTicks: 90, leaveTicks: 240 } }) });
  });
  after(() => server.stop());

  it('is warned, stays by moving, and watches in the end; a seat is there for the asking', async () => {
    const ada = (await Player.open(server.url, 'Ada')).play();
    ada.deed = (sent) => ({ aim: (sent * 50) & 65_535 });
    const ben = (await Player.joins(server.url, ada.code, 'Ben')).play();
    const { me } = ben.session;
    await ben.sees('a warning', () => ben.state.idleTick > 0);
    const { tick } = ben.session.state;
    assert.ok(ben.state.idleTick > tick + 60 && ben.state.idleTick <= tick + 240 - 90);
    ben.deed = { mx: 127 };
    await ben.sees('no warning any more', () => ben.state.idleTick === 0);
    ben.deed = {};
    await ben.sees('another', () => ben.state.idleTick > 0);
    await ben.sees('that he watches', () => ben.session.me === -1, 10_000);
    await ada.sees('his seat free', () => ada.session.state.pucks[me]?.active === false);
    assert.equal(ada.state.idleTick, 0, 'who only aims is no idler');
    assert.equal(ben.room.connection.isOpen, true);
    await takeSeat(ben.room);
    await ben.sees('a puck', () => ben.session.me >= 0);
    assert.equal(ben.state.idleTick, 0);
    await Promise.all([ada.leave(), ben.leave()]);
  });

  it('alone in a room is left in peace: there is nothing to do', async () => {
    const solo = (await Player.open(server.url, 'Solo')).play();
    const { tick } = solo.session.state;
    await solo.sees('six seconds', () => solo.session.state.tick > tick + 360, 30_000);
    assert.deepEqual([solo.state.idleTick, solo.session.phase], [0, 'waiting']);
    await solo.leave();
  });
});
