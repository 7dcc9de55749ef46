// A match as a person has it: the session, the controls, and all who listen to what happens in it.

import type { SimEvent } from '#shared/sim/types.ts';
import { Controls } from '../input/controls.ts';
import type { Bounce } from '../net/flights.ts';
import type { MatchSession, SessionListener } from '../net/session.ts';
import type { MatchSource } from '../net/source.ts';
import { Hints } from './hints.ts';
import { MatchLog } from './matchLog.ts';
import { Spectator } from './spectator.ts';

export class Match {
  readonly session: MatchSession<MatchSource>;
  /** Whom one sees the match through while one has no puck. */
  readonly spectator: Spectator;
  readonly controls: Controls;
  readonly log: MatchLog;
  readonly hints: Hints;
  readonly #listeners = new Set<SessionListener>();

  /** `element` is what the arena is drawn in; `watching` the slot that a spectator follows, -1 for anyone. */
  constructor(session: MatchSession<MatchSource>, element: HTMLElement, watching: number) {
    this.session = session;
    this.spectator = new Spectator(watching);
    this.controls = new Controls(element);
    this.log = new MatchLog(session);
    this.hints = new Hints(session);
    this.listen(this.log);
    this.listen(this.hints);
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
