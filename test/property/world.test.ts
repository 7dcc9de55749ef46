import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cloneWorld } from '#shared/sim/clone.ts';
import { hashWorld } from '#shared/sim/hash.ts';
import { BOLT, PUCK } from '#shared/tuning.ts';
import { shippedMap } from '../support/maps.ts';
import { anyMap, depthInWalls, holds } from '../support/random.ts';
import { anyScript, play, scriptOf, worldOf } from '../support/script.ts';

const atrium = shippedMap('atrium');

describe('the same commands', () => {
  it('give the same hash in every tick', () => {
    holds(
      120,
      fc.property(anyScript, (script) => {
        const hashes = [0, 1].map(() => {
          const world = worldOf(script, atrium);
          const seen: number[] = [];
          play(script, world, { after: () => seen.push(hashWorld(world)) });
          return seen;
        });
        assert.deepEqual(hashes[0], hashes[1]);
        assert.ok(new Set(hashes[0]).size === script.ticks.length, 'each tick is another state');
      }),
    );
  });

  it('from a clone go on like those from the original, and leave it alone', () => {
    holds(
      160,
      fc.property(anyScript, fc.double({ min: 0, max: 1, noNaN: true }), (script, share) => {
        const at = Math.floor(script.ticks.length * share);
        const world = worldOf(script, atrium);
        play(script, world, { to: at });
        const copy = cloneWorld(world);
        const then = hashWorld(world);
        play(script, copy, { from: at });
        assert.equal(hashWorld(world), then, 'the original has not moved');
        play(script, world, { from: at });
        assert.deepEqual(copy, world);
      }),
    );
  });

  it('with another seed or one other command give another hash', () => {
    holds(
      80,
      fc.property(anyScript, (script) => {
        const worlds = [script, { ...script, seed: script.seed + 1 }].map((each) => {
          const world = worldOf(each, atrium);
          play(each, world);
          return hashWorld(world);
        });
        assert.notEqual(worlds[0], worlds[1]);
      }),
    );
  });
});

describe('in any match', () => {
  it('on any map every puck and bolt is outside the walls, and every number within its range', () => {
    holds(
      120,
      fc.property(anyMap, anyScript, (map, script) => {
        const world = worldOf(script, map);
        play(script, world, {
          after: () => {
            for (const puck of world.pucks) {
              if (!puck.active) continue;
              assert.ok(depthInWalls(map, puck.x, puck.y, PUCK.radius, true) <= 1e-9);
              assert.ok(puck.health >= 0 && puck.health <= PUCK.health && Number.isInteger(puck.health));
              assert.equal(puck.alive, puck.health > 0);
            }
            for (const bolt of world.bolts) {
              if (!bolt.live) continue;
              assert.ok(depthInWalls(map, bolt.x, bolt.y, BOLT.half, false) <= 1e-9);
              assert.ok(bolt.contacts < BOLT.lastContact && bolt.endTick > world.tick && world.pucks[bolt.owner]?.active);
            }
          },
        });
      }),
    );
  });

  it('points, kills and deaths agree: a death is somebody’s kill or nobody’s', () => {
    holds(
      80,
      fc.property(fc.nat(1e6), (seed) => {
        // Nobody leaves with what they earned.
        const script = scriptOf(seed, 900, 12, 0);
        const world = worldOf(script, atrium);
        let kills = 0;
        let nobody = 0;
        play(script, world, {
          after: () => {
            for (const event of world.events) {
              if (event.type !== 'kill') continue;
              if (event.by >= 0) kills++;
              else nobody++;
            }
          },
        });
        const sum = (of: 'kills' | 'deaths') => world.pucks.reduce((total, puck) => total + puck[of], 0);
        assert.equal(sum('kills'), kills);
        assert.equal(sum('deaths'), kills + nobody);
      }),
    );
  });
});
