import assert from 'node:assert/strict';
import { last } from '#shared/modes/last.ts';
import { boundsShare } from '#shared/sim/objectives.ts';
import { isRooted } from '#shared/sim/puck.ts';
import type { Objective, Puck } from '#shared/sim/types.ts';
import { LAST } from '#shared/tuning.ts';
import { Arena } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

const COLS = 30;
const ROWS = 20;
const CENTRE = { x: COLS * 24, y: ROWS * 24 };

/** Three pucks near the middle, in the first round. */
class Ring extends Arena {
  readonly pucks: Puck[];
  readonly bounds: Objective;

  constructor(count = 3) {
    super(hall(COLS, ROWS), last);
    this.pucks = Array.from({ length: count }, (_, slot) => this.puck(slot, CENTRE.x, CENTRE.y));
    this.bounds = this.world.objectives[0] as Objective;
    this.gather();
  }

  gather(): void {
    for (const puck of this.pucks) {
      const x = CENTRE.x - 90 + (puck.slot % 5) * 90;
      const y = CENTRE.y + Math.floor(puck.slot / 5) * 100;
      Object.assign(puck, { x, y, shieldEndsAt: 0, rootedUntil: 0 });
    }
  }

  /** All others die; then the pause, and the next round if there is one. */
  wins(slot: number): void {
    for (const puck of this.pucks) if (puck.slot !== slot && puck.alive) this.kill(slot, puck.slot);
    this.ticks(LAST.pauseTicks + LAST.readyTicks);
    this.gather();
  }

  get rounds(): (readonly [number, number, string])[] {
    return this.all('round').map(({ round, slot, act }) => [round, slot, act] as const);
  }
}

describe('a round', () => {
  it('is one life: the dead watch until the next', () => {
    const ring = new Ring();
    ring.kill(0, 1);
    ring.ticks(600);
    assert.equal(ring.pucks[1]?.alive, false);
    assert.equal(ring.all('round').length, 0);
    assert.deepEqual(
      ring.pucks.map(({ score }) => score),
      [0, 0, 0],
    );
  });

  it('is over when one is left, who has a point; 2 s later all are at their places, and 2 s after that it begins', () => {
    const ring = new Ring();
    ring.kill(0, 1);
    ring.kill(2, 0);
    assert.deepEqual(ring.rounds, [[1, 2, 'ended']]);
    assert.deepEqual([ring.pucks[2]?.score, ring.bounds.state], [1, 'held']);
    ring.ticks(LAST.pauseTicks - 1);
    assert.equal(ring.pucks[0]?.alive, false);
    ring.tick();
    assert.deepEqual(ring.rounds, [
      [1, 2, 'ended'],
      [2, -1, 'began'],
    ]);
    assert.deepEqual([ring.bounds.state, ring.world.round], ['idle', 2]);
    assert.ok(ring.pucks.every((puck) => puck.alive && puck.health === 100 && isRooted(puck)));
    assert.ok(ring.world.bolts.every(({ live }) => !live));
    ring.ticks(LAST.readyTicks);
    assert.ok(ring.pucks.every((puck) => !isRooted(puck)));
    assert.equal(ring.bounds.fromTick, ring.world.tick + LAST.closeFromTicks);
  });

  it('is nobody’s when the last two go in one tick', () => {
    const ring = new Ring(2);
    ring.ticks(LAST.closeToTicks);
    for (const puck of ring.pucks) Object.assign(puck, { x: 72, y: 72, health: 1 });
    ring.ticks(LAST.burnTicks);
    assert.deepEqual(ring.rounds, [[1, -1, 'ended']]);
    assert.deepEqual(
      ring.pucks.map(({ score }) => score),
      [0, 0],
    );
  });

  for (const [what, health, winner] of [
    ['the healthiest', [40, 90, 70], 1],
    ['nobody when two are the healthiest', [90, 90, 70], -1],
  ] as const) {
    it(`that takes 75 s goes to ${what}`, () => {
      const ring = new Ring();
      ring.pucks.forEach((puck, i) => {
        puck.health = health[i] as number;
      });
      assert.equal(
        ring.ticksUntil(() => ring.all('round').length > 0, 5000),
        LAST.roundTicks,
      );
      assert.deepEqual(ring.rounds, [[1, winner, 'ended']]);
    });
  }

  it('is not for who comes later: they wait for the next', () => {
    const ring = new Ring();
    ring.tick();
    const late = ring.join(7);
    ring.ticks(300);
    assert.equal(late.alive, false);
    ring.wins(0);
    assert.equal(late.alive, true);
    assert.equal(ring.world.round, 2);
  });
});

