import assert from 'node:assert/strict';
import { neutralCommand } from '#shared/sim/commands.ts';
import { type ArenaMap, hasLineOfSight } from '#shared/sim/map.ts';
import { DID, isDashing, stepPuck } from '#shared/sim/puck.ts';
import type { Bolt, Puck } from '#shared/sim/types.ts';
import { BOLT, BUMPER, PUCK, TILE } from '#shared/tuning.ts';
import { Arena, commandOf, RIGHT } from '../support/arena.ts';
import { drawnMap } from '../support/maps.ts';

/** A hall with one tile of a kind in it. */
const COL = 10;
const ROW = 5;
const LEFT_FACE = COL * TILE;
const MIDDLE_X = (COL + 0.5) * TILE;
const MIDDLE_Y = (ROW + 0.5) * TILE;
function hallWith(letter: string): ArenaMap {
  const floor = '.'.repeat(18);
  const rows = Array.from({ length: 9 }, (_, row) => (row === ROW - 1 ? `${'.'.repeat(COL - 1)}${letter}${'.'.repeat(18 - COL)}` : floor));
  rows[0] = `ss${floor.slice(2)}`;
  return drawnMap(['#'.repeat(20), ...rows.map((row) => `#${row}#`), '#'.repeat(20)]);
}

describe('a bolt', () => {
  /** Flies right at the tile after a run of so many units, until it has met it or is far beyond. */
  const meets = (letter: string, run: number, level = 0): Bolt => {
    const arena = new Arena(hallWith(letter));
    arena.puck(0, 72, 72);
    const bolt = arena.bolt(0, LEFT_FACE - BOLT.half - run, MIDDLE_Y, RIGHT, level);
    arena.ticksUntil(() => bolt.contacts > 0 || bolt.x > LEFT_FACE + 3 * TILE);
    return bolt;
  };

  const bounces: [name: string, letter: string, run: number, from: number, level: number, counted: number][] = [
    ['a wall after a long way', '#', 200, 0, 1, 1],
    ['a wall after a short way', '#', 60, 0, 0, 0],
    ['a bumper after a long way', 'B', 200, 0, 2, 1],
    ['a bumper after a short way', 'B', 60, 0, 0, 0],
    ['a bumper at level 1', 'B', 200, 1, 3, 1],
    ['a bumper at level 2, of 3 at most', 'B', 200, 2, 3, 1],
  ];
  for (const [name, letter, run, from, level, counted] of bounces) {
    it(`leaves ${name} at level ${level}`, () => {
      const bolt = meets(letter, run, from);
      assert.deepEqual([bolt.level, bolt.bounces, bolt.contacts, bolt.dx, bolt.live], [level, counted, 1, -1, true]);
    });
  }

  for (const [name, letter] of [
    ['glass', 'G'],
    ['slick floor', '~'],
    ['floor', '.'],
  ] as const) {
    it(`flies through ${name} as if nothing was there`, () => {
      const bolt = meets(letter, 200);
      assert.deepEqual([bolt.level, bolt.contacts, bolt.dx, bolt.live], [0, 0, 1, true]);
    });
  }

  for (const run of [200, 60]) {
    it(`ends at a sponge after ${run} units, by its flight alone, so that nobody has to be told`, () => {
      const bolt = meets('P', run);
      assert.deepEqual([bolt.live, bolt.cut, bolt.level, bolt.bounces], [false, false, 0, 0]);
      assert.ok(Math.abs(bolt.x - (LEFT_FACE - BOLT.half)) < 1e-9);
    });
  }

  it('hits a puck behind glass, and none behind a sponge', () => {
    for (const [letter, health] of [
      ['G', 75],
      ['P', 100],
    ] as const) {
      const arena = new Arena(hallWith(letter));
      arena.puck(0, 72, 72);
      const victim = arena.puck(1, LEFT_FACE + 2 * TILE, MIDDLE_Y);
      arena.bolt(0, LEFT_FACE - 100, MIDDLE_Y, RIGHT);
      arena.ticks(40);
      assert.equal(victim.health, health, letter);
    }
  });
});

describe('a line of sight', () => {
  for (const [letter, seen] of [
    ['.', true],
    ['G', true],
    ['~', true],
    ['#', false],
    ['P', false],
    ['B', false],
  ] as const) {
    it(`${seen ? 'goes through' : 'ends at'} '${letter}'`, () => {
      assert.equal(hasLineOfSight(hallWith(letter), LEFT_FACE - 100, MIDDLE_Y, LEFT_FACE + 150, MIDDLE_Y), seen);
    });
  }
});

describe('a puck', () => {
  for (const [letter, stops] of [
    ['#', true],
    ['G', true],
    ['P', true],
    ['.', false],
    ['~', false],
  ] as const) {
    it(`${stops ? 'stops at' : 'goes over'} '${letter}'`, () => {
      const arena = new Arena(hallWith(letter));
      const puck = arena.puck(0, LEFT_FACE - 100, MIDDLE_Y);
      arena.ticks(60, { 0: { mx: 127 } });
      if (stops) assert.deepEqual([puck.x, puck.vx], [LEFT_FACE - PUCK.radius, 0]);
      else assert.ok(puck.x > LEFT_FACE + TILE);
    });
  }
});

