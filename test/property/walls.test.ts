import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advanceFlight, flightSpeed, launch } from '#shared/sim/flight.ts';
import { type ArenaMap, stopsPucks } from '#shared/sim/map.ts';
import { stepPuck } from '#shared/sim/puck.ts';
import type { Bolt } from '#shared/sim/types.ts';
import { emptyBolt, emptyPuck } from '#shared/sim/world.ts';
import { BOLT, GRID, PUCK, TICK_S, TILE } from '#shared/tuning.ts';
import { commandStretches } from '../support/commands.ts';
import { anyMap, depthInWalls, holds, mapAndPlace, placeOn } from '../support/random.ts';

const AIM = fc.oneof(fc.nat(65_535), fc.constantFrom(0, 8192, 16_384, 24_576, 32_768, 40_960, 49_152, 57_344, 1, 65_535, 16_383, 16_385));
const LAUNCH = fc.record({ aim: AIM, level: fc.nat(3), parries: fc.nat(6) });
const EPSILON = 1e-9;

const tileOf = ({ x, y }: { x: number; y: number }) => [Math.floor(x / TILE), Math.floor(y / TILE)] as const;

/** Flies a bolt to its end; `at` sees it after each piece of a tick. */
function fly(bolt: Bolt, map: ArenaMap, at: (before: { dx: number; dy: number; contacts: number }) => void): void {
  for (let tick = 0; tick < BOLT.largeLifeTicks && bolt.contacts < BOLT.lastContact; tick++) {
    for (let left = TICK_S; left > 0 && bolt.contacts < BOLT.lastContact; ) {
      const before = { dx: bolt.dx, dy: bolt.dy, contacts: bolt.contacts };
      const used = advanceFlight(bolt, map, left);
      assert.ok(used >= 0 && used <= left);
      left -= used;
      at(before);
    }
  }
}

describe('on any map', () => {
  it('a puck never ends a step inside a wall, and stays on the grid', () => {
    holds(
      1000,
      fc.property(mapAndPlace, commandStretches(8, 40), ({ map, place }, commands) => {
        const puck = Object.assign(emptyPuck(0), place, { alive: true });
        for (const command of commands) {
          stepPuck(puck, command, map);
          assert.ok(depthInWalls(map, puck.x, puck.y, PUCK.radius, true) <= EPSILON, `at ${puck.x}, ${puck.y}`);
          for (const value of [puck.x, puck.y, puck.vx, puck.vy]) assert.ok(Number.isInteger(value * GRID));
          // Bumpers one after the other add up, but not beyond the 16 bits that the wire has for a velocity.
          assert.ok(Math.hypot(puck.vx, puck.vy) < 2047);
        }
      }),
    );
  });

  it('a puck never slips through a corner that two walls close', () => {
    holds(
      800,
      fc.property(mapAndPlace, commandStretches(8, 40), ({ map, place }, commands) => {
        const puck = Object.assign(emptyPuck(0), place, { alive: true });
        for (const command of commands) {
          const [col, row] = tileOf(puck);
          stepPuck(puck, command, map);
          const [nextCol, nextRow] = tileOf(puck);
          assert.ok(Math.abs(nextCol - col) <= 1 && Math.abs(nextRow - row) <= 1);
          const closed = stopsPucks(map, nextCol, row) && stopsPucks(map, col, nextRow);
          assert.ok(nextCol === col || nextRow === row || !closed, `at ${puck.x}, ${puck.y}`);
        }
      }),
    );
  });

  it('a bolt never ends inside a wall, at any level, after any parries, in any direction', () => {
    holds(
      2000,
      fc.property(mapAndPlace, LAUNCH, ({ map, place }, { aim, level, parries }) => {
        const bolt = emptyBolt(0);
        launch(bolt, place.x, place.y, aim, level, parries);
        fly(bolt, map, () => assert.ok(depthInWalls(map, bolt.x, bolt.y, BOLT.half, false) <= EPSILON, `at ${bolt.x}, ${bolt.y}`));
      }),
    );
  });

  it('a bounce is a change of one sign, at the tuned speed', () => {
    holds(
      2000,
      fc.property(mapAndPlace, LAUNCH, ({ map, place }, { aim, level, parries }) => {
        const bolt = emptyBolt(0);
        launch(bolt, place.x, place.y, aim, level, parries);
        fly(bolt, map, (before) => {
          const turned = [bolt.dx === -before.dx && before.dx !== 0, bolt.dy === -before.dy && before.dy !== 0];
          const kept = [bolt.dx === before.dx, bolt.dy === before.dy];
          if (bolt.contacts === before.contacts) assert.ok(kept[0] && kept[1]);
          else assert.ok((turned[0] && kept[1]) || (turned[1] && kept[0]), 'one sign');
          assert.equal(bolt.speed, flightSpeed(bolt.level, parries));
          assert.ok(bolt.bounces <= bolt.contacts && bolt.level <= BOLT.maxLevel);
        });
      }),
    );
  });

  it('a bolt flies as far in a tick as its speeds say, bounces included', () => {
    holds(
      1000,
      fc.property(mapAndPlace, LAUNCH, ({ map, place }, { aim, level, parries }) => {
        const bolt = emptyBolt(0);
        launch(bolt, place.x, place.y, aim, level, parries);
        let { x, y, speed } = bolt;
        for (let pieces = 0; pieces < 200 && bolt.contacts < BOLT.lastContact; pieces++) {
          const used = advanceFlight(bolt, map, TICK_S);
          assert.ok(Math.abs(Math.hypot(bolt.x - x, bolt.y - y) - speed * used) < 1e-6);
          ({ x, y, speed } = bolt);
        }
      }),
    );
  });
});

