import assert from 'node:assert/strict';
import { dashesOf } from '#shared/sim/puck.ts';
import { DASH, PUCK, TICK_HZ } from '#shared/tuning.ts';
import { Arena, DOWN, LEFT, RIGHT, UP } from '../support/arena.ts';
import { drawnMap } from '../support/maps.ts';

const speedOf = (puck: { vx: number; vy: number }) => Math.hypot(puck.vx, puck.vy);

describe('a puck moves', () => {
  it('with 90 % of 350 u/s after 7 ticks, not after 6, and never faster', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.ticks(6, { 0: { mx: 127 } });
    assert.ok(puck.vx < 0.9 * 350, `${puck.vx} after 6`);
    arena.tick({ 0: { mx: 127 } });
    assert.ok(Math.abs(puck.vx / 350 - 0.9) < 0.001, `${puck.vx} after 7`);
    for (let i = 0; i < 60; i++) {
      arena.tick({ 0: { mx: 127 } });
      assert.ok(puck.vx <= 350);
    }
    assert.ok(puck.vx > 349.8);
  });

  it('to rest in 12 ticks without a stick', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 200, 300);
    arena.ticks(60, { 0: { mx: 127 } });
    arena.ticks(11);
    assert.ok(speedOf(puck) > 0);
    arena.tick();
    assert.equal(speedOf(puck), 0);
  });

  const sticks = [
    ['full right', 127, 0, 350],
    ['full up', 0, -127, 350],
    ['a square corner, cut to a full length', 127, 127, 350],
    ['the other corner', -127, 127, 350],
    ['half', 64, 0, (350 * 64) / 127],
    ['a diagonal within the circle', 60, 60, (350 * Math.hypot(60, 60)) / 127],
    ['int8 extreme -128, cut', -128, 0, 350],
    ['far over int8, cut', 30_000, -30_000, 350],
  ] as const;
  for (const [what, mx, my, top] of sticks) {
    it(`at ${Math.round(top)} u/s with the stick at ${what}`, () => {
      const arena = new Arena();
      const puck = arena.puck(0, 720, 480);
      arena.ticks(50, { 0: { mx, my } });
      assert.ok(Math.abs(speedOf(puck) - top) < 0.25, `${speedOf(puck)}`);
      assert.ok(speedOf(puck) <= 350);
    });
  }

  for (const [what, mx, my] of [
    ['NaN', Number.NaN, Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY, 0],
  ] as const) {
    it(`to nowhere that is no place with the stick at ${what}`, () => {
      const arena = new Arena();
      const puck = arena.puck(0, 720, 480);
      arena.ticks(10, { 0: { mx, my, aim: Number.NaN } });
      for (const value of [puck.x, puck.y, puck.vx, puck.vy, puck.aim]) assert.ok(Number.isFinite(value));
    });
  }

  it('equally far to each side', () => {
    const way = (deed: { mx?: number; my?: number }) => {
      const arena = new Arena();
      const puck = arena.puck(0, 720, 480);
      arena.ticks(30, { 0: deed });
      return Math.abs(puck.x - 720) + Math.abs(puck.y - 480);
    };
    const ways = [way({ mx: 97 }), way({ mx: -97 }), way({ my: 97 }), way({ my: -97 })];
    assert.equal(new Set(ways).size, 1, String(ways));
  });

  it('along a wall it leans on, as fast as its stick along the wall says', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 200, 48 + PUCK.radius);
    arena.ticks(40, { 0: { mx: 127, my: -127 } });
    assert.equal(puck.y, 48 + PUCK.radius);
    assert.ok(Math.abs(puck.vx - 350 / Math.SQRT2) < 1, `${puck.vx}`);
  });

  it('over the seams of a wall of many tiles without a bump', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 200, 200);
    arena.ticks(60, { 0: { my: -127 } });
    const speeds: number[] = [];
    for (let i = 0; i < 60; i++) {
      arena.tick({ 0: { mx: 100, my: -78 } });
      if (i > 30) speeds.push(puck.vx);
      assert.equal(puck.y, 48 + PUCK.radius);
    }
    assert.equal(new Set(speeds).size, 1);
  });

  it('through a gap of one tile', () => {
    const map = drawnMap(['##########', '#s...#...#', '#........#', '#....#...#', '#....#..s#', '##########']);
    const arena = new Arena(map);
    const puck = arena.puck(0, 120, 120);
    arena.ticks(60, { 0: { mx: 127 } });
    assert.ok(puck.x > 6 * 48, `${puck.x}`);
  });
});

describe('a dash', () => {
  const directions = [
    ['the stick, right', { mx: 127 }, 1, 0],
    ['a weak stick, up', { my: -20 }, 0, -1],
    ['the aim when the stick is still, left', { aim: LEFT }, -1, 0],
    ['the aim when the stick is still, down', { aim: DOWN }, 0, 1],
    ['the stick rather than the aim', { mx: -127, aim: RIGHT }, -1, 0],
  ] as const;
  for (const [what, deed, dx, dy] of directions) {
    it(`goes along ${what}, at 950 u/s for 10 ticks`, () => {
      const arena = new Arena();
      const puck = arena.puck(0, 720, 480);
      for (let i = 1; i <= 10; i++) {
        arena.tick({ 0: { ...deed, dash: true } });
        assert.deepEqual([puck.vx, puck.vy], [dx * 950, dy * 950], `tick ${i}`);
      }
      arena.tick({ 0: { ...deed, dash: true } });
      assert.ok(speedOf(puck) < 950);
      const way = Math.abs(puck.x - 720) + Math.abs(puck.y - 480);
      assert.ok(Math.abs(way - (950 * 10) / TICK_HZ) < 20, `${way}`);
    });
  }

  it('comes once a press, however long it is held', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 480);
    arena.ticks(40, { 0: { dash: true, aim: UP } });
    assert.equal(dashesOf(puck), 1);
  });

  it('has 2 charges; a third press does nothing until 108 ticks after the first', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 480);
    const press = (mx: number) => {
      arena.tick({ 0: { mx, dash: true } });
      return speedOf(puck) === DASH.speed;
    };
    assert.ok(press(127));
    arena.ticks(11);
    assert.ok(press(-127));
    arena.ticks(11);
    assert.ok(!press(127));
    assert.equal(dashesOf(puck), 0);
    while (puck.step < 1 + 108 - 2) arena.tick();
    arena.tick();
    assert.equal(dashesOf(puck), 0, 'one tick too early');
    assert.ok(press(127), 'after 108 ticks');
  });

  it('is full again 108 ticks a charge later', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 480);
    arena.tick({ 0: { mx: 127, dash: true } });
    arena.tick();
    arena.tick({ 0: { mx: -127, dash: true } });
    arena.ticks(213);
    assert.equal(dashesOf(puck), 1);
    arena.tick();
    assert.equal(dashesOf(puck), 2);
  });

  it('cannot be steered, and ends at a wall without bouncing', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 120, 480);
    arena.tick({ 0: { mx: -127, dash: true } });
    arena.ticks(9, { 0: { mx: 127 } });
    assert.equal(puck.x, 48 + PUCK.radius);
    assert.equal(puck.vx, 0);
  });
});
