// The bank shot that a match is remembered by: its kill with the most bounces, with the way of the bolt.

import type { MatchEvent } from '#shared/net/messages.ts';
import type { AnySession } from '../net/session.ts';
import { wayOf } from './ways.ts';

export interface BankShot {
  by: number;
  /** The name comes along: a seat may be another's by the end. */
  name: string;
  bounces: number;
  /** x and y of the muzzle, of each contact, of the end. */
  way: number[];
}

export class BestBank {
  readonly #session: AnySession;
  #best: BankShot | undefined;

  constructor(session: AnySession) {
    this.#session = session;
  }

  /** Of the running match, or of the one that has just ended; undefined while nobody banked. */
  get best(): BankShot | undefined {
    return this.#best;
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'phase' && (event.phase === 'countdown' || event.phase === 'live')) this.forget();
    if (event.type !== 'kill' || event.own || event.by < 0 || event.bounces <= (this.#best?.bounces ?? 0)) return;
    const { flights, map, state } = this.#session;
    const shown = flights.all().find(({ bolt }) => bolt.slot === event.bolt);
    if (!shown) return;
    const way = wayOf(shown.bolt, map, shown.bolt.spawnTick, event.tick);
    this.#best = { by: event.by, name: state.pucks[event.by]?.name ?? '', bounces: event.bounces, way };
  }

  /** Another match. */
  forget(): void {
    this.#best = undefined;
  }
}
