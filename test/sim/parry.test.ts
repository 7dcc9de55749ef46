import assert from 'node:assert/strict';
import { aimOf } from '#shared/aim.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import { flightSpeed } from '#shared/sim/flight.ts';
import { DID, isParrying, stepPuck } from '#shared/sim/puck.ts';
import { BUTTON } from '#shared/sim/types.ts';
import { Arena, commandOf, DOWN, LEFT, RIGHT } from '../support/arena.ts';

const degrees = (value: number) => Math.round((value / 360) * 65_536) & 65_535;

/** A bolt flies at puck 1 from `angle` degrees off its aim; whether it is parried. */
function parries(angle: number): boolean {
  const arena = new Arena();
  arena.puck(0, 100, 100);
  const puck = arena.puck(1, 700, 480);
  const radians = (angle / 360) * 2 * Math.PI;
  const x = Math.round(700 + 60 * Math.cos(radians));
  const y = Math.round(480 + 60 * Math.sin(radians));
  arena.bolt(0, x, y, aimOf(puck.x - x, puck.y - y));
  arena.tick({ 1: { parry: true, aim: RIGHT } });
  arena.ticks(8, { 1: { aim: RIGHT } });
  assert.equal(arena.all('parry').length + arena.all('hit').length, 1);
  return arena.all('parry').length === 1;
}

describe('a parry', () => {
  for (const [angle, caught] of [
    [0, true],
    [58, true],
    [-58, true],
    [62, false],
    [-62, false],
    [180, false],
  ] as const) {
    it(`${caught ? 'catches' : 'misses'} a bolt from ${angle} degrees off the aim`, () => assert.equal(parries(angle), caught));
  }

  it('holds for the 10 ticks after the press', () => {
    for (let wait = 0; wait <= 11; wait++) {
      const arena = new Arena();
      arena.puck(0, 100, 100);
      const puck = arena.puck(1, 700, 480);
      arena.tick({ 1: { parry: true, aim: RIGHT } });
      arena.ticks(wait, { 1: { aim: RIGHT } });
      // Close enough to hit in its first tick.
      const bolt = arena.bolt(0, 735, 480, LEFT);
      arena.tick({ 1: { aim: RIGHT } });
      assert.equal(bolt.live && bolt.owner === 1, wait < 10, `${wait} ticks after the press`);
      assert.equal(puck.health === 100, wait < 10);
    }
  });

  it('takes 54 ticks after an empty window before the next', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.tick({ 0: { parry: true } });
    const pressed = puck.step;
    const starts: number[] = [];
    // A new press every second tick.
    for (let i = 0; i < 80; i++) {
      const was = puck.parryEndsAt;
      arena.tick({ 0: { parry: i % 2 === 1 } });
      if (puck.parryEndsAt !== was) starts.push(puck.step - pressed);
    }
    assert.deepEqual(starts, [64]);
  });

  it('takes 12 ticks after a window that caught a bolt', () => {
    const arena = new Arena();
    arena.puck(0, 100, 100);
    const puck = arena.puck(1, 700, 480);
    arena.bolt(0, 750, 480, LEFT);
    arena.tick({ 1: { parry: true, aim: RIGHT } });
    const pressed = puck.step;
    arena.tick({ 1: { aim: RIGHT } });
    assert.equal(arena.all('parry').length, 1);
    const starts: number[] = [];
    for (let i = 0; i < 40; i++) {
      const was = puck.parryEndsAt;
      arena.tick({ 1: { parry: i % 2 === 0 } });
      if (puck.parryEndsAt !== was) starts.push(puck.step - pressed);
    }
    assert.deepEqual(starts[0], 22);
  });

  it('comes on the press only', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    arena.ticks(100, { 0: { parry: true } });
    assert.equal(puck.parryEndsAt, 11);
  });

  it('lets no shot out while it lasts', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300);
    arena.tick({ 0: { parry: true, fire: true } });
    arena.ticks(15, { 0: { fire: true } });
    assert.equal(arena.all('shot')[0]?.tick, 11);
  });

  it('is no shield from behind', () => {
    const arena = new Arena();
    arena.puck(0, 100, 480);
    const puck = arena.puck(1, 700, 480);
    arena.bolt(0, 640, 480, RIGHT);
    arena.tick({ 1: { parry: true, aim: RIGHT } });
    arena.ticks(8, { 1: { aim: RIGHT } });
    assert.equal(puck.health, 75);
  });

  it('is judged by the press, even when the aim turns within the window', () => {
    const arena = new Arena();
    arena.puck(0, 100, 100);
    arena.puck(1, 700, 480);
    arena.bolt(0, 790, 480, LEFT);
    arena.tick({ 1: { parry: true, aim: DOWN } });
    arena.ticks(6, { 1: { aim: RIGHT } });
    assert.equal(arena.all('parry').length, 1);
  });

  it('does nothing for a dead puck', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    puck.alive = false;
    assert.equal(stepPuck(puck, { ...neutralCommand(), buttons: BUTTON.parry }, arena.world.map) & DID.parry, 0);
    assert.equal(isParrying(puck), false);
  });
});

