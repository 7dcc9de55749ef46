// Hints against players in simulated matches: cheats stand out, and nobody else does, however well they play.

import assert from 'node:assert/strict';
import { Bot } from '#shared/bots/bot.ts';
import type { LevelId } from '#shared/bots/levels.ts';
import { modeOf } from '#shared/modes/index.ts';
import type { HintKind } from '#shared/net/reports.ts';
import { CommandBatch, copyCommand, neutralCommand } from '#shared/sim/commands.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { mapOf } from '../../server/maps.ts';
import { Suspicion } from '../../server/suspicion/suspicion.ts';
import { type Cheat, dashesAtOnce, followsUnseen, parriesAll, snapsItsAim } from '../support/cheats.ts';

const MINUTES = 4;

interface Seat {
  level: LevelId;
  cheat?: Cheat;
}

/** Plays some minutes with people at these seats. Returns what speaks against each, by slot. */
function play(seats: readonly Seat[], seed: number, map = 'atrium'): { kinds: HintKind[]; at: number[]; minutes: number }[] {
  const world = createWorld({
    map: mapOf(map).map,
    mode: modeOf('ffa'),
    seed,
    startTick: 0,
    scoreLimit: 999,
    timeLimitTicks: 60 * TICK_HZ * (MINUTES + 1),
    countdownTicks: 0,
  });
  const batch = new CommandBatch();
  const suspicion = new Suspicion();
  const command = neutralCommand();
  const bots = seats.map(({ level }, slot) => {
    joinPuck(world, { slot, name: level, bot: false, team: -1 });
    return new Bot(slot, Math.imul(seed, 0x9e3779b1) + slot, level);
  });
  for (let tick = 0; tick < MINUTES * 60 * TICK_HZ; tick++) {
    batch.clear();
    seats.forEach(({ cheat }, slot) => {
      copyCommand(command, (bots[slot] as Bot).think(world));
      const me = world.pucks[slot];
      if (cheat && me?.alive) cheat(world, me, command);
      batch.push(slot, command);
    });
    stepWorld(world, batch);
    suspicion.observe(world, batch);
  }
  return seats.map((_, slot) => {
    const hints = suspicion.hints(slot);
    return { kinds: hints.map(({ kind }) => kind), at: hints.flatMap(({ at }) => at), minutes: MINUTES };
  });
}

const HONEST: readonly Seat[] = [
  { level: 'ace' },
  { level: 'regular' },
  { level: 'rookie' },
  { level: 'ace' },
  { level: 'regular' },
  { level: 'rookie' },
];

describe('hints', function () {
  this.timeout(60_000);

  for (const seed of [1, 2, 3])
    it(`are of the cheats, and of nobody else in their match (seed ${seed})`, () => {
      const seats = [...HONEST.slice(0, 4), { level: 'regular', cheat: snapsItsAim }, { level: 'regular', cheat: parriesAll }] as Seat[];
      const found = play(seats, seed);
      assert.deepEqual(
        found.slice(0, 4).map(({ kinds }) => kinds),
        [[], [], [], []],
      );
      assert.ok(found[4]?.kinds.includes('snap'), `the aim that jumps: ${found[4]?.kinds}`);
      assert.ok(found[5]?.kinds.includes('parry'), `the parries: ${found[5]?.kinds}`);
      for (const { at } of found) for (const second of at) assert.ok(second >= 0 && second <= MINUTES * 60);
    });

  it('are of dashes at first sight, and of an aim that follows whom no screen shows', () => {
    const seats = [...HONEST.slice(0, 4), { level: 'regular', cheat: dashesAtOnce }, { level: 'regular', cheat: followsUnseen }] as Seat[];
    const found = play(seats, 4, 'summit');
    for (const { kinds } of found.slice(0, 4)) assert.deepEqual(kinds, []);
    assert.ok(found[4]?.kinds.includes('reaction'), `dashes: ${found[4]?.kinds}`);
    assert.ok(found[5]?.kinds.includes('hidden'), `the aim: ${found[5]?.kinds}`);
  });

  for (const [seed, map] of [
    [11, 'atrium'],
    [12, 'pocket'],
    [13, 'crossing'],
  ] as const)
    it(`are not made of how aces, regulars and rookies play on ${map}`, () => {
      for (const { kinds } of play(HONEST, seed, map)) assert.deepEqual(kinds, []);
    });
});
