import assert from 'node:assert/strict';
import type { Bolt } from '#shared/sim/types.ts';
import { emptyBolt } from '#shared/sim/world.ts';
import { BOLT, TICK_S } from '#shared/tuning.ts';
import type { BothWays } from '../../client/net/trace.ts';
import { bothViews, type DeathFacts, tellBoth } from '../../client/ui/bothViews.ts';
import { tripText } from '../../client/ui/roundTrips.ts';
import { wayOf } from '../../client/ui/ways.ts';
import { RIGHT } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

const MAP = hall(30, 20);
const SPAWN_TICK = 100;
const A_TICK = BOLT.speed * TICK_S;
const person = { bot: false, connected: true, roundTrip: 48, handicap: 0 };
const ways: BothWays = { shown: [300, 200, 310, 200], after: [320, 200], server: [290, 200, 307, 200], gap: 3 };

/** To the right from the hall's left side. */
const bolt: Bolt = { ...emptyBolt(3), spawnTick: SPAWN_TICK, spawnX: 200, spawnY: 200, aim: RIGHT };
const facts = (more: Partial<DeathFacts> = {}): DeathFacts => ({
  tick: SPAWN_TICK + 30,
  bolt,
  seenTick: SPAWN_TICK + 10,
  ways,
  map: MAP,
  own: person,
  shooter: { ...person, slot: 1, name: 'Bob', roundTrip: 120 },
  ...more,
});
const views = (more: Partial<DeathFacts> = {}) => bothViews(facts(more)) ?? assert.fail('no views');
const rounded = (way: number[]) => way.map(Math.round);

describe('a bolt’s way', () => {
  it('goes from tick to tick', () => {
    assert.deepEqual(rounded(wayOf(bolt, MAP, SPAWN_TICK, SPAWN_TICK + 10)), rounded([200, 200, 200 + 10 * A_TICK, 200]));
    assert.deepEqual(
      rounded(wayOf(bolt, MAP, SPAWN_TICK + 10, SPAWN_TICK + 20)),
      rounded([200 + 10 * A_TICK, 200, 200 + 20 * A_TICK, 200]),
    );
  });

  it('has a corner at each contact between them', () => {
    const wall = 29 * 48 - BOLT.half;
    const ticks = Math.ceil((wall - 200) / A_TICK) + 5;
    const way = wayOf(bolt, MAP, SPAWN_TICK, SPAWN_TICK + ticks);
    assert.equal(way.length, 6);
    assert.deepEqual(rounded(way.slice(2, 4)), [wall, 200]);
    assert.ok((way[4] as number) < wall);
    assert.equal(wayOf(bolt, MAP, SPAWN_TICK + ticks - 2, SPAWN_TICK + ticks).length, 4);
  });
});

describe('a death as both saw it', () => {
  it('tells the part of the bolt’s way that was seen from the part that was not', () => {
    const { seen, unseen, seenMs } = views();
    assert.deepEqual(rounded(unseen), rounded([200, 200, 200 + 10 * A_TICK, 200]));
    assert.deepEqual(rounded(seen), rounded([200 + 10 * A_TICK, 200, 200 + 30 * A_TICK, 200]));
    assert.equal(seenMs, Math.round(20 / 0.06));
  });

  it('knows bolts that were seen at once, never, or only after they had hit', () => {
    const atOnce = views({ seenTick: SPAWN_TICK - 1 });
    assert.deepEqual([atOnce.unseen, atOnce.seen.length], [[], 4]);
    for (const seenTick of [-1, SPAWN_TICK + 30, SPAWN_TICK + 40]) {
      const never = views({ seenTick });
      assert.deepEqual([never.unseen.length, never.seen, never.seenMs], [4, [], 0]);
      assert.match(tellBoth(never)[0] ?? '', /before your screen could show it/);
    }
  });

  it('shows of the bolt’s way no more than the last second and a half', () => {
    const { unseen, seen } = views({ tick: SPAWN_TICK + 120, seenTick: SPAWN_TICK });
    assert.deepEqual(unseen, []);
    assert.deepEqual(rounded(seen.slice(0, 2)), rounded([200 + 30 * A_TICK, 200]));
  });

  it('holds both ways and the bolt’s in one box', () => {
    const { box } = views();
    assert.ok(box.left < 200 && box.right > 200 + 30 * A_TICK && box.top < 200 && box.bottom > 200);
  });

  it('is not there when one’s own way is not known', () => {
    assert.equal(bothViews(facts({ ways: { ...ways, shown: [] } })), undefined);
    assert.equal(bothViews(facts({ ways: { ...ways, server: [] } })), undefined);
  });

  it('says it in words', () => {
    assert.deepEqual(tellBoth(views()), [
      'The bolt was on your screen for 333 ms before it hit.',
      'Your place on the screen and on the server: 3 units apart. A puck is 44 wide.',
      'Ping then: you 48 ms, Bob 120 ms.',
    ]);
    const bot = { ...person, bot: true, slot: 2, name: 'Kiss' };
    assert.equal(tellBoth(views({ shooter: bot, own: { ...person, handicap: 100 } }))[2], 'Ping then: you 48 + 100 ms; Kiss is a bot.');
    assert.equal(tellBoth(views({ shooter: undefined }))[2], 'Your ping then: 48 ms.');
    const unknown = { ...person, roundTrip: 0 };
    assert.equal(tellBoth(views({ shooter: undefined, own: unknown }))[2], 'Your ping then: not measured.');
  });
});

describe('a round trip', () => {
  it('is what was measured and what is simulated', () => {
    assert.equal(tripText(person), '48 ms');
    assert.equal(tripText({ ...person, handicap: 100 }), '48 + 100 ms');
    assert.equal(tripText({ ...person, roundTrip: 0 }), '–');
    assert.equal(tripText({ ...person, roundTrip: 0, handicap: 70 }), '+ 70 ms');
    assert.equal(tripText({ ...person, connected: false }), 'away');
    assert.equal(tripText({ ...person, bot: true }), 'bot');
  });
});
