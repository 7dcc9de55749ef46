// A match that runs in the page: the real simulation with bots, a tick at a time, for the menu's background and for
// practice.

import { Announcer } from '#shared/announcer.ts';
import { Bot } from '#shared/bots/bot.ts';
import type { LevelId } from '#shared/bots/levels.ts';
import { BOT_NAMES } from '#shared/bots/names.ts';
import { encodeEvents } from '#shared/net/messages.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import { BUTTON, type World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld, type WorldSettings } from '#shared/sim/world.ts';
import { TICK_MS } from '#shared/tuning.ts';

/** A longer sleep of the page is not made up for. */
const MAX_TICKS_A_FRAME = 5;

export class LocalWorld {
  readonly world: World;
  /** Whether the bots shoot. */
  armed = true;
  readonly #bots: Bot[] = [];
  readonly #batch = new CommandBatch();
  readonly #announcer = new Announcer();
  #events: number[][] = [];
  #lastMs = -1;
  #due = 0;

  constructor(settings: WorldSettings) {
    this.world = createWorld(settings);
  }

  /** Puts a bot on a seat. */
  addBot(slot: number, level?: LevelId): void {
    const name = BOT_NAMES[slot % BOT_NAMES.length] as string;
    joinPuck(this.world, { slot, name, bot: true, team: seatTeam(slot, this.world.mode.teams) });
    this.#bots.push(new Bot(slot, this.world.rng + slot, level));
  }

  /** Runs the ticks that are due at `nowMs`: `command` may add to each one's commands, `after` sees its end. */
  run(nowMs: number, command: (batch: CommandBatch) => void, after: () => void): void {
    const elapsed = this.#lastMs < 0 ? 0 : nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    this.#due = Math.min(this.#due + elapsed / TICK_MS, MAX_TICKS_A_FRAME);
    for (; this.#due >= 1; this.#due--) {
      this.#tick(command);
      after();
    }
  }

  /** Takes the events since the last call, as the wire has them. */
  takeEvents(): number[][] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #tick(command: (batch: CommandBatch) => void): void {
    const { world } = this;
    this.#batch.clear();
    command(this.#batch);
    for (const bot of this.#bots) {
      const thought = bot.think(world);
      if (!this.armed) thought.buttons &= ~BUTTON.fire;
      this.#batch.push(bot.slot, thought);
    }
    stepWorld(world, this.#batch);
    encodeEvents(world.events, this.#events);
    encodeEvents(this.#announcer.observe(world.events), this.#events);
  }
}
