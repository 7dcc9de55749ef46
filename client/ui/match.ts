// A match as a person has it: the session, the controls, and all who listen to what happens in it.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Sounds } from '../audio/sounds.ts';
import { Controls } from '../input/controls.ts';
import type { Bounce, ShownBolt } from '../net/flights.ts';
import type { AnySession, SessionListener } from '../net/session.ts';
import { Hints } from './hints.ts';
import { MatchLog } from './matchLog.ts';
import { Spectator } from './spectator.ts';

export class Match {
  readonly session: AnySession;
  /** Whom one sees the match through while one has no puck. */
  readonly spectator: Spectator;
  readonly controls: Controls;
  readonly log: MatchLog;
  readonly hints: Hints;
  #disposed = false;
  #sounds: Sounds | undefined;
  readonly #listeners = new Set<SessionListener>();

  /** `element` is what the arena is drawn in; `watching` the slot that a spectator follows, -1 for anyone. */
  constructor(session: AnySession, element: HTMLElement, watching: number) {
    this.session = session;
    this.spectator = new Spectator(watching);
    this.controls = new Controls(element);
    this.log = new MatchLog(session);
    this.hints = new Hints(session);
    this.listen(this.log);
    this.listen(this.hints);
    session.listener = {
      onEvent: (event: MatchEvent) => {
        for (const listener of this.#listeners) listener.onEvent?.(event);
      },
      onBounce: (bounce: Bounce) => {
        for (const listener of this.#listeners) listener.onBounce?.(bounce);
      },
      onAct: (did: number) => {
        for (const listener of this.#listeners) listener.onAct?.(did);
      },
      onMap: (map: ArenaMap) => {
        for (const listener of this.#listeners) listener.onMap?.(map);
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

  /** A flight is seen for the first time. */
  onShot(shown: ShownBolt): void {
    this.#sounds?.onShot(shown);
  }

  dispose(): void {
    this.#disposed = true;
    this.#sounds?.dispose();
    this.controls.dispose();
    this.#listeners.clear();
    this.session.listener = {};
  }

  /** Lets the match be heard; it is silent before. To be called once a key or a button was pressed. */
  async loadSounds(): Promise<void> {
    const { Sounds } = await import('../audio/sounds.ts');
    if (this.#disposed) return;
    this.#sounds = new Sounds(this.session);
    this.listen(this.#sounds);
  }
}
