import assert from 'node:assert/strict';
import { energyOf } from '#shared/sim/puck.ts';
import { Arena, RIGHT } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

/** Ticks, counted from 1, in which slot 0 fired while the trigger was held. */
function shotTicks(arena: Arena, ticks: number): number[] {
  arena.ticks(ticks, { 0: { fire: true, aim: RIGHT } });
  return arena.all('shot').map(({ tick }) => tick);
}

describe('energy', () => {
  it('gives three bolts, 10 ticks apart, then one each 36 ticks', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    assert.deepEqual(shotTicks(arena, 120), [1, 11, 21, 37, 73, 109]);
  });

  it('is full again 36 ticks a bolt later', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    shotTicks(arena, 21);
    assert.equal(energyOf(puck), 0);
    const left: number[] = [];
    for (let step = 22; step <= 110; step++) {
      arena.tick();
      if (energyOf(puck) !== left.length) left.push(step);
    }
    assert.deepEqual(left, [37, 73, 109]);
  });

  it('is not spent by a held trigger between shots', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.ticks(9, { 0: { fire: true } });
    assert.equal(energyOf(puck), 2);
  });
});

describe('a shot', () => {
  it('starts a bolt at the centre of the puck, along the aim, which first moves in the next tick', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.tick({ 0: { fire: true, aim: RIGHT, mx: 127 } });
    const bolt = arena.world.bolts[0];
    assert.ok(bolt?.live);
    assert.deepEqual([bolt.x, bolt.y, bolt.dx, bolt.dy], [puck.x, puck.y, 1, 0]);
    arena.tick();
    assert.ok(Math.abs(bolt.x - bolt.spawnX - 760 / 60) < 1e-9);
  });

  it('ends the spawn shield', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    puck.shieldEndsAt = puck.step + 60;
    arena.tick({ 0: { fire: true } });
    assert.ok(puck.step >= puck.shieldEndsAt);
  });

  it('does not come from a dead puck', () => {
    const arena = new Arena();
    Object.assign(arena.puck(0, 300, 300), { alive: false, respawnTick: 1e6 });
    arena.tick({ 0: { fire: true } });
    assert.equal(arena.all('shot').length, 0);
  });

  it('with 128 bolts in the air takes the slot of the one that would end first', () => {
    const arena = new Arena(hall(34, 19));
    arena.puck(0, 100, 100);
    const first = arena.bolt(0, 800, 400, 1);
    arena.tick();
    for (let i = 1; i < 128; i++) arena.bolt(0, 800, 400, i * 500);
    const { generation } = first;
    assert.ok(arena.world.bolts.every(({ live }) => live));
    assert.equal(arena.bolt(0, 800, 400, 7), first);
    assert.equal(first.generation, generation + 1);
  });
});
