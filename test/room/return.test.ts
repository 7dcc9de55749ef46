import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { MODES } from '#shared/modes/index.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { COMMANDS } from '#shared/tuning.ts';
import { joinMatch, returnToMatch } from '../../client/net/connection.ts';
import { askIdentity } from '../../client/net/passport.ts';
import { shippedMap } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { BadLine } from '../support/proxy.ts';
import { theServer } from '../support/server.ts';
import { TEST_MODES } from '../support/testModes.ts';
import { until } from '../support/until.ts';

/** The framework's code for a token that it does not know. */
const FAILED_TO_RECONNECT = 4003;

describe('a player who', () => {
  /** Hers, to be cut, and one that stays. */
  let proxy: BadLine;
  let sound: BadLine;
  let ada: Player;
  let ben: Player;
  /** Says who Ada is. */
  let identity: string;
  /** Patches in which she was away: that may be over before anybody looks. */
  let aways = 0;
  /** Ada as Ben's client sees her. */
  const seen = () => ben.session.state.pucks[ada.session.me] ?? assert.fail();

  before(() => Object.assign(MODES, TEST_MODES));
  after(() => {
    for (const id of Object.keys(TEST_MODES)) delete MODES[id];
  });
  beforeEach(async () => {
    const { port } = await theServer();
    proxy = await BadLine.open(port);
    sound = await BadLine.open(port);
    identity = await askIdentity(proxy.url);
    ada = await Player.open(proxy.url, 'Ada', { mode: 'clicker', token: identity });
    ben = await Player.joins(sound.url, ada.code, 'Ben');
    ben.room.onStateChange(() => {
      if (!seen().connected) aways++;
    });
    // A score and a place of her own.
    ada.play().deed = { fire: true, mx: 90 };
    await ben.sees('nine points', () => seen().score === 9);
    ada.deed = {};
    ben.play();
    await ben.sees('her at rest, and no bolt that could still hurt her', () => {
      return isAtRest() && seen().buttons === 0 && ben.session.flights.all().every(({ ended }) => ended);
    });
  });
  afterEach(async () => {
    await Promise.all([ada.leave(), ben.leave()]);
    proxy.close();
    sound.close();
  });

  /** What must be the same after a return. */
  const kept = () => {
    const { name, score, joinTick, health, active } = seen();
    return { name, score, place: place(), joinTick, health, active };
  };
  /** Where Ben has her puck, as x,y. */
  const place = () => {
    const puck = ben.session.pucks.find(({ slot }) => slot === ada.session.me)?.puck;
    return `${puck?.x},${puck?.y}`;
  };
  const isAtRest = () => {
    const puck = ben.session.pucks.find(({ slot }) => slot === ada.session.me)?.puck;
    return puck?.vx === 0 && puck.vy === 0;
  };

  it('is cut off comes back by itself to the same puck and score, and plays on', async () => {
    const before = kept();
    const seat = ada.session.me;
    const present = aways;
    proxy.cut();
    await ben.sees('that she is away', () => aways > present);
    await ben.sees('her back', () => seen().connected, 10_000);
    assert.deepEqual(kept(), before);
    assert.equal(ada.session.me, seat);
    await ada.sees('nothing pending', () => ada.session.stats.unacknowledged < 6);
    ada.deed = { my: 127 };
    await ben.sees('her moving', () => place() !== before.place);
    ada.deed = {};
    await ben.sees('her at rest', isAtRest);
    await ada.sees('her own puck where the server says', () => {
      const { own } = ada.session;
      return own && `${own.x},${own.y}` === place();
    });
  });

  it('is cut off twice comes back twice', async () => {
    for (let i = 0; i < 2; i++) {
      const present = aways;
      proxy.cut();
      await ben.sees('that she is away', () => aways > present);
      await ben.sees('her back', () => seen().connected, 10_000);
      const { tick } = ben.session.state;
      await ada.sees('that she plays on', () => ada.session.state.tick > tick && ada.session.stats.unacknowledged < 6);
    }
    assert.equal(seen().score, 9);
  });

  it('is cut off again while her answer to her return is on its way comes back once more', async () => {
    const before = kept();
    proxy.line = { delayMs: 200 };
    const { reconnectionToken } = ada.room;
    proxy.cut();
    await until(() => ada.room.reconnectionToken !== reconnectionToken, { what: 'that she knows she is back' });
    const present = aways;
    proxy.cut();
    await ben.sees('that she is away', () => aways > present);
    assert.deepEqual(kept(), before);
    proxy.line = {};
    const { tick } = ben.session.state;
    await ada.sees('that she plays on', () => ada.session.state.tick > tick && ada.session.stats.unacknowledged < 6);
  });

  it('is cut off again before she hears of her return gets her puck as the person she is', async () => {
    const { name, score, joinTick } = kept();
    proxy.line = { delayMs: 600 };
    let present = aways;
    proxy.cut();
    await ben.sees('that she is away', () => aways > present);
    await ben.sees('her back', () => seen().connected, 10_000);
    present = aways;
    const closed = new Promise<number>((resolve) => ada.room.onLeave(resolve));
    proxy.cut();
    await ben.sees('that she is away', () => aways > present);
    assert.equal(await closed, FAILED_TO_RECONNECT);
    const again = await Player.in(await joinMatch(sound.url, ada.code, 'Ada', undefined, { token: identity }));
    try {
      await ben.sees('her back', () => seen().connected);
      const after = kept();
      assert.deepEqual([after.name, after.score, after.joinTick, again.session.me], [name, score, joinTick, ada.session.me]);
    } finally {
      await again.leave();
    }
  });

  it('reloads the page comes back with the token to the same puck and score', async () => {
    const before = kept();
    const token = ada.room.reconnectionToken;
    ada.pause();
    ada.room.reconnection.enabled = false;
    proxy.cut();
    await ben.sees('that she is away', () => !seen().connected);
    const again = await Player.returns(sound.url, token);
    try {
      await ben.sees('her back', () => seen().connected);
      assert.deepEqual(kept(), before);
      assert.equal(again.session.me, ada.session.me);
      again.play().deed = { my: 127 };
      await ben.sees('her moving', () => place() !== before.place);
    } finally {
      await again.leave();
    }
  });

  it('has two tabs is two players', async () => {
    const second = await Player.joins(sound.url, ada.code, 'Ada');
    assert.notEqual(second.session.me, ada.session.me);
    assert.deepEqual([...second.names].sort(), ['Ada', 'Ada 2', 'Ben']);
    await second.leave();
    await ben.sees('one of them left', () => ben.names.length === 2);
    assert.equal(seen().active, true);
  });

  it('has left for good cannot come back with the token', async () => {
    const token = ada.room.reconnectionToken;
    await ada.leave();
    await ben.sees('her seat free', () => !seen().active);
    await assert.rejects(returnToMatch(sound.url, token));
  });

  it('knows a token with a letter changed does not get the seat', async () => {
    const token = ada.room.reconnectionToken;
    const last = token.endsWith('a') ? 'b' : 'a';
    proxy.cut();
    await assert.rejects(returnToMatch(sound.url, token.slice(0, -1) + last));
  });

  it('is away has a bot steer for her after a second, marked for all, which lets go as soon as she is back', async () => {
    ada.room.reconnection.enabled = false;
    const token = ada.room.reconnectionToken;
    proxy.cut();
    await ben.sees('that she is away', () => !seen().connected);
    assert.equal(seen().standIn, false);
    const before = place();
    await ben.sees('a bot at her place', () => seen().standIn && place() !== before);
    assert.equal(seen().name, 'Ada');
    assert.equal(seen().bot, false);
    const again = await Player.returns(sound.url, token);
    try {
      await ben.sees('her back', () => seen().connected);
      assert.equal(seen().standIn, false);
      again.play();
      await ben.sees('her at rest, as she is told to be', () => isAtRest() && seen().buttons === 0);
    } finally {
      await again.leave();
    }
    const { code } = ben;
    await ben.leave();
    const server = await theServer();
    const file = await until(() => server.recordings().find((name) => name.includes(code)), { what: 'the recording' });
    const { ok } = new ReplayPlayer(gunzipSync(readFileSync(file)), shippedMap).verify();
    assert.ok(ok, 'what the bot did is recorded');
  });

  it('looks away from the screen has a bot steer for her too, until she looks again', async () => {
    ada.pause();
    ada.room.send(MESSAGE.away, true);
    await ben.sees('a bot at her place', () => seen().standIn && seen().connected);
    ada.room.send(MESSAGE.away, false);
    await ben.sees('her back', () => !seen().standIn);
  });

  it('is away stays in the match, marked as away, and is stepped on: silence is no armour', async () => {
    ada.room.reconnection.enabled = false;
    proxy.cut();
    await ben.sees('that she is away', () => !seen().connected);
    assert.equal(seen().active, true);
    const { lag } = seen();
    const stepThen = ben.session.state.tick - seen().joinTick - lag;
    await ben.sees('her puck still counting steps', () => {
      const step = ben.session.state.tick - seen().joinTick - seen().lag;
      return seen().lag <= lag + COMMANDS.holdTicks + 2 && step > stepThen + 60;
    });
  });
});
