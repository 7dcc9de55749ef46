// Bots: what they may know, what their hands can do, that they get about, and that a better level wins.

import assert from 'node:assert/strict';
import { Bot } from '#shared/bots/bot.ts';
import { apart } from '#shared/bots/crowd.ts';
import { turnTo } from '#shared/bots/hand.ts';
import { LEVELS, type LevelId } from '#shared/bots/levels.ts';
import { aimByMirrors, type Mirror, mirrorsOf } from '#shared/bots/mirrors.ts';
import { Senses } from '#shared/bots/senses.ts';
import { banksInto } from '#shared/bots/trial.ts';
import { isWayClear, waysOf } from '#shared/bots/ways.ts';
import { MODES, modeOf } from '#shared/modes/index.ts';
import { tdm } from '#shared/modes/tdm.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { launch, stepFlight } from '#shared/sim/flight.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { AIM_STEPS } from '#shared/sim/math.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isPlaying } from '#shared/sim/phase.ts';
import { isRooted } from '#shared/sim/puck.ts';
import { standings } from '#shared/sim/scores.ts';
import { BUTTON, type Puck, type World } from '#shared/sim/types.ts';
import { emptyBolt, stepWorld } from '#shared/sim/world.ts';
import { TICK_HZ, TILE } from '#shared/tuning.ts';
import { HeadlessMatch } from '../../scripts/support/headless.ts';
import { Arena, LEFT, RIGHT, UP } from '../support/arena.ts';
import { drawnMap, hall, shippedIds, shippedMap } from '../support/maps.ts';

/** A wall between left and right, open at the bottom. */
const PARTED = drawnMap([
  '####################',
  '#s.......#........s#',
  '#........#.........#',
  '#........#.........#',
  '#........#.........#',
  '#........#.........#',
  '#........#.........#',
  '#..................#',
  '####################',
]);

describe('ways', () => {
  const ways = waysOf(PARTED);

  it('lead around walls, each step free for a puck', () => {
    const way = ways.find(72, 72, 18.5 * TILE, 72);
    let at = { x: 72, y: 72 };
    for (const next of way) {
      assert.ok(isWayClear(PARTED, at.x, at.y, next.x, next.y), `${at.x},${at.y} to ${next.x},${next.y}`);
      at = next;
    }
    assert.deepEqual(at, { x: 18.5 * TILE, y: 72 });
    assert.ok(way.some(({ y }) => y > 7 * TILE));
  });

  it('lead to the nearest free tile where the goal is a wall, and nowhere where there is none', () => {
    assert.deepEqual(ways.find(72, 72, 9.4 * TILE, 72).at(-1), { x: 8.5 * TILE, y: 72 });
    assert.deepEqual(ways.find(72, 72, 72, 72), []);
  });

  for (const [tile, name] of [
    ['G', 'glass'],
    ['P', 'sponge'],
    ['B', 'bumpers'],
  ]) {
    it(`lead around ${name}`, () => {
      const map = drawnMap(['########', '#s.....#', `#${tile}${tile}${tile}${tile}${tile}.#`, '#s.....#', '#......#', '########']);
      const way = waysOf(map).find(72, 72, 72, 168);
      assert.ok(way.some(({ x, y }) => x === 6.5 * TILE && y === 2.5 * TILE));
    });
  }

  it('lead around slick floor if that is not much longer', () => {
    const map = drawnMap(['#########', '#.......#', '#.......#', '#s~~~~~s#', '#.......#', '#.......#', '#########']);
    const way = waysOf(map).find(72, 3.5 * TILE, 7.5 * TILE, 3.5 * TILE);
    assert.ok(way.some(({ y }) => y !== 3.5 * TILE));
  });
});

/** How near a shot of so many bounces comes to a place. */
function passes(map: ArenaMap, x: number, y: number, aim: number, bounces: number, target: { x: number; y: number }): number {
  const bolt = { ...emptyBolt(0) };
  launch(bolt, x, y, aim, 0, 0);
  let least = Number.POSITIVE_INFINITY;
  while (stepFlight(bolt, map)) {
    if (bolt.bounces === bounces) least = Math.min(least, Math.hypot(bolt.x - target.x, bolt.y - target.y));
  }
  return least;
}

