// Who runs a room: whoever opened it, then whom they hand it to, or who has been there the longest.

import type { HostState } from '#shared/net/schema.ts';

export class Hosting {
  readonly #state: HostState;
  readonly #hosted: boolean;
  /** Sessions in the order in which they came. */
  readonly #present = new Set<string>();

  /** Without `hosted` the room has nobody who runs it. */
  constructor(state: HostState, hosted: boolean) {
    this.#state = state;
    this.#hosted = hosted;
  }

  /** Whether somebody runs the room. */
  get hasHost(): boolean {
    return this.#state.session !== '';
  }

  isHost(sessionId: string): boolean {
    return this.#state.session === sessionId && sessionId !== '';
  }

  isPresent(sessionId: string): boolean {
    return this.#present.has(sessionId);
  }

  /** Somebody is here from now on; who drops and returns never left. */
  came(sessionId: string): void {
    this.#present.add(sessionId);
    if (this.#hosted && !this.hasHost) this.#state.session = sessionId;
  }

  /** Somebody is gone for good. `plays` tells who has a seat: they come before those who watch. */
  left(sessionId: string, plays: (sessionId: string) => boolean): void {
    this.#present.delete(sessionId);
    if (!this.isHost(sessionId)) return;
    const rest = [...this.#present];
    this.#state.session = rest.find(plays) ?? rest[0] ?? '';
  }

  /** Hands the room to somebody who is here. */
  handTo(sessionId: string): void {
    if (this.#present.has(sessionId)) this.#state.session = sessionId;
  }

  /** A person goes on with another session: the place in the order and the room stay theirs. */
  renamed(before: string, sessionId: string): void {
    const order = [...this.#present].map((present) => (present === before ? sessionId : present));
    this.#present.clear();
    for (const present of order) this.#present.add(present);
    if (this.#state.session === before) this.#state.session = sessionId;
  }
}
