import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import { MODES, modeOf } from '#shared/modes/index.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { standings } from '#shared/sim/scores.ts';
import { leavePuck } from '#shared/sim/world.ts';
import { MATCH } from '#shared/tuning.ts';
import { Arena, LEFT, RIGHT } from '../support/arena.ts';
import { drawnMap, hall } from '../support/maps.ts';

describe('free-for-all', () => {
  for (const [bounces, points] of [
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
  ] as const) {
    it(`gives ${points} for a kill after ${bounces} bounces`, () => {
      const arena = new Arena();
      const by = arena.puck(0, 300, 300);
      const victim = arena.puck(1, 900, 300);
      arena.kill(0, 1, { bounces });
      assert.deepEqual([by.score, by.kills, victim.deaths, victim.score], [points, 1, 1, 0]);
      const [event] = arena.all('kill');
      assert.deepEqual([event?.by, event?.slot, event?.bounces, event?.own], [0, 1, bounces, false]);
    });
  }

  it('takes a point for a death by the own bolt alone', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    puck.health = 20;
    arena.kill(0, 0, { bounces: 3 });
    assert.deepEqual([puck.score, puck.kills, puck.deaths], [-1, 0, 1]);
    assert.deepEqual([arena.all('kill')[0]?.by, arena.all('kill')[0]?.own], [-1, true]);
  });

  const assists = [
    [300, 1, 0],
    [301, 0, -1],
  ] as const;
  for (const [age, theirs, own] of assists) {
    it(`gives a death by the own bolt ${age} ticks after another's hit ${theirs ? 'to the other' : 'to nobody'}`, () => {
      const arena = new Arena();
      const puck = arena.puck(0, 300, 300);
      const other = arena.puck(1, 900, 300);
      Object.assign(puck, { health: 20, hitBy: 1, hitTick: arena.world.tick + 1 - age });
      arena.kill(0, 0, { bounces: 3 });
      assert.deepEqual([other.score, puck.score], [theirs, own]);
    });
  }

  it('gives it to nobody when that other one has left', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.puck(1, 900, 300);
    Object.assign(puck, { health: 20, hitBy: 1, hitTick: 0 });
    leavePuck(arena.world, 1);
    arena.kill(0, 0);
    assert.equal(puck.score, -1);
  });

  it('is over at 20 points, and what comes after does not count', () => {
    const arena = new Arena();
    const by = arena.puck(0, 300, 300);
    arena.puck(1, 900, 300);
    by.score = 18;
    arena.kill(0, 1, { bounces: 2 });
    assert.equal(arena.world.phase, 'results');
    assert.equal(arena.all('phase').length, 1);
    assert.equal(arena.world.endTick, arena.world.tick + MATCH.resultsTicks);
    arena.ticksUntil(() => arena.world.pucks[1]?.alive === true);
    arena.kill(0, 1);
    assert.deepEqual([by.score, by.kills], [20, 1]);
    assert.equal(arena.all('phase').length, 1);
  });

  it('is over after 4 minutes', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    assert.equal(
      arena.ticksUntil(() => arena.world.phase === 'results', 20_000),
      4 * 60 * 60,
    );
  });

  it('ranks by score, the lower seat first on a tie', () => {
    const arena = new Arena();
    for (const [slot, score] of [
      [0, 3],
      [1, 5],
      [2, 3],
      [3, -1],
    ] as const)
      arena.puck(slot, 200 + slot * 200, 300).score = score;
    assert.deepEqual(
      standings(arena.world).map(({ slot }) => slot),
      [1, 0, 2, 3],
    );
  });

  it('is in the list of modes, which names what there is', () => {
    assert.equal(MODES.ffa, ffa);
    assert.throws(() => modeOf('chess'), /no mode "chess"; there are: .*ffa/);
    assert.throws(() => modeOf('__proto__'), /no mode/);
  });
});