describe('who comes later', () => {
  it('lies at a spawn until there is a life for them, not at the corner of the map', () => {
    const ring = new Ring();
    ring.ticks(60);
    const late = ring.join(7);
    assert.equal(late.alive, false);
    assert.ok(
      ring.world.map.spawns.some(({ x, y }) => x === late.x && y === late.y),
      `it is at ${late.x},${late.y}`,
    );
  });

  it('while all are at their places stands still like them until the round begins', () => {
    const ring = new Ring();
    ring.kill(0, 1);
    ring.kill(2, 0);
    ring.ticks(LAST.pauseTicks + LAST.readyTicks - 30);
    const late = ring.join(7);
    assert.deepEqual([late.alive, isRooted(late)], [true, true]);
    const { x } = late;
    for (let i = 0; i < 29; i++) ring.tick({ 7: { mx: 127 } });
    assert.deepEqual([late.x, isRooted(late)], [x, true]);
    ring.tick({ 7: { mx: 127 } });
    ring.tick({ 7: { mx: 127 } });
    assert.ok(late.x !== x || late.vx !== 0);
  });
});

describe('the arena', () => {
  it('closes in from the 12th to the 60th second, down to a fifth', () => {
    const { bounds } = new Ring();
    assert.deepEqual([bounds.x, bounds.y, bounds.halfWidth, bounds.halfHeight], [720, 480, 720, 480]);
    for (const [second, share] of [
      [0, 1],
      [12, 1],
      [36, 0.6],
      [60, 0.2],
      [75, 0.2],
    ] as const)
      assert.ok(Math.abs(boundsShare(bounds, second * 60, LAST.leastShare) - share) < 1e-9, `${second} s`);
  });

  /** Just inside and outside of a fifth of the hall. */
  const spots: [what: string, dx: number, dy: number, burns: boolean][] = [
    ['inside', 143, 0, false],
    ['outside on x', 145, 0, true],
    ['outside on y', 0, 97, true],
    ['inside, in the corner', -143, -95, false],
  ];
  for (const [what, dx, dy, burns] of spots) {
    it(`${burns ? 'burns' : 'leaves alone'} one who is ${what}, twice a second`, () => {
      const ring = new Ring();
      ring.ticks(LAST.closeToTicks);
      assert.equal(ring.world.phase, 'live');
      Object.assign(ring.pucks[1] ?? {}, { x: CENTRE.x + dx, y: CENTRE.y + dy });
      ring.ticks(60);
      assert.deepEqual(
        ring.pucks.map(({ health }) => health),
        [100, burns ? 100 - 2 * LAST.burnDamage : 100, 100],
      );
    });
  }

  it('kills, for whoever hit last within 5 s', () => {
    for (const [ago, by] of [
      [100, 0],
      [400, -1],
    ] as const) {
      const ring = new Ring();
      ring.ticks(LAST.closeToTicks);
      const [killer, victim] = ring.pucks as [Puck, Puck];
      Object.assign(victim, { x: 72, y: 72, health: 5, hitBy: 0, hitTick: ring.world.tick - ago });
      ring.ticks(LAST.burnTicks);
      assert.deepEqual(
        ring.all('kill').map((event) => [event.slot, event.by, event.bolt]),
        [[1, by, -1]],
      );
      assert.deepEqual([killer.kills, victim.deaths], [by === 0 ? 1 : 0, 1]);
    }
  });
});

describe('last one standing', () => {
  it('is won with the fourth round', () => {
    const ring = new Ring();
    for (const winner of [0, 1, 0, 2, 0]) ring.wins(winner);
    assert.equal(ring.world.phase, 'live');
    ring.wins(0);
    assert.deepEqual([ring.world.phase, ring.pucks[0]?.score, ring.world.round], ['results', 4, 6]);
  });

  it('is over after seven rounds for whoever has won most', () => {
    const ring = new Ring();
    for (const winner of [0, 1, 2, 0, 1, 2]) ring.wins(winner);
    assert.deepEqual([ring.world.phase, ring.world.round], ['live', 7]);
    ring.wins(2);
    assert.deepEqual([ring.world.phase, ring.world.round], ['results', 7]);
    assert.deepEqual(
      ring.pucks.map(({ score }) => score),
      [2, 2, 3],
    );
  });

  it('goes on for some rounds while several lead', () => {
    const ring = new Ring(4);
    for (const winner of [0, 1, 2, 0, 1, 2, 3]) ring.wins(winner);
    assert.deepEqual([ring.world.phase, ring.world.round], ['live', 8]);
    ring.wins(1);
    assert.deepEqual([ring.world.phase, ring.world.round], ['results', 8]);
  });

  it('and is a draw when they are still even after those', () => {
    const ring = new Ring(10);
    for (let round = 1; round <= 10; round++) {
      assert.deepEqual([ring.world.phase, ring.world.round], ['live', round]);
      ring.wins(round - 1);
    }
    assert.deepEqual([ring.world.phase, ring.world.round], ['results', 10]);
    assert.ok(ring.pucks.every(({ score }) => score === 1));
  });
});
