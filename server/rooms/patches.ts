// What goes out of a room: its match written into the state, a patch of that, and with it what has happened since the last one.

import type { Room } from '@colyseus/core';
import type { CallEvent } from '#shared/announcer.ts';
import { encodeEvents, MESSAGE } from '#shared/net/messages.ts';
import { Publisher } from '#shared/net/publisher.ts';
import type { MatchState } from '#shared/net/schema.ts';
import type { Match } from './match.ts';

export class Patches {
  readonly #room: Room;
  readonly #match: Match;
  readonly #publisher: Publisher;
  #events: number[][] = [];

  constructor(room: Room, state: MatchState, match: Match) {
    this.#room = room;
    this.#match = match;
    this.#publisher = new Publisher(state);
  }

  /** The events of a tick, and what is announced with them, go out with the next patch. */
  collect(calls: readonly CallEvent[]): void {
    encodeEvents(this.#match.world.events, this.#events);
    encodeEvents(calls, this.#events);
  }

  /** Sends what has changed, then what has happened. */
  send(): void {
    this.publish();
    this.#room.broadcastPatch();
    if (this.#events.length === 0) return;
    this.#room.broadcast(MESSAGE.events, this.#events);
    this.#events = [];
  }

  /** Writes the match into the state. */
  publish(): void {
    this.#publisher.publish(this.#match.world, this.#match.joinTicks);
  }

  /** The same between two patches: what receivers reckon from one patch to the next begins anew. */
  publishBetween(): void {
    this.publish();
    this.renewBases();
  }

  /** Somebody begins to read the state now. */
  renewBases(): void {
    this.#publisher.renewBases();
  }
}
