// The level of a room's bots: what the room is created with is what they play at.

import assert from 'node:assert/strict';
import { Bot } from '#shared/bots/bot.ts';
import { LEVELS, type LevelId } from '#shared/bots/levels.ts';
import { modeOf } from '#shared/modes/index.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { BotRoster } from '../../server/rooms/botRoster.ts';
import { roomOptions } from '../../server/rooms/options.ts';
import { shippedMap } from '../support/maps.ts';

const SEED = 4;
const TICKS = 600;

/** Lets two bots play; `think` gives their commands. Returns where they are at the end. */
function play(think: (world: ReturnType<typeof createWorld>, batch: CommandBatch) => void): number[] {
  const world = createWorld({ map: shippedMap('atrium'), mode: modeOf('ffa'), seed: SEED });
  for (const slot of [0, 1]) joinPuck(world, { slot, name: '', bot: true, team: 0 });
  const batch = new CommandBatch();
  for (let i = 0; i < TICKS; i++) {
    batch.clear();
    think(world, batch);
    stepWorld(world, batch);
  }
  return world.pucks.slice(0, 2).flatMap(({ x, y, aim }) => [x, y, aim]);
}

function rosterOf(options: object): number[] {
  const roster = new BotRoster(roomOptions.parse(options).botLevel);
  for (const slot of [0, 1]) roster.add(slot, SEED + slot);
  return play((world, batch) => roster.think(world, batch));
}

function botsOf(level: LevelId): number[] {
  const bots = [0, 1].map((slot) => new Bot(slot, SEED + slot, level));
  return play((world, batch) => {
    for (const bot of bots) batch.push(bot.slot, bot.think(world));
  });
}

describe("a room's bots", () => {
  for (const level of Object.keys(LEVELS) as LevelId[]) {
    it(`play as ${level} where the room says so`, () => assert.deepEqual(rosterOf({ botLevel: level }), botsOf(level)));
  }

  it('play as regulars where nobody says', () => {
    assert.deepEqual(rosterOf({}), botsOf('regular'));
    assert.notDeepEqual(botsOf('regular'), botsOf('ace'));
  });

  it('have no other level', () => assert.throws(() => roomOptions.parse({ botLevel: 'champion' }), /botLevel/));
});
