// A match of bots without a server: a world, its bots and their commands, one tick a call, in a room's order. For tests,
// statistics and benchmarks.

import { Bot } from '#shared/bots/bot.ts';
import { DEFAULT_LEVEL, type LevelId } from '#shared/bots/levels.ts';
import { headerOf, Recorder } from '#shared/replay/record.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld, type WorldSettings } from '#shared/sim/world.ts';

/** A world's settings, whose seed is every bot's too, and who plays. */
export interface HeadlessSettings extends WorldSettings {
  bots: number;
  /** Levels of the bots, dealt by slot one after another; in modes of teams two are one for each. */
  levels?: readonly LevelId[];
  /** Whether neighbours change seats, each with its level and its own seed: in modes of teams, the sides. */
  swapped?: boolean;
  /** Whether `recording` is wanted at the end. */
  records?: boolean;
}

export class HeadlessMatch {
  readonly world: World;
  readonly #bots: Bot[];
  readonly #batch = new CommandBatch();
  readonly #recorder: Recorder | undefined;

  /** Seats the bots; the same settings give the same match. */
  constructor({ bots, levels = [DEFAULT_LEVEL], swapped = false, records = false, ...settings }: HeadlessSettings) {
    const { mode, seed } = settings;
    this.world = createWorld(settings);
    this.#recorder = records ? new Recorder(headerOf(this.world, seed, 0)) : undefined;
    this.#bots = Array.from({ length: bots }, (_, slot) => {
      const team = seatTeam(slot, mode.teams);
      const puck = joinPuck(this.world, { slot, name: `bot ${slot}`, bot: true, team });
      this.#recorder?.join(puck);
      const who = swapped ? slot ^ 1 : slot;
      return new Bot(slot, Math.imul(seed, 0x9e3779b1) + who * 0x85ebca6b, levels[who % levels.length]);
    });
  }

  /** Lets the bots think and advances the world by one tick. */
  step(): void {
    this.#batch.clear();
    for (const bot of this.#bots) this.#batch.push(bot.slot, bot.think(this.world));
    this.#recorder?.commands(this.#batch);
    stepWorld(this.world, this.#batch);
    this.#recorder?.tick(this.world);
  }

  /** Closes the recording. Returns its bytes, none unless it was wanted. */
  recording(): Uint8Array<ArrayBuffer> {
    return this.#recorder?.finish(this.world) ?? new Uint8Array();
  }
}