describe('a parried bolt', () => {
  for (const [level, after] of [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 3],
  ] as const) {
    it(`of level ${level} leaves at level ${after}, 15 % faster, along the aim, as the parrier's, with a new life`, () => {
      const arena = new Arena();
      arena.puck(0, 100, 100);
      arena.puck(1, 700, 480);
      const sent = arena.bolt(0, 750, 480, LEFT, level);
      Object.assign(sent, { contacts: 3, bounces: 3, endTick: 5 });
      const aim = degrees(20);
      arena.tick({ 1: { parry: true, aim } });
      arena.tick({ 1: { aim } });
      const bolt = arena.world.bolts.find(({ live }) => live);
      assert.ok(bolt);
      assert.deepEqual(
        {
          level: bolt.level,
          owner: bolt.owner,
          aim: bolt.aim,
          contacts: bolt.contacts,
          bounces: bolt.bounces,
          left: bolt.endTick - arena.world.tick,
        },
        { level: after, owner: 1, aim, contacts: 0, bounces: 0, left: 150 },
      );
      assert.ok(Math.abs(bolt.speed - flightSpeed(after, 0) * 1.15) < 1e-9);
    });
  }

  it('hurts the one who fired it', () => {
    const arena = new Arena();
    const shooter = arena.puck(0, 900, 480);
    arena.puck(1, 700, 480);
    arena.bolt(0, 760, 480, LEFT);
    arena.tick({ 1: { parry: true, aim: RIGHT } });
    arena.ticks(20, { 1: { aim: RIGHT } });
    assert.equal(shooter.health, 50);
    assert.equal(shooter.hitBy, 1);
  });

  it('gets faster with each return, to 1600 u/s', () => {
    const arena = new Arena();
    arena.puck(0, 600, 480);
    arena.puck(1, 900, 480);
    arena.bolt(0, 640, 480, RIGHT);
    const speeds: number[] = [];
    for (let i = 0; i < 400 && speeds.length < 8; i++) {
      const bolt = arena.world.bolts.find(({ live }) => live);
      assert.ok(bolt, 'caught each time');
      if (speeds.at(-1) !== bolt.speed) speeds.push(bolt.speed);
      for (const puck of arena.world.pucks) puck.parryReadyAt = 0;
      const near = (x: number) => Math.abs(bolt.x - x) < 110;
      arena.tick({ 0: { parry: near(600) && i % 2 === 0, aim: RIGHT }, 1: { parry: near(900) && i % 2 === 0, aim: LEFT } });
    }
    assert.ok(speeds.every((speed, i) => i === 0 || speed > (speeds[i - 1] as number)));
    assert.equal(speeds.at(-1), 1600);
  });
});

describe('a command', () => {
  it('presses a button only where it was up before', () => {
    const arena = new Arena();
    const puck = arena.puck(0, 300, 300);
    const { map } = arena.world;
    assert.equal(stepPuck(puck, commandOf({ parry: true, dash: true }), map), DID.parry | DID.dash);
    assert.equal(stepPuck(puck, commandOf({ parry: true, dash: true }), map), 0);
    assert.equal(stepPuck(puck, commandOf({}), map), 0);
    assert.equal(stepPuck(puck, commandOf({ dash: true }), map), DID.dash);
  });
});
