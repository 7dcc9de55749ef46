// Bots that keep seats warm: each steers the puck of a person who is away, in the tick's commands like anyone, so that a
// recording holds them too. They play as the room's bots do, but never better than a regular one.

import { Bot } from '#shared/bots/bot.ts';
import { LEVELS, type LevelId } from '#shared/bots/levels.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import type { World } from '#shared/sim/types.ts';

const BEST: LevelId = 'regular';
const ORDER = Object.keys(LEVELS) as LevelId[];

export class StandIns {
  readonly #bots = new Map<number, Bot>();

  /** A bot steers a seat from the coming tick on; `level` is that of the room's bots. */
  take(slot: number, seed: number, level: LevelId): void {
    const capped = ORDER.indexOf(level) > ORDER.indexOf(BEST) ? BEST : level;
    this.#bots.set(slot, new Bot(slot, seed, capped));
  }

  /** Its holder steers it again, or nobody sits there any more. */
  release(slot: number): void {
    this.#bots.delete(slot);
  }

  clear(): void {
    this.#bots.clear();
  }

  /** Adds their commands for the coming tick. */
  think(world: World, batch: CommandBatch): void {
    for (const bot of this.#bots.values()) batch.push(bot.slot, bot.think(world));
  }
}
