// A match of bots without a server: a world, its bots and their commands, one tick a call. For statistics and benchmarks.

import { Bot } from '#shared/bots/bot.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';

export interface HeadlessSettings {
  map: ArenaMap;
  mode: Mode;
  bots: number;
  /** uint32, of the world and of every bot. */
  seed: number;
}

export class HeadlessMatch {
  readonly world: World;
  readonly #bots: Bot[];
  readonly #batch = new CommandBatch();

  /** Seats the bots; the same settings give the same match. */
  constructor({ map, mode, bots, seed }: HeadlessSettings) {
    this.world = createWorld({ map, mode, seed });
    this.#bots = Array.from({ length: bots }, (_, slot) => new Bot(slot, Math.imul(seed, 0x9e3779b1) + slot * 0x85ebca6b));
    this.#bots.forEach(({ slot }) => {
      joinPuck(this.world, { slot, name: `bot ${slot}`, bot: true, team: mode.teams > 0 ? slot % mode.teams : 0 });
    });
  }

  /** Lets the bots think and advances the world by one tick. */
  step(): void {
    this.#batch.clear();
    for (const bot of this.#bots) this.#batch.push(bot.slot, bot.think(this.world));
    stepWorld(this.world, this.#batch);
  }
}
