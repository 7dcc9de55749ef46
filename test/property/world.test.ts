import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MODES } from '#shared/modes/index.ts';
import { cloneWorld } from '#shared/sim/clone.ts';
import { hashWorld } from '#shared/sim/hash.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import type { Phase, SimEvent, World } from '#shared/sim/types.ts';
import { BOLT, PICKUP, PUCK } from '#shared/tuning.ts';
import { anyMap, depthInWalls, holds } from '../support/random.ts';
import { anyScript, play, scriptOf, worldOf, YARD } from '../support/script.ts';

/** How far random hands come in a few seconds, besides shooting at each other. */
const DEEDS: Record<string, string[]> = {
  ffa: ['results'],
  tdm: ['results'],
  ctf: ['flag taken', 'flag dropped', 'overtime'],
  king: ['zone held', 'zone contested', 'zone lost', 'overtime', 'results'],
  last: ['round ended', 'results'],
};

describe('the same commands', () => {
  it('give the same hash in every tick', () => {
    holds(
      120,
      fc.property(anyScript, (script) => {
        const hashes = [0, 1].map(() => {
          const world = worldOf(script, YARD);
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
        const world = worldOf(script, YARD);
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
          const world = worldOf(each, YARD);
          play(each, world);
          return hashWorld(world);
        });
        assert.notEqual(worlds[0], worlds[1]);
      }),
    );
  });
});

/** What a phase may be followed by. */
const NEXT: Record<Phase, Phase[]> = {
  waiting: ['countdown', 'live'],
  countdown: ['waiting', 'live'],
  live: ['overtime', 'results'],
  overtime: ['results'],
  results: [],
};

/** A flag and its carrier know each other, and whoever carries is alive. */
function checkCarriers(world: World): void {
  world.objectives.forEach(({ holder, state, kind }, index) => {
    if (kind !== 'flag') return;
    assert.equal(state === 'held', holder >= 0);
    if (holder >= 0) assert.ok(world.pucks[holder]?.alive && world.pucks[holder]?.carries === index);
  });
  for (const { carries, slot } of world.pucks) if (carries >= 0) assert.equal(world.objectives[carries]?.holder, slot);
}

describe('in any match', () => {
  for (const mode of Object.keys(MODES)) {
    it(`of ${mode} phases follow in order, flags and carriers agree, and the scripts do what there is to do`, () => {
      const seen = new Set<string>();
      const see = (event: SimEvent) => {
        seen.add('act' in event ? `${event.type} ${event.act}` : event.type === 'phase' ? event.phase : event.type);
      };
      holds(
        60,
        fc.property(anyScript, (script) => {
          const world = worldOf({ ...script, mode }, YARD);
          let { phase } = world;
          play(script, world, {
            after: () => {
              if (world.phase !== phase) assert.ok(NEXT[phase].includes(world.phase), `${phase}, then ${world.phase}`);
              phase = world.phase;
              world.events.forEach(see);
              if (isPlaying(world)) checkCarriers(world);
              for (const { overcharge, guard } of world.pucks)
                assert.ok(overcharge <= PICKUP.overchargeShots && guard <= PICKUP.shieldHits);
            },
          });
        }),
      );
      const wanted = ['countdown', 'live', 'hit', 'kill', 'parry', 'pickup', ...(DEEDS[mode] ?? [])];
      assert.deepEqual(
        wanted.filter((deed) => !seen.has(deed)),
        [],
      );
    });
  }

  it('on any map every puck and bolt is outside the walls, and every number within its range', () => {
    holds(
      120,
      fc.property(anyMap, anyScript, (map, script) => {
        const world = worldOf(script, map);
        play(script, world, {
          after: () => {
            for (const puck of world.pucks) {
              if (!puck.active) continue;
              // Who has not lived yet is nowhere.
              if (puck.life > 0) assert.ok(depthInWalls(map, puck.x, puck.y, PUCK.radius, true) <= 1e-9);
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
        const world = worldOf(script, YARD);
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