describe('a bumper', () => {
  const map = hallWith('B');
  const away = TILE / 2 + PUCK.radius + 2;
  const diagonal = TILE / 2 + PUCK.radius * Math.SQRT1_2 + 2;
  const sides: [name: string, nx: number, ny: number, distance: number][] = [
    ['left', -1, 0, away],
    ['right', 1, 0, away],
    ['top', 0, -1, away],
    ['bottom', 0, 1, away],
    ['upper left corner', -Math.SQRT1_2, -Math.SQRT1_2, diagonal * Math.SQRT2],
    ['lower right corner', Math.SQRT1_2, Math.SQRT1_2, diagonal * Math.SQRT2],
  ];
  const beside = (arena: Arena, nx: number, ny: number, distance: number): Puck =>
    arena.puck(0, Math.round(MIDDLE_X + nx * distance), Math.round(MIDDLE_Y + ny * distance));

  for (const [name, nx, ny, distance] of sides) {
    for (const dash of [false, true]) {
      it(`kicks a puck that ${dash ? 'dashes' : 'walks'} into its ${name} straight away`, () => {
        const arena = new Arena(map);
        const puck = beside(arena, nx, ny, distance);
        const deed = { mx: Math.round(-nx * 127), my: Math.round(-ny * 127) };
        let speed = 0;
        arena.tick({ 0: { ...deed, dash } });
        for (let i = 0; i < 8 && speed <= 0; i++) {
          speed = puck.vx * nx + puck.vy * ny;
          if (speed <= 0) arena.tick({ 0: { ...deed, dash } });
        }
        // The grid of velocities takes a little at corners.
        assert.ok(speed >= BUMPER.kick - 1 && speed <= BUMPER.kick + 1, `${speed} u/s away`);
        assert.equal(isDashing(puck), dash);
      });
    }
  }

  it('leaves the way along it as it was, and what is fast enough already', () => {
    const arena = new Arena(map);
    const puck = beside(arena, -1, 0, away - 4);
    Object.assign(puck, { vx: 300, vy: 100, dashEndsAt: 20 });
    arena.tick();
    assert.deepEqual([puck.vx, puck.vy], [-BUMPER.kick, 100]);
    const fast = new Arena(map);
    const gone = beside(fast, -1, 0, away - 20);
    Object.assign(gone, { vx: -900, dashEndsAt: 20 });
    fast.tick();
    assert.equal(gone.vx, -900);
  });

  it('is told as a bump by the step, for sound and prediction', () => {
    const arena = new Arena(map);
    const puck = beside(arena, -1, 0, away);
    assert.equal(stepPuck(puck, neutralCommand(), map), 0);
    const did = [0, 1, 2, 3].map(() => stepPuck(puck, commandOf({ mx: 127 }), map));
    assert.equal(did.filter((bits) => bits & DID.bump).length, 1);
  });

  it('has a puck run out to its top speed again', () => {
    const arena = new Arena(map);
    const puck = beside(arena, -1, 0, away);
    for (let i = 0; i < 10 && puck.vx >= 0; i++) arena.tick({ 0: { mx: 127 } });
    assert.equal(puck.vx, -BUMPER.kick);
    arena.ticks(30, { 0: { mx: -127 } });
    assert.ok(Math.abs(puck.vx + PUCK.topSpeed) < 5, `${puck.vx} u/s`);
  });
});

describe('slick floor', () => {
  const hallOf = (letter: string) => {
    const row = `#${letter.repeat(38)}#`;
    return drawnMap(['#'.repeat(40), `#ss${letter.repeat(36)}#`, row, row, row, '#'.repeat(40)]);
  };

  for (const [letter, start, stop] of [
    ['.', 7, 12],
    ['~', 45, 96],
  ] as const) {
    it(`'${letter}': ${start} ticks to 90 % of the top speed, ${stop} to a stop`, () => {
      const arena = new Arena(hallOf(letter));
      const puck = arena.puck(0, 200, 144);
      let started = 0;
      for (; puck.vx < 0.9 * PUCK.topSpeed && started < 200; started++) arena.tick({ 0: { mx: 127 } });
      puck.vx = PUCK.topSpeed;
      const stopped = arena.ticksUntil(() => puck.vx === 0);
      assert.ok(Math.abs(started - start) <= 1 && Math.abs(stopped - stop) <= 1, `${started} and ${stopped} ticks`);
    });
  }

  it('does nothing to a dash', () => {
    const ways = ['.', '~'].map((letter) => {
      const arena = new Arena(hallOf(letter));
      const puck = arena.puck(0, 200, 144);
      arena.ticks(10, { 0: { mx: 127, dash: true } });
      return puck.x;
    });
    assert.equal(ways[0], ways[1]);
  });
});
