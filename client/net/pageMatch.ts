// A match that runs in the page, as a source: its world, what is published of it, and who listens. What goes over a wire,
// and when, is what the kinds of it differ in.

import { ffa } from '#shared/modes/ffa.ts';
import type { Said } from '#shared/net/emotes.ts';
import { MESSAGE } from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import type { MatchState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { MAX_PUCKS, PATCH_EVERY_TICKS } from '#shared/tuning.ts';
import { LocalWorld } from './localWorld.ts';

/** Slot of the only person in it. */
const SPEAKER = 0;

export class PageMatch {
  protected readonly local: LocalWorld;
  /** World tick at which each seat was filled. */
  protected readonly joinTicks = new Uint32Array(MAX_PUCKS);
  readonly #publisher: Publisher;
  readonly #onState: (() => void)[] = [];
  readonly #onEvents: ((events: unknown) => void)[] = [];
  readonly #onSaid: ((said: unknown) => void)[] = [];

  /** A match on a map that never ends, published into `state`. */
  constructor(map: ArenaMap, seed: number, state: MatchState, mode: Mode = ffa) {
    this.local = new LocalWorld({ map, seed, mode, timeLimitTicks: 2 ** 31, scoreLimit: 2 ** 15 });
    this.#publisher = new Publisher(state);
    state.mode = mode.id;
    state.map = map.id;
    state.mapHash = map.hash;
  }

  onStateChange(listener: () => void): void {
    this.#onState.push(listener);
  }

  /** Never happens here. */
  onDrop(): void {}

  onMessage<Payload>(type: string, listener: (payload: Payload) => void): void {
    if (type === MESSAGE.events) this.#onEvents.push(listener as (events: unknown) => void);
    if (type === MESSAGE.emote) this.#onSaid.push(listener as (said: unknown) => void);
  }

  /** There is nobody to ask for anything, but one may talk to oneself. */
  request(type: string, payload?: unknown): Promise<unknown> {
    if (type !== MESSAGE.emote) return Promise.reject(new Error('nobody to ask'));
    const said: Said = [SPEAKER, Number(payload)];
    for (const listener of this.#onSaid) listener(said);
    return Promise.resolve();
  }

  protected publish(): void {
    this.#publisher.publish(this.local.world, this.joinTicks);
  }

  /** Publishes at the end of a tick, if it is one of a patch. Returns whether it was. */
  protected publishPatch(): boolean {
    if (this.local.world.tick % PATCH_EVERY_TICKS !== 0) return false;
    this.publish();
    return true;
  }

  /** The state has changed, then these events have happened. */
  protected tell(events: number[][]): void {
    for (const listener of this.#onState) listener();
    for (const listener of this.#onEvents) listener(events);
  }
}
