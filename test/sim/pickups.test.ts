import assert from 'node:assert/strict';
import { PICKUPS } from '#shared/pickups/index.ts';
import type { Pickup, Puck } from '#shared/sim/types.ts';
import { PICKUP } from '#shared/tuning.ts';
import { Arena, LEFT, RIGHT } from '../support/arena.ts';
import { drawnMap } from '../support/maps.ts';

const LETTERS: Record<string, string> = { repair: 'r', overcharge: 'o', shield: 'h' };

/** A hall with one thing in its middle, and a puck far from it. */
function hallOf(kind: string): { arena: Arena; puck: Puck; pickup: Pickup } {
  const row = `#${'.'.repeat(18)}#`;
  const middle = `#.........${LETTERS[kind]}........#`;
  const arena = new Arena(drawnMap(['#'.repeat(20), '#s................s#', row, row, middle, row, row, '#'.repeat(20)]));
  return { arena, puck: arena.puck(0, 100, 300), pickup: arena.world.pickups[0] as Pickup };
}

const goTo = (puck: Puck, { x, y }: { x: number; y: number }) => Object.assign(puck, { x, y });

/** What a puck has of what a kind gives. */
const HAS: Record<string, keyof Puck & ('health' | 'overcharge' | 'guard')> = {
  repair: 'health',
  overcharge: 'overcharge',
  shield: 'guard',
};

describe('a thing to pick up', () => {
  const effects: [kind: string, has: number, then: number, taken: boolean][] = [
    ['repair', 30, 80, true],
    ['repair', 70, 100, true],
    ['repair', 100, 100, false],
    ['overcharge', 0, 3, true],
    ['overcharge', 1, 3, true],
    ['overcharge', 3, 3, false],
    ['shield', 0, 1, true],
    ['shield', 1, 1, false],
  ];
  for (const [kind, has, then, taken] of effects) {
    const field = HAS[kind] as 'health';
    it(`${kind} ${taken ? `makes ${field} ${has} ${then}` : `stays for one whose ${field} is ${has}`}`, () => {
      const { arena, puck, pickup } = hallOf(kind);
      puck[field] = has;
      goTo(puck, pickup);
      const { readyTick } = pickup;
      arena.tick();
      assert.equal(puck[field], then);
      assert.deepEqual(arena.all('pickup'), taken ? [{ type: 'pickup', tick: arena.world.tick, slot: 0, index: 0 }] : []);
      assert.equal(pickup.readyTick, taken ? arena.world.tick + pickup.kind.respawnTicks : readyTick);
    });
  }

  for (const [kind, seconds] of [
    ['repair', 15],
    ['overcharge', 25],
    ['shield', 20],
  ] as const) {
    it(`${kind} is there again after ${seconds} s`, () => {
      const { arena, puck, pickup } = hallOf(kind);
      goTo(puck, pickup);
      const need = () => Object.assign(puck, { health: 50, overcharge: 0, guard: 0 });
      need();
      arena.tick();
      assert.equal(arena.all('pickup').length, 1);
      need();
      assert.equal(
        arena.ticksUntil(() => arena.all('pickup').length === 2, 2000),
        seconds * 60,
      );
    });
  }

  it('is taken by a touch, not from afar', () => {
    for (const [distance, taken] of [
      [PICKUP.touch, true],
      [PICKUP.touch + 1, false],
    ] as const) {
      const { arena, puck, pickup } = hallOf('shield');
      goTo(puck, { x: pickup.x + distance, y: pickup.y });
      arena.tick();
      assert.equal(puck.guard === 1, taken, `${distance} units away`);
    }
  });

  it('goes to the lower seat of two that touch it, or to the one who has a use for it', () => {
    for (const [health, winner] of [
      [50, 0],
      [100, 1],
    ] as const) {
      const { arena, puck, pickup } = hallOf('repair');
      const other = arena.puck(1, 100, 300);
      goTo(puck, pickup).health = health;
      goTo(other, pickup).health = 50;
      arena.tick();
      assert.equal(arena.all('pickup')[0]?.slot, winner);
    }
  });

  it('is not for the dead', () => {
    const { arena, puck, pickup } = hallOf('shield');
    goTo(puck, pickup).alive = false;
    puck.respawnTick = 1000;
    arena.ticks(5);
    assert.deepEqual([puck.guard, arena.all('pickup').length], [0, 0]);
  });

  it('has the id that the list has it under', () => {
    for (const [id, kind] of Object.entries(PICKUPS)) assert.equal(kind.id, id);
    assert.deepEqual(Object.keys(PICKUPS).sort(), Object.keys(LETTERS).sort());
  });
});

describe('an overcharge', () => {
  it('has three shots leave at level 1, the fourth as ever', () => {
    const { arena, puck, pickup } = hallOf('overcharge');
    goTo(puck, pickup);
    arena.tick();
    arena.ticks(150, { 0: { fire: true, aim: RIGHT } });
    const levels = arena.all('shot').map(({ bolt }) => arena.world.bolts[bolt]?.spawnLevel);
    assert.deepEqual(levels.slice(0, 4), [1, 1, 1, 0]);
    assert.equal(puck.overcharge, 0);
  });
});

describe('a shield', () => {
  it('takes one hit; the next one hurts', () => {
    const { arena, puck } = hallOf('shield');
    arena.puck(1, 100, 100);
    puck.guard = 1;
    for (const [guard, health] of [
      [0, 100],
      [0, 75],
    ] as const) {
      arena.bolt(1, puck.x + 32, puck.y, LEFT);
      arena.tick();
      assert.deepEqual([puck.guard, puck.health], [guard, health]);
    }
    assert.deepEqual([arena.all('block').length, arena.all('hit').length], [1, 1]);
    const [block] = arena.all('block');
    assert.deepEqual([block?.slot, block?.by], [0, 1]);
  });

  it('is not used up by what a parry or the spawn shield takes', () => {
    for (const covered of ['parry', 'spawn']) {
      const { arena, puck } = hallOf('shield');
      arena.puck(1, 100, 100);
      Object.assign(puck, { guard: 1, aim: RIGHT }, covered === 'parry' ? { parryEndsAt: 50 } : { shieldEndsAt: 50 });
      arena.bolt(1, puck.x + 32, puck.y, LEFT);
      arena.tick();
      assert.deepEqual([puck.guard, puck.health], [1, 100], covered);
    }
  });
});

describe('death', () => {
  it('takes overcharge and shield away', () => {
    const { arena, puck } = hallOf('shield');
    arena.puck(1, 500, 300);
    puck.overcharge = 2;
    arena.kill(1, 0);
    assert.deepEqual([puck.overcharge, puck.guard], [0, 0]);
    arena.ticksUntil(() => puck.alive);
    assert.deepEqual([puck.overcharge, puck.guard], [0, 0]);
  });
});

describe('while a match has not begun', () => {
  it('nothing can be picked up, and all is there when it begins', () => {
    const { arena: live } = hallOf('shield');
    const arena = new Arena(live.world.map, live.world.mode, { opening: 'waiting', countdownTicks: 60 });
    const puck = arena.puck(0, 100, 300);
    const pickup = arena.world.pickups[0] as Pickup;
    arena.ticks(10);
    goTo(puck, pickup);
    arena.ticks(10);
    assert.equal(puck.guard, 0);
    arena.join(1);
    arena.ticksUntil(() => arena.world.phase === 'live');
    assert.equal(pickup.readyTick, arena.world.tick);
    goTo(puck, pickup);
    arena.tick();
    assert.equal(puck.guard, 1);
  });
});
