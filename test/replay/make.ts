// Makes the golden recording and the hashes anew. Whoever changes a number in tuning.ts or the way a step works runs
//   node_modules/.bin/node test/replay/make.ts
// and commits what it wrote: golden/bots.carom, one minute of sixteen bots, and golden/hashes.json. The ten minutes of
// `hands` are made by the tests themselves, from a seed: as a file they would be a megabyte of noise.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Bot } from '#shared/bots/bot.ts';
import { ReplayPlayer } from '#shared/replay/play.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { joinPuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS, TICK_HZ } from '#shared/tuning.ts';
import { shippedMap } from '../support/maps.ts';
import { GOLDEN, makeHands } from '../support/replayBundle.ts';
import { recorderOf, worldOf } from '../support/script.ts';

function makeBots(): Uint8Array {
  const map = shippedMap('foundry');
  const script = { seed: 7, startTick: 0, friendlyFire: false, ticks: [] };
  const world = worldOf(script, map);
  const recorder = recorderOf(script, map);
  const batch = new CommandBatch();
  const players = Array.from({ length: MAX_PUCKS }, (_, slot) => {
    recorder.join(joinPuck(world, { slot, name: `Bot ${slot}`, bot: true, team: 0 }));
    return new Bot(slot, slot + 1);
  });
  for (let tick = 0; tick < 60 * TICK_HZ; tick++) {
    batch.clear();
    for (const bot of players) batch.push(bot.slot, bot.think(world));
    recorder.commands(batch);
    stepWorld(world, batch);
    recorder.tick(world);
  }
  return recorder.finish(world);
}

const hashOf = (bytes: Uint8Array) => new ReplayPlayer(bytes, shippedMap).verify().finalHash;

const bots = makeBots();
const hashes = { hands: hashOf(makeHands()), bots: hashOf(bots) };
mkdirSync(GOLDEN, { recursive: true });
writeFileSync(join(GOLDEN, 'bots.carom'), gzipSync(bots, { level: 9 }));
writeFileSync(join(GOLDEN, 'hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(hashes)}\n`);