describe('a mirrored world', () => {
  const mirrorOf = (map: ArenaMap, flipX: boolean): ArenaMap => ({
    ...map,
    tiles: map.tiles.map((_, i) => {
      const col = i % map.cols;
      const row = Math.floor(i / map.cols);
      return map.tiles[flipX ? row * map.cols + map.cols - 1 - col : (map.rows - 1 - row) * map.cols + col] as number;
    }),
  });

  for (const [what, flipX, aimOf] of [
    ['left to right', true, (aim: number) => (98_304 - aim) & 65_535],
    ['top to bottom', false, (aim: number) => -aim & 65_535],
  ] as const) {
    it(`has mirrored flights, ${what}`, () => {
      holds(
        1500,
        fc.property(
          anyMap.chain((map) => fc.tuple(fc.constant(map), placeOn(map))),
          fc.nat(65_535),
          ([map, { x, y }], aim) => {
            const bolt = emptyBolt(0);
            const image = emptyBolt(0);
            launch(bolt, x, y, aim, 0, 0);
            launch(image, flipX ? map.cols * TILE - x : x, flipX ? y : map.rows * TILE - y, aimOf(aim), 0, 0);
            const mirrored = mirrorOf(map, flipX);
            for (let tick = 0; tick < 150 && bolt.contacts < BOLT.lastContact; tick++) {
              for (const [flight, on] of [
                [bolt, map],
                [image, mirrored],
              ] as const) {
                for (let left = TICK_S; left > 0 && flight.contacts < BOLT.lastContact; ) left -= advanceFlight(flight, on, left);
              }
              const imageX = flipX ? map.cols * TILE - image.x : image.x;
              const imageY = flipX ? image.y : map.rows * TILE - image.y;
              assert.ok(Math.abs(imageX - bolt.x) < 1e-6 && Math.abs(imageY - bolt.y) < 1e-6, `tick ${tick}`);
              assert.deepEqual([image.level, image.contacts], [bolt.level, bolt.contacts]);
            }
          },
        ),
      );
    });
  }
});
