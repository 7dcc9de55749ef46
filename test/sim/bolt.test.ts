import assert from 'node:assert/strict';
import { flightSpeed } from '#shared/sim/flight.ts';
import { Arena, DOWN, LEFT, RIGHT } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

describe('a bolt flies', () => {
  const speeds = [
    [0, 0, 760],
    [1, 0, 760 * 1.12],
    [2, 0, 760 * 1.12 * 1.12],
    [3, 0, 760 * 1.12 * 1.12 * 1.12],
    [1, 1, 760 * 1.12 * 1.15],
    [3, 9, 1600],
  ] as const;
  for (const [level, parries, speed] of speeds) {
    it(`at ${Math.round(speed)} u/s at level ${level} after ${parries} parries`, () => {
      assert.ok(Math.abs(flightSpeed(level, parries) - speed) < 1e-9);
    });
  }

  it('back from a wall with one sign flipped, where its edge touches', () => {
    const arena = new Arena(hall(30, 20));
    arena.puck(0, 100, 900);
    const bolt = arena.bolt(0, 1300, 480, 2000);
    const { dx, dy } = bolt;
    arena.ticksUntil(() => bolt.contacts === 1);
    assert.deepEqual([bolt.dx, bolt.dy], [-dx, dy]);
    assert.ok(bolt.x <= 29 * 48 - 8);
  });

  const runs = [
    [95, 0, 0],
    [97, 1, 1],
  ] as const;
  for (const [run, bounces, level] of runs) {
    it(`to level ${level} at a wall that its edge meets after ${run} units`, () => {
      const arena = new Arena(hall(30, 20));
      arena.puck(0, 100, 900);
      const bolt = arena.bolt(0, 29 * 48 - 8 - run, 480, RIGHT);
      arena.ticksUntil(() => bolt.contacts === 1);
      assert.deepEqual([bolt.bounces, bolt.level], [bounces, level]);
    });
  }

  it('with the way before a bounce that did not count still counting', () => {
    const arena = new Arena(hall(30, 20));
    arena.puck(0, 100, 900);
    const bolt = arena.bolt(0, 100, 100, LEFT);
    arena.ticksUntil(() => bolt.contacts === 1);
    assert.equal(bolt.bounces, 0);
    assert.ok(bolt.run > 40);
  });

  it('to its end at the fourth contact', () => {
    const arena = new Arena(hall(8, 8));
    arena.puck(0, 330, 330);
    const bolt = arena.bolt(0, 192, 100, RIGHT);
    const took = arena.ticksUntil(() => !bolt.live);
    assert.equal(bolt.contacts, 4);
    assert.ok(took < 150);
    assert.equal(bolt.cut, false);
  });

  it('hotter by one level a bounce, three at most', () => {
    const arena = new Arena(hall(8, 8));
    arena.puck(0, 330, 330);
    const bolt = arena.bolt(0, 192, 100, RIGHT);
    const levels: number[] = [];
    while (bolt.live) {
      if (levels.at(-1) !== bolt.level) levels.push(bolt.level);
      arena.tick();
    }
    assert.deepEqual(levels, [0, 1, 2, 3]);
    assert.equal(bolt.level, 3);
  });

  for (const [cols, life] of [
    [40, 150],
    [41, 180],
  ] as const) {
    it(`for ${life} ticks on a map of ${cols} columns`, () => {
      const arena = new Arena(hall(cols, 25));
      arena.puck(0, 100, 100);
      // Slow enough to meet fewer than four walls.
      const bolt = arena.bolt(0, 960, 600, DOWN + 8192);
      bolt.speed = 400;
      assert.equal(
        arena.ticksUntil(() => !bolt.live),
        life,
      );
      assert.ok(bolt.contacts < 4);
      assert.equal(bolt.cut, false);
    });
  }
});

