// A match of bots that runs in the page, for the menu's background: published into the real schema, so that a session
// cannot tell it from a server's.

import { ffa } from '#shared/modes/ffa.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import { CommandState, MatchState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS } from '#shared/tuning.ts';
import { LocalWorld } from './localWorld.ts';
import type { CommandChannel, MatchSource } from './source.ts';

/** Nobody plays: commands go nowhere. */
const NO_COMMANDS: CommandChannel = { data: new CommandState(), send: () => 0, pendingCount: 0, lastProcessed: 0 };
const nothing = (): void => {};

export class LocalMatch implements MatchSource {
  readonly sessionId = 'local';
  readonly state = new MatchState();
  readonly clock = { smoothedRtt: () => 0, jitter: () => 0 };
  readonly #local: LocalWorld;
  readonly #publisher = new Publisher(this.state);
  readonly #joinTicks = new Uint32Array(MAX_PUCKS);
  readonly #onState: (() => void)[] = [];
  readonly #onEvents: ((events: unknown) => void)[] = [];

  /** `bots` of them play on a map; it never ends. */
  constructor(map: ArenaMap, bots: number, seed: number) {
    this.#local = new LocalWorld({ map, seed, mode: ffa, timeLimitTicks: 2 ** 31, scoreLimit: 2 ** 15 });
    for (let slot = 0; slot < bots; slot++) this.#local.addBot(slot);
    this.state.mode = ffa.id;
    this.state.map = map.id;
    this.state.mapHash = map.hash;
    this.#publisher.publish(this.#local.world, this.#joinTicks);
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

  pump(nowMs: number): void {
    this.#local.run(nowMs, nothing, () => this.#publish());
  }

  #publish(): void {
    const { world } = this.#local;
    if (world.tick % PATCH_EVERY_TICKS !== 0) return;
    this.#publisher.publish(world, this.#joinTicks);
    for (const listener of this.#onState) listener();
    const events = this.#local.takeEvents();
    for (const listener of this.#onEvents) listener(events);
  }
}
