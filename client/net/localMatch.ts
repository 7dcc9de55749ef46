// A match of bots that runs in the page, for the menu's background: the real simulation, published into the real
// schema, so that a session cannot tell it from a server's.

import { Bot } from '#shared/bots/bot.ts';
import { BOT_NAMES } from '#shared/bots/names.ts';
import { ffa } from '#shared/modes/ffa.ts';
import { encodeEvents, MESSAGE } from '#shared/net/messages.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import { publish } from '#shared/net/wire.ts';
import { CommandBatch } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { World } from '#shared/sim/types.ts';
import { createWorld, joinPuck, stepWorld } from '#shared/sim/world.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS, TICK_MS } from '#shared/tuning.ts';
import type { CommandChannel, MatchSource } from './source.ts';

/** A longer sleep of the page is not made up for. */
const MAX_TICKS_A_FRAME = 5;

/** Nobody plays: commands go nowhere. */
const NO_COMMANDS: CommandChannel = { data: new CommandState(), send: () => 0, pendingCount: 0, lastProcessed: 0 };

export class LocalMatch implements MatchSource {
  readonly sessionId = 'local';
  readonly state = new MatchState();
  readonly clock = { smoothedRtt: () => 0, jitter: () => 0 };
  readonly #world: World;
  readonly #bots: Bot[];
  readonly #batch = new CommandBatch();
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  readonly #onState: (() => void)[] = [];
  readonly #onEvents: ((events: unknown) => void)[] = [];
  #events: number[][] = [];
  #lastMs = -1;
  #due = 0;

  /** `bots` of them play on a map; it never ends. */
  constructor(map: ArenaMap, bots: number, seed: number) {
    this.#world = createWorld({ map, seed, mode: ffa, timeLimitTicks: 2 ** 31, scoreLimit: 2 ** 15 });
    this.#bots = Array.from({ length: bots }, (_, slot) => {
      joinPuck(this.#world, { slot, name: BOT_NAMES[slot % BOT_NAMES.length] as string, bot: true, team: 0 });
      return new Bot(slot, seed + slot);
    });
    this.state.mode = ffa.id;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    publish(this.#world, this.state, this.#joinTicks);
  }

  input(): CommandChannel {
    return NO_COMMANDS;
  }

  onStateChange(listener: () => void): void {
    this.#onState.push(listener);
  }

  /** Never happens here. */
  onReconnect(): void {}

  onMessage<Payload>(type: string, listener: (payload: Payload) => void): void {
    if (type === MESSAGE.events) this.#onEvents.push(listener as (events: unknown) => void);
  }

  request(): Promise<unknown> {
    return Promise.reject(new Error('nobody to ask'));
  }

  /** Runs the ticks that are due at `nowMs`. */
  pump(nowMs: number): void {
    const elapsed = this.#lastMs < 0 ? 0 : nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    this.#due = Math.min(this.#due + elapsed / TICK_MS, MAX_TICKS_A_FRAME);
    for (; this.#due >= 1; this.#due--) this.#tick();
  }

  #tick(): void {
    const world = this.#world;
    this.#batch.clear();
    for (const bot of this.#bots) this.#batch.push(bot.slot, bot.think(world));
    stepWorld(world, this.#batch);
    encodeEvents(world.events, this.#events);
    if (world.tick % PATCH_EVERY_TICKS !== 0) return;
    publish(world, this.state, this.#joinTicks);
    for (const listener of this.#onState) listener();
    for (const listener of this.#onEvents) listener(this.#events);
    this.#events = [];
  }
}