describe('mirrors', () => {
  const map = hall(24, 14);
  const target = { x: 800, y: 420 };

  for (const count of [1, 2, 3]) {
    it(`hit a target after ${count} ${count === 1 ? 'bounce' : 'bounces'}`, () => {
      let plans: Mirror[][] = [[]];
      for (let i = 0; i < count; i++) plans = plans.flatMap((plan) => mirrorsOf(map).map((wall) => [...plan, wall]));
      const aims = plans.map((plan) => aimByMirrors(plan, 300, 300, target)).filter((found) => found !== undefined);
      assert.ok(aims.length >= 4, `${aims.length} aims`);
      // A tick's way is 16 units at most, and an aim is rounded.
      for (const { aim } of aims) assert.ok(passes(map, 300, 300, aim, count, target) < 12, `aim ${aim}`);
    });
  }

  it('bank into a target, unless the shooter stands in the way', () => {
    const arena = new Arena(map);
    const me = arena.puck(0, 600, 330);
    const still = { vx: 0, vy: 0 };
    const [up, right] = [UP, RIGHT];
    assert.equal(banksInto(arena.world, me, right, { x: 1000, y: 330, ...still }), false, 'a direct hit');
    assert.equal(banksInto(arena.world, me, up, { x: 600, y: 500, ...still }), false, 'through oneself');
    const aim = aimByMirrors([{ upright: false, at: 56, from: 48, to: 1104, side: 1 }], 600, 330, { x: 800, y: 330 })?.aim ?? 0;
    assert.equal(banksInto(arena.world, me, aim, { x: 800, y: 330, ...still }), true);
  });
});

describe("a bot's senses", () => {
  function parted(): { world: World; me: Puck; other: Puck; arena: Arena; senses: Senses; look: (aim?: number) => void } {
    const arena = new Arena(PARTED);
    const me = arena.puck(0, 200, 100);
    const other = arena.puck(1, 600, 100);
    const senses = new Senses(LEVELS.regular);
    const look = (aim = RIGHT): void => {
      for (let i = 0; i < 4; i++) {
        arena.tick();
        senses.update(arena.world, me, aim);
      }
    };
    return { world: arena.world, me, other, arena, senses, look };
  }

  it('do not reach through a wall', () => {
    const { senses, look } = parted();
    look();
    assert.equal(senses.enemies[1]?.tick, -1);
  });

  it('hear a shot and remember where it was, for a while', () => {
    const { arena, senses, look, other } = parted();
    look();
    arena.bolt(1, other.x, other.y, LEFT);
    look();
    other.y += 100;
    look();
    const heard = senses.enemies[1];
    assert.deepEqual([heard?.seen, heard?.x, heard?.y], [false, 600, 100]);
    for (let i = 0; i * 4 <= LEVELS.regular.memoryTicks + 4; i++) look();
    assert.equal(senses.enemies[1]?.tick, -1);
  });

  it('see who is in sight and before them, keep the place where one was last seen', () => {
    const { senses, look, other } = parted();
    Object.assign(other, { x: 400, y: 380 });
    look(LEFT);
    assert.equal(senses.enemies[1]?.seen, false);
    look();
    assert.deepEqual([senses.enemies[1]?.seen, senses.enemies[1]?.x], [true, 400]);
    Object.assign(other, { x: 600, y: 100 });
    look();
    Object.assign(other, { x: 800, y: 100 });
    look();
    assert.deepEqual([senses.enemies[1]?.seen, senses.enemies[1]?.x], [false, 600]);
  });

  it('know no mates as enemies', () => {
    const arena = new Arena(hall(20, 12), tdm);
    const me = arena.puck(0, 200, 200, 0);
    arena.puck(2, 400, 200, 0);
    arena.puck(1, 400, 300, 1);
    const senses = new Senses(LEVELS.ace);
    for (let i = 0; i < 4; i++) {
      arena.tick();
      senses.update(arena.world, me, RIGHT);
    }
    assert.deepEqual([senses.enemies[1]?.seen, senses.enemies[2]?.seen], [true, false]);
  });
});

