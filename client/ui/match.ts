// A match as a person has it: the session, the controls, and all who listen to what happens in it.

import type { SimEvent } from '#shared/sim/types.ts';
import { Controls } from '../input/controls.ts';
import type { Bounce } from '../net/flights.ts';
import type { MatchSession, SessionListener } from '../net/session.ts';

export class Match {
  readonly session: MatchSession;
  readonly controls: Controls;
  readonly #listeners = new Set<SessionListener>();

  /** `element` is what the arena is drawn in. */
  constructor(session: MatchSession, element: HTMLElement) {
    this.session = session;
    this.controls = new Controls(element);
    session.listener = {
      onEvent: (event: SimEvent) => {
        for (const listener of this.#listeners) listener.onEvent?.(event);
      },
      onBounce: (bounce: Bounce) => {
        for (const listener of this.#listeners) listener.onBounce?.(bounce);
      },
      onAct: (did: number) => {
        for (const listener of this.#listeners) listener.onAct?.(did);
      },
    };
  }

  /** Adds a listener. Returns what takes it away. */
  listen(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The name of a seat's holder. */
  nameOf(slot: number): string {
    return this.session.state.pucks[slot]?.name ?? '';
  }

  dispose(): void {
    this.controls.dispose();
    this.#listeners.clear();
    this.session.listener = {};
  }
}
