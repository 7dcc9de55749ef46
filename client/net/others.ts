// All pucks but one's own, seat by seat: who comes, who goes, and what each snapshot says of them.

import type { MatchState, PuckState } from '#shared/net/schema.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { Remote } from './remotes.ts';

export class Others {
  readonly #remotes = new Map<number, Remote>();

  /** A snapshot came: what it says of the puck in a slot. */
  snapshot(from: PuckState, state: MatchState, slot: number, map: ArenaMap): void {
    const known = this.#remotes.get(slot);
    if (known) known.snapshot(from, state);
    else this.#remotes.set(slot, new Remote(from, state, slot, map));
  }

  /** A slot has no puck any more, or is one's own. */
  forget(slot: number): void {
    this.#remotes.delete(slot);
  }

  /** What was known is worth nothing any more. */
  clear(): void {
    this.#remotes.clear();
  }

  /** Brings all to a tick, `seconds` after the last call. Returns them. */
  advance(at: number, seconds: number): Iterable<Remote> {
    for (const remote of this.#remotes.values()) remote.advance(at, seconds);
    return this.#remotes.values();
  }
}
