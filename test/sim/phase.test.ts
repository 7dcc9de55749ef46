import assert from 'node:assert/strict';
import { ffa } from '#shared/modes/ffa.ts';
import { tdm } from '#shared/modes/tdm.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isShielded } from '#shared/sim/puck.ts';
import { MATCH } from '#shared/tuning.ts';
import { Arena, type Deed } from '../support/arena.ts';
import { hall } from '../support/maps.ts';

const waiting = (mode: Mode = ffa, settings = {}) => new Arena(hall(30, 20), mode, { opening: 'waiting', ...settings });
const phases = (arena: Arena) => arena.all('phase').map(({ phase }) => phase);
const BUSY: Deed = { mx: 127, my: 90, fire: true, dash: true, parry: true };

describe('while waiting', () => {
  it('one plays freely, and nothing counts', () => {
    const arena = waiting();
    const puck = arena.join(0);
    const { x } = puck;
    arena.ticks(70, { 0: { mx: 127, fire: true } });
    assert.equal(arena.world.phase, 'waiting');
    assert.ok(puck.x > x + 200 && arena.all('shot').length > 1);
    arena.kill(0, 0);
    assert.deepEqual([puck.score, puck.deaths], [0, 0]);
    assert.equal(
      arena.ticksUntil(() => puck.alive),
      90,
    );
  });

  for (const [name, mode, slots, enough] of [
    ['one puck', ffa, [3], false],
    ['two pucks', ffa, [0, 2], true],
    ['three of one team', tdm, [0, 2, 4], false],
    ['one in each team', tdm, [2, 5], true],
  ] as const) {
    it(`${name} of ${mode.id} ${enough ? 'are enough for a match' : 'keep waiting'}`, () => {
      const arena = waiting(mode);
      for (const slot of slots) arena.join(slot);
      arena.ticks(3);
      assert.equal(arena.world.phase, enough ? 'countdown' : 'waiting');
    });
  }

  it('says when it has waited for long enough to try another map', () => {
    const arena = waiting(ffa, { startTick: 500 });
    assert.equal(arena.world.endTick, 500 + MATCH.waitingTicks);
  });
});

describe('a countdown', () => {
  const counting = (countdownTicks?: number) => {
    const arena = waiting(ffa, countdownTicks === undefined ? {} : { countdownTicks });
    arena.join(0);
    arena.ticks(50, { 0: BUSY });
    arena.join(1);
    arena.tick();
    return arena;
  };

  it('of 3 s has everybody at a spawn, rooted and shielded, and then the match is live', () => {
    const arena = counting();
    const { world } = arena;
    assert.deepEqual([world.phase, world.endTick - world.tick], ['countdown', 180]);
    const places = world.pucks.map(({ x, y }) => [x, y]);
    for (const slot of [0, 1]) assert.ok(world.map.spawns.some(({ x, y }) => x === places[slot]?.[0] && y === places[slot]?.[1]));
    assert.notDeepEqual(places[0], places[1]);
    const shots = arena.all('shot').length;
    for (let i = 0; i < 179; i++) {
      arena.tick({ 0: BUSY, 1: BUSY });
      assert.equal(world.phase, 'countdown');
    }
    assert.deepEqual(
      world.pucks.map(({ x, y }) => [x, y]),
      places,
    );
    assert.equal(arena.all('shot').length, shots);
    assert.ok(world.pucks.slice(0, 2).every(isShielded));
    arena.tick();
    assert.deepEqual([world.phase, world.endTick - world.tick], ['live', world.timeLimitTicks]);
    arena.ticks(2, { 0: { mx: 127, fire: true } });
    assert.notDeepEqual([world.pucks[0]?.x, world.pucks[0]?.y], places[0]);
    assert.equal(arena.all('shot').length, shots + 1);
    assert.deepEqual(phases(arena), ['countdown', 'live']);
  });

  it('begins without bolts, points and hurts of the time before', () => {
    const arena = waiting();
    const puck = arena.join(0);
    arena.bolt(0, 600, 480, 0);
    Object.assign(puck, { score: 7, kills: 3, deaths: 2, objectiveTicks: 9, health: 10, overcharge: 2 });
    arena.join(1);
    arena.tick();
    assert.ok(arena.world.bolts.every(({ live }) => !live));
    const { score, kills, deaths, objectiveTicks, health, overcharge } = puck;
    assert.deepEqual(
      { score, kills, deaths, objectiveTicks, health, overcharge },
      { score: 0, kills: 0, deaths: 0, objectiveTicks: 0, health: 100, overcharge: 0 },
    );
  });

  it('of nothing is none', () => {
    const arena = counting(0);
    assert.equal(arena.world.phase, 'live');
    const [puck] = arena.world.pucks;
    const { x, y } = puck ?? assert.fail();
    arena.ticks(5, { 0: BUSY });
    assert.notDeepEqual([puck?.x, puck?.y], [x, y]);
  });

  it('is waiting again when somebody leaves, and starts anew with the next', () => {
    const arena = counting();
    arena.ticks(100);
    arena.leave(1);
    arena.tick();
    assert.equal(arena.world.phase, 'waiting');
    assert.equal(arena.world.endTick, arena.world.tick + MATCH.waitingTicks);
    arena.ticks(30);
    arena.join(4);
    arena.tick();
    assert.deepEqual([arena.world.phase, arena.world.endTick - arena.world.tick], ['countdown', 180]);
    assert.deepEqual(phases(arena), ['countdown', 'waiting', 'countdown']);
  });

  it('has a joiner rooted like the others, until the match is live', () => {
    const arena = counting();
    arena.ticks(100);
    const late = arena.join(2);
    const { x, y } = late;
    for (let i = 0; i < 79; i++) arena.tick({ 2: BUSY });
    assert.equal(arena.world.phase, 'countdown');
    assert.deepEqual([late.x, late.y], [x, y]);
    arena.ticks(3, { 2: { mx: 127, my: 127 } });
    assert.equal(arena.world.phase, 'live');
    assert.notDeepEqual([late.x, late.y], [x, y]);
  });
});