/** Lets bots play in an arena for some ticks. */
function think(arena: Arena, bots: Bot[], ticks: number, each: () => void = () => {}): void {
  const batch = new CommandBatch();
  for (let i = 0; i < ticks; i++) {
    batch.clear();
    for (const bot of bots) batch.push(bot.slot, bot.think(arena.world));
    stepWorld(arena.world, batch);
    arena.log.push(...arena.world.events.map((event) => ({ ...event })));
    each();
  }
}

describe("a bot's hands", () => {
  for (const level of Object.keys(LEVELS) as LevelId[]) {
    it(`turn the aim of a ${level} no faster than they can, speeding up and slowing down`, () => {
      const match = new HeadlessMatch({ map: shippedMap('foundry'), mode: modeOf('ffa'), bots: 4, seed: 5, levels: [level] });
      const [puck] = match.world.pucks as [Puck];
      let [aim, speed, fastest] = [0, 0, 0];
      const { turn, turnGain } = LEVELS[level];
      for (let i = 0; i < 20 * TICK_HZ; i++) {
        match.step();
        const { step } = puck;
        const turned = turnTo(aim, puck.aim);
        // The aim comes in whole steps; a dead bot's stands still, which is no motion of its hand.
        if (i > 1 && puck.alive && step > 2) {
          assert.ok(Math.abs(turned) <= turn + 1, `turned by ${turned}`);
          if (speed !== 0 && turned !== 0) assert.ok(Math.abs(turned - speed) <= turnGain + 2, `from ${speed} to ${turned}`);
          fastest = Math.max(fastest, Math.abs(turned));
        }
        [aim, speed] = [puck.aim, turned];
      }
      assert.ok(fastest > turn / 2, 'it turned at all');
    });
  }

  it('spare mates who stand before the enemy where bolts of mates hurt', () => {
    for (const [between, shots] of [
      [true, false],
      [false, true],
    ]) {
      const map = drawnMap([
        '################',
        '#s............s#',
        '################',
        '################',
        '################',
        '################',
      ]);
      const arena = new Arena(map, tdm);
      arena.world.friendlyFire = true;
      const me = arena.puck(0, 100, 72, 0);
      if (between) arena.puck(2, 250, 72, 0);
      const enemy = arena.puck(1, 600, 72, 1);
      think(arena, [new Bot(0, 3, 'ace')], 3 * TICK_HZ, () => {
        enemy.health = 100;
        // Pucks pass each other: it must stay behind its mate.
        me.x = 100;
      });
      assert.equal(
        arena.all('hit').some(({ slot }) => slot === 2),
        false,
      );
      assert.equal(arena.all('shot').length > 0, shots);
    }
  });
});

/** Units that a bot has to get on, in so many ticks. */
const FAR = 100;
const SPAN = 5 * TICK_HZ;

/** Plays a minute among bots of all levels. Returns those that stood where nobody wanted them to, as text. */
function stuck(mode: Mode, map: ArenaMap): string[] {
  const levels = Object.keys(LEVELS) as LevelId[];
  const match = new HeadlessMatch({ map, mode, bots: 6, levels, seed: 21, scoreLimit: 1000, timeLimitTicks: 2 ** 30 });
  const { world } = match;
  const from = world.pucks.map(({ x, y }) => ({ x, y, tick: 0 }));
  const found: string[] = [];
  for (let i = 0; i < 60 * TICK_HZ; i++) {
    match.step();
    for (const puck of world.pucks) {
      const mark = from[puck.slot];
      if (!puck.active || !mark) continue;
      const excused = !puck.alive || isRooted(puck) || !isPlaying(world) || holds(mode, world, puck);
      if (excused || Math.hypot(puck.x - mark.x, puck.y - mark.y) > FAR) Object.assign(mark, { x: puck.x, y: puck.y, tick: world.tick });
      else if (world.tick - mark.tick === SPAN) found.push(`puck ${puck.slot} at ${puck.x},${puck.y} until tick ${world.tick}`);
    }
  }
  return found;
}

