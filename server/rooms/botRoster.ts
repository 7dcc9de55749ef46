// The bots of a room: it keeps the seats filled up to a target and gives way to people.

import { Bot } from '#shared/bots/bot.ts';
import type { LevelId } from '#shared/bots/levels.ts';
import { BOT_NAMES } from '#shared/bots/names.ts';
import type { CommandBatch } from '#shared/sim/commands.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import type { World } from '#shared/sim/types.ts';

export class BotRoster {
  readonly #bots = new Map<number, Bot>();
  #level: LevelId;

  /** All of them play at one level. */
  constructor(level: LevelId) {
    this.#level = level;
  }

  /** All play at another level from now on: others take their seats over. */
  setLevel(level: LevelId, newSeed: () => number): void {
    this.#level = level;
    for (const slot of this.#bots.keys()) this.#bots.set(slot, new Bot(slot, newSeed(), level));
  }

  /** Bots on the seats of a side, out of so many sides. */
  countOf(side: number, sides: number): number {
    let count = 0;
    for (const slot of this.#bots.keys()) if (seatTeam(slot, sides) === side) count++;
    return count;
  }

  /** Puts a bot on a seat. Returns the name it goes by. */
  add(slot: number, seed: number): string {
    this.#bots.set(slot, new Bot(slot, seed, this.#level));
    return BOT_NAMES[slot % BOT_NAMES.length] as string;
  }

  /** Takes the bot of a side's highest seat away. Returns that seat, -1 when there is none. */
  removeLast(side: number, sides: number): number {
    const slot = Math.max(-1, ...[...this.#bots.keys()].filter((taken) => seatTeam(taken, sides) === side));
    this.#bots.delete(slot);
    return slot;
  }

  /** Adds each bot's command for the coming tick. */
  think(world: World, batch: CommandBatch): void {
    for (const bot of this.#bots.values()) batch.push(bot.slot, bot.think(world));
  }
}