describe('a match', () => {
  const live = (mode: Mode, settings = {}) => {
    const arena = waiting(mode, { countdownTicks: 0, timeLimitTicks: 120, ...settings });
    arena.puck(0, 300, 300);
    arena.puck(1, 900, 300);
    arena.tick();
    for (const puck of arena.world.pucks) Object.assign(puck, { shieldEndsAt: 0, x: 300 + 300 * puck.slot, y: 480 });
    return arena;
  };

  const ends: [what: string, mode: Mode, kills: number, phase: string][] = [
    ['that somebody leads', ffa, 1, 'results'],
    ['that is tied, in a mode that takes a draw,', ffa, 0, 'results'],
    ['that a team leads', tdm, 1, 'results'],
    ['that is tied, in a mode that wants a winner,', tdm, 0, 'overtime'],
  ];
  for (const [what, mode, kills, phase] of ends) {
    it(`${what} goes from the end of its time to ${phase}`, () => {
      const arena = live(mode);
      for (let i = 0; i < kills; i++) arena.kill(0, 1);
      const { startTick, timeLimitTicks } = arena.world;
      arena.ticksUntil(() => arena.world.phase !== 'live');
      // The first tick was of waiting.
      assert.deepEqual([arena.world.phase, arena.world.tick], [phase, startTick + 1 + timeLimitTicks]);
      assert.deepEqual(phases(arena), ['live', phase]);
    });
  }

  it('is over at a score of the room’s own', () => {
    const arena = live(ffa, { scoreLimit: 2 });
    arena.kill(0, 1, { bounces: 2 });
    assert.equal(arena.world.phase, 'results');
  });

  it('goes on though one is left alone', () => {
    const arena = live(ffa);
    arena.leave(1);
    arena.ticks(60);
    assert.equal(arena.world.phase, 'live');
  });

  it('counts nothing any more in its results, which end by the room', () => {
    const arena = live(ffa, { scoreLimit: 1 });
    arena.kill(0, 1);
    const { endTick, tick } = arena.world;
    assert.equal(endTick - tick, MATCH.resultsTicks);
    arena.kill(0, 0);
    arena.ticks(MATCH.resultsTicks + 50);
    assert.equal(arena.world.phase, 'results');
    assert.deepEqual(
      arena.world.pucks.slice(0, 2).map(({ score, kills, deaths }) => [score, kills, deaths]),
      [
        [1, 1, 0],
        [0, 0, 1],
      ],
    );
  });

  it('in overtime ends when one leads, or after its time', () => {
    for (const decided of [true, false]) {
      const arena = live({ ...tdm, overtimeTicks: 200 });
      arena.ticksUntil(() => arena.world.phase === 'overtime');
      const began = arena.world.tick;
      if (decided) arena.kill(0, 1);
      arena.ticksUntil(() => arena.world.phase === 'results');
      assert.equal(arena.world.tick - began, decided ? 1 : 200);
    }
  });

  it('gives late comers a life at once', () => {
    const arena = live(ffa);
    assert.equal(arena.join(5).alive, true);
  });
});