describe('a dead puck', () => {
  it('comes back after 90 ticks with full health, energy and 60 ticks of shield', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    const victim = arena.puck(1, 900, 300);
    arena.kill(0, 1);
    assert.equal(
      arena.ticksUntil(() => victim.alive),
      90,
    );
    assert.equal(victim.health, 100);
    // Its step of the tick is taken already.
    assert.equal(victim.shieldEndsAt - victim.step, 59);
    assert.equal(arena.all('spawn').length, 1);
  });

  it('cannot be hit for 60 ticks after it is back, and can afterwards', () => {
    for (const [wait, health] of [
      [58, 100],
      [60, 75],
    ] as const) {
      const arena = new Arena();
      arena.puck(0, 300, 300);
      const victim = arena.puck(1, 900, 300);
      arena.kill(0, 1);
      arena.ticksUntil(() => victim.alive);
      arena.ticks(wait);
      arena.bolt(0, victim.x + 35, victim.y, LEFT);
      arena.tick();
      assert.equal(victim.health, health, `${wait} ticks after`);
    }
  });

  it('does not move and keeps counting its steps', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    const victim = arena.puck(1, 900, 300);
    arena.kill(0, 1);
    const { x, y, step } = victim;
    arena.ticks(10, { 1: { mx: 127, dash: true } });
    assert.deepEqual([victim.x, victim.y, victim.step], [x, y, step + 10]);
  });
});

describe('the spawn', () => {
  it('is the one far from the enemy', () => {
    const arena = new Arena(hall(30, 20));
    arena.puck(0, 100, 100);
    const puck = arena.puck(1, 700, 500);
    arena.kill(0, 1);
    arena.ticksUntil(() => puck.alive);
    assert.deepEqual([puck.x, puck.y], [72, 18 * 48 + 24]);
  });

  it('is rather behind a wall than in sight, though a little nearer', () => {
    const map = drawnMap([
      '####################',
      '#s................s#',
      '####.###############',
      '#..................#',
      '#..................#',
      '#.........s........#',
      '####################',
    ]);
    const arena = new Arena(map);
    arena.puck(0, 18 * 48 + 24, 4 * 48);
    const puck = arena.puck(1, 3 * 48, 4 * 48);
    arena.kill(0, 1);
    arena.ticksUntil(() => puck.alive);
    assert.equal(puck.y, 72, 'in the corridor above, not at the spot in sight');
  });

  it("is of one's own team in a mode of teams", () => {
    const teams: Mode = { ...ffa, id: 'teams', teams: 2 };
    const map = drawnMap(['############', '#0........1#', '#..........#', '#..........#', '#0........1#', '############']);
    const arena = new Arena(map, teams);
    for (const team of [0, 1]) {
      for (let i = 0; i < 3; i++) {
        const slot = team * 3 + i;
        arena.puck(slot, 0, 0, team);
        leavePuck(arena.world, slot);
        const [event] = arena.world.events.slice(-1);
        assert.ok(event?.type === 'spawn');
        assert.equal(event.x < 6 * 48, team === 0);
      }
    }
  });
});

describe('a seat', () => {
  it('taken twice is an error', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    assert.throws(() => arena.puck(0, 300, 300), /seat 0 is not free/);
    assert.throws(() => arena.puck(16, 300, 300), /seat 16 is not free/);
  });

  it('that is left takes its bolts with it and is forgotten as an attacker', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    const other = arena.puck(1, 900, 300);
    other.hitBy = 0;
    const mine = arena.bolt(0, 400, 600, RIGHT);
    const theirs = arena.bolt(1, 400, 700, RIGHT);
    leavePuck(arena.world, 0);
    assert.deepEqual([mine.live, mine.cut, theirs.live, other.hitBy], [false, true, true, -1]);
  });

  it("lets team mates' bolts pass unless friendly fire is on", () => {
    for (const friendlyFire of [false, true]) {
      const arena = new Arena(hall(30, 20), { ...ffa, teams: 2 });
      arena.world.friendlyFire = friendlyFire;
      arena.puck(0, 300, 300, 1);
      const mate = arena.puck(1, 600, 300, 1);
      const enemy = arena.puck(2, 900, 300, 0);
      arena.bolt(0, 300, 300, RIGHT);
      arena.ticks(60);
      assert.deepEqual([mate.health, enemy.health], friendlyFire ? [75, 100] : [100, 75]);
    }
  });
});