/** Whether a puck is on a place that it is to hold. */
function holds(mode: Mode, world: World, puck: Puck): boolean {
  const goal = mode.goal?.(world, puck);
  return goal !== undefined && goal.intent === 'hold' && Math.hypot(goal.x - puck.x, goal.y - puck.y) <= goal.radius;
}

describe('bots get about', () => {
  for (const mode of Object.values(MODES)) {
    for (const id of shippedIds().filter((map) => shippedMap(map).modes.includes(mode.id))) {
      it(`in ${mode.id} on ${id}: nobody stands still for 5 s`, () => assert.deepEqual(stuck(mode, shippedMap(id)), []));
    }
  }
});

describe('bots at the end of a match', () => {
  it('stop, and shoot no more', () => {
    const match = new HeadlessMatch({ map: shippedMap('atrium'), mode: modeOf('ffa'), bots: 6, seed: 3, scoreLimit: 2 });
    const { world } = match;
    while (world.phase !== 'results') match.step();
    let shots = 0;
    for (let i = 0; i < 2 * TICK_HZ; i++) {
      match.step();
      shots += world.events.filter(({ type }) => type === 'shot').length;
    }
    assert.equal(shots, 0);
    assert.ok(world.pucks.every(({ vx, vy }) => vx === 0 && vy === 0));
  });
});

describe('bots on their way', () => {
  const along = { x: 1, y: 0 };
  const bends = (arena: Arena, puck: Puck): number => Math.sign(apart(arena.world, puck, along).y);

  for (const distance of [0, 20]) {
    it(`keep apart from a mate ${distance} units away, each to another side`, () => {
      const arena = new Arena(hall(40, 14), tdm);
      const pucks = [arena.puck(0, 300, 300, 0), arena.puck(2, 300, 300 + distance, 0)];
      assert.deepEqual(pucks.map((puck) => bends(arena, puck)).sort(), [-1, 1]);
    });
  }

  it('do not mind enemies, nor mates who are far', () => {
    const arena = new Arena(hall(40, 14), tdm);
    const me = arena.puck(0, 300, 300, 0);
    arena.puck(1, 300, 320, 1);
    arena.puck(2, 300, 500, 0);
    assert.equal(bends(arena, me), 0);
  });
});

describe('the levels of bots', () => {
  it('tell: an ace beats a rookie nine times of ten', () => {
    let won = 0;
    for (let seed = 0; seed < 20; seed++) {
      const levels = seed % 2 === 0 ? (['ace', 'rookie'] as const) : (['rookie', 'ace'] as const);
      const match = new HeadlessMatch({ map: shippedMap('foundry'), mode: modeOf('ffa'), bots: 2, seed, levels, scoreLimit: 8 });
      while (match.world.phase !== 'results') match.step();
      if (levels[standings(match.world)[0]?.slot ?? 0] === 'ace') won++;
    }
    assert.ok(won >= 18, `${won} of 20`);
  });

  it('are played by whoever asks: a bot without one is a regular', () => {
    const play = (levels?: LevelId[]): number => {
      const match = new HeadlessMatch({ map: shippedMap('atrium'), mode: modeOf('ffa'), bots: 4, seed: 2, ...(levels ? { levels } : {}) });
      for (let i = 0; i < 10 * TICK_HZ; i++) match.step();
      return match.world.pucks.reduce((sum, { x, y }) => sum + x * 3 + y, 0);
    };
    assert.equal(play(), play(['regular']));
    assert.notEqual(play(), play(['ace']));
  });

  it('leave the buttons alone while dead', () => {
    const arena = new Arena();
    arena.puck(0, 300, 300).alive = false;
    const command = new Bot(0, 1).think(arena.world);
    assert.deepEqual([command.mx, command.my, command.buttons & (BUTTON.fire | BUTTON.dash | BUTTON.parry)], [0, 0, 0]);
    assert.ok(command.aim >= 0 && command.aim < AIM_STEPS);
  });
});
