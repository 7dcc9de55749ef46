// A world under full load that never ends: pucks driven by the recorded commands of bots, and a fixed number of bolts
// kept in flight. Everything is seeded: each run does the same work.

import { Bot } from '#shared/bots/bot.ts';
import { modeOf } from '#shared/modes/index.ts';
import { endBolt, spawnBolt } from '#shared/sim/bolts.ts';
import { CommandBatch, copyCommand, neutralCommand } from '#shared/sim/commands.ts';
import { AIM_STEPS } from '#shared/sim/math.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { randomInt } from '#shared/sim/rng.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import type { Command, Puck, World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { mapOf } from '../../../server/maps.ts';

/** The map that all benchmarks play on. */
export const BENCH_MAP = 'foundry';
const SEED = 20_260_101;
/** Recorded commands are used again and again after so many ticks. */
const RECORDED_TICKS = 1200;
/** More than a tick's bolts can take. */
const UNHURT = 10_000;

export class BusyWorld {
  readonly world: World;
  readonly batch = new CommandBatch();
  readonly bots: Bot[];
  readonly #bolts: number;
  readonly #recorded: Command[][] = [];
  readonly #random = { rng: SEED };

  /** `bolts` are kept in flight; 0 leaves it to what the pucks fire. In a mode of teams every other puck is of the second. */
  constructor(pucks: number, bolts: number, mapId = BENCH_MAP, modeId = 'ffa') {
    this.#bolts = bolts;
    const { map } = mapOf(mapId);
    const mode = modeOf(modeId);
    this.world = createWorld({ map, mode: endless(mode), seed: SEED, scoreLimit: 2 ** 15 });
    this.bots = Array.from({ length: pucks }, (_, slot) => new Bot(slot, SEED + slot));
    for (const { slot } of this.bots) {
      joinPuck(this.world, { slot, name: `bot ${slot}`, bot: true, team: seatTeam(slot, mode.teams) });
    }
    for (let i = 0; i < RECORDED_TICKS; i++) {
      this.think();
      this.#recorded.push(this.bots.map(({ slot }) => copyCommand(neutralCommand(), this.batch.at(slot, 0))));
      this.step();
    }
  }

  /** The bots decide on this tick's commands. */
  think(): void {
    this.batch.clear();
    for (const bot of this.bots) this.batch.push(bot.slot, bot.think(this.world));
  }

  /** This tick's commands come from the recording instead. */
  recall(): void {
    const commands = this.#recorded[this.world.tick % RECORDED_TICKS] as Command[];
    this.batch.clear();
    for (const { slot } of this.bots) this.batch.push(slot, commands[slot] as Command);
  }

  step(): void {
    stepWorld(this.world, this.batch);
  }

  /** Heals the pucks, so that all are in play, and brings the bolts in flight to the wanted number, by chance. */
  topUp(): void {
    const { world } = this;
    for (const { slot } of this.bots) (world.pucks[slot] as Puck).health = UNHURT;
    let live = 0;
    for (const bolt of world.bolts) {
      if (bolt.live && ++live > this.#bolts) endBolt(world, bolt, true);
    }
    for (; live < this.#bolts; live++) {
      const spawn = world.map.spawns[randomInt(this.#random, world.map.spawns.length)];
      if (spawn) spawnBolt(world, randomInt(this.#random, this.bots.length), spawn.x, spawn.y, randomInt(this.#random, AIM_STEPS), 0, 0);
    }
  }
}

function endless(mode: Mode): Mode {
  return { ...mode, timeLimitTicks: 2 ** 31, isWon: () => false };
}