describe('a bolt hits', () => {
  const hits = [
    [0, 25],
    [1, 50],
    [2, 75],
    [3, 100],
  ] as const;
  for (const [level, damage] of hits) {
    it(`for ${damage} at level ${level}`, () => {
      const arena = new Arena();
      arena.puck(0, 300, 300);
      const victim = arena.puck(1, 600, 300);
      arena.bolt(0, 300, 300, RIGHT, level);
      arena.ticksUntil(() => victim.health < 100);
      assert.equal(victim.health, 100 - damage);
      assert.deepEqual(
        arena.all('hit').map(({ slot, by, damage }) => ({ slot, by, damage })),
        [{ slot: 1, by: 0, damage }],
      );
      assert.equal(victim.alive, damage < 100);
    });
  }

  it('only the first puck on its way, and ends there', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    arena.puck(1, 900, 300);
    arena.puck(2, 600, 300);
    const bolt = arena.bolt(0, 300, 300, RIGHT);
    arena.ticksUntil(() => !bolt.live);
    assert.deepEqual(
      arena.all('hit').map(({ slot }) => slot),
      [2],
    );
    assert.equal(bolt.cut, true);
    assert.ok(Math.abs(bolt.x - (600 - 30)) < 1e-6);
  });

  it('at 30 units from the centre, and not beyond', () => {
    for (const [offset, expected] of [
      [29.5, 1],
      [30.5, 0],
    ] as const) {
      const arena = new Arena();
      arena.puck(0, 300, 300);
      arena.puck(1, 600, 300 + offset);
      arena.bolt(0, 300, 300, RIGHT);
      arena.ticks(40);
      assert.equal(arena.all('hit').length, expected, `${offset}`);
    }
  });

  it('no puck that is dead', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    Object.assign(arena.puck(1, 600, 300), { alive: false, respawnTick: 1e6 });
    arena.bolt(0, 300, 300, RIGHT);
    arena.ticks(40);
    assert.equal(arena.all('hit').length, 0);
  });

  it('nobody under a spawn shield, and ends at it', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    const victim = arena.puck(1, 500, 300);
    victim.shieldEndsAt = 60;
    const bolt = arena.bolt(0, 300, 300, RIGHT);
    arena.ticksUntil(() => !bolt.live);
    assert.equal(victim.health, 100);
    assert.equal(arena.all('block').length, 1);
  });

  it('through a puck that it would pass in one tick at the highest speed', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    const victim = arena.puck(1, 600, 326);
    const bolt = arena.bolt(0, 300, 300, RIGHT, 3);
    bolt.speed = 1600;
    arena.ticksUntil(() => !bolt.live);
    assert.equal(victim.alive, false);
  });
});

describe("one's own bolt", () => {
  it('is harmless before its first contact', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    const bolt = arena.bolt(0, 200, 300, RIGHT);
    arena.ticks(30);
    assert.equal(puck.health, 100);
    assert.ok(bolt.live && bolt.x > 330);
  });

  it('is harmless for 15 ticks even after a contact', () => {
    const arena = new Arena();
    // To the wall 34 units away and back within 15 ticks: it passes its owner.
    const puck = arena.puck(0, 90, 300);
    const bolt = arena.bolt(0, 90, 300, LEFT);
    arena.ticks(12);
    assert.equal(bolt.contacts, 1);
    assert.ok(bolt.x > 120);
    assert.equal(puck.health, 100);
  });

  const own = [
    [0, 12],
    [1, 25],
    [2, 37],
    [3, 50],
  ] as const;
  for (const [level, damage] of own) {
    it(`takes half, ${damage}, at level ${level} afterwards`, () => {
      const arena = new Arena();
      const puck = arena.puck(0, 600, 300);
      const bolt = arena.bolt(0, 700, 300, LEFT, level);
      Object.assign(bolt, { contacts: 1, spawnTick: -100 });
      arena.ticksUntil(() => !bolt.live);
      assert.equal(puck.health, 100 - damage);
      assert.equal(arena.all('hit')[0]?.damage, damage);
    });
  }
});
