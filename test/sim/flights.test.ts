import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { MatchState } from '#shared/net/schema.ts';
import { spawnBolt } from '#shared/sim/bolts.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { Flights } from '../../client/net/flights.ts';
import type { Bounce } from '../../client/net/shownBolt.ts';
import { mapOf } from '../../server/maps.ts';

describe('bolts that were fired before one came', () => {
  const { map } = mapOf('foundry');
  const world = createWorld({ map, mode: ffa, seed: 1 });
  joinPuck(world, { slot: 0, name: 'Ada', bot: false, team: 0 });
  const spawn = map.spawns[0] as (typeof map.spawns)[number];
  spawnBolt(world, 0, spawn.x, spawn.y, 5000, 0, 0);
  const state = new MatchState();
  const batch = new CommandBatch();
  const pass = (ticks: number) => {
    for (let i = 0; i < ticks; i++) stepWorld(world, batch);
    new Publisher(state).publish(world, new Uint32Array(MAX_PUCKS));
  };
  const arrive = (): { told: Bounce[]; seen: number } => {
    const told: Bounce[] = [];
    const flights = new Flights(map, (bounce) => told.push(bounce));
    flights.snapshot(state, 0, {
      present: world.tick,
      pucks: [],
      me: -1,
      behind: 0,
      roundTripTicks: 0,
      ownAt: () => undefined,
      passes: () => false,
    });
    flights.advance(world.tick, 0, [], -1, 0);
    return { told, seen: [...flights.all()].filter(({ visible }) => visible).length };
  };

  it('and still fly are shown where they are, without the sparks of their way', () => {
    pass(24);
    const { told, seen } = arrive();
    assert.equal(seen, 1);
    assert.ok(told.length <= 1, `${told.length} contacts told`);
  });

  it('and are long over are neither shown nor heard', () => {
    pass(1000);
    assert.deepEqual(arrive(), { told: [], seen: 0 });
  });
});
