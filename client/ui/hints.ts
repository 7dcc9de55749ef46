// Four hints for new players, each when its moment comes and never again once it was understood or long enough read.

import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import type { Bounce } from '../net/flights.ts';
import type { AnySession, SessionListener } from '../net/session.ts';
import { settings } from './settings.ts';

export const HINTS = ['move', 'shoot', 'bank', 'guard'] as const;
export type HintName = (typeof HINTS)[number];

/** Own shots after which banking is explained. */
const SHOTS_BEFORE_BANK = 3;
/** A hint that nobody follows goes away after so long. */
const LONGEST_MS = 12_000;
/** u/s above which a puck has been steered. */
const MOVING = 100;

export class Hints implements SessionListener {
  readonly #session: AnySession;
  #shots = 0;
  #wasHit = false;
  #shown: HintName | undefined;
  #sinceMs = 0;

  constructor(session: AnySession) {
    this.#session = session;
  }

  /** The hint to show now, if any. */
  current(nowMs: number): HintName | undefined {
    const { own, me, phase } = this.#session;
    if (me < 0 || !own || phase === 'results') return undefined;
    if (Math.hypot(own.vx, own.vy) > MOVING) this.#learnt('move');
    const next = HINTS.find((name) => !settings.value.hintsSeen.includes(name) && this.#due(name));
    if (next !== this.#shown) {
      this.#shown = next;
      this.#sinceMs = nowMs;
    }
    if (next && nowMs - this.#sinceMs > LONGEST_MS) this.#learnt(next);
    return own.alive ? next : undefined;
  }

  onAct(did: number): void {
    if (did & DID.fire) {
      this.#shots++;
      this.#learnt('shoot');
    }
    if (did & (DID.dash | DID.parry)) this.#learnt('guard');
  }

  onBounce({ owner, level }: Bounce): void {
    if (owner === this.#session.me && level >= 2 && this.#shown === 'bank') this.#learnt('bank');
  }

  onEvent(event: MatchEvent): void {
    if (event.type === 'hit' && event.slot === this.#session.me) this.#wasHit = true;
  }

  #due(name: HintName): boolean {
    if (name === 'bank') return this.#shots >= SHOTS_BEFORE_BANK;
    if (name === 'guard') return this.#wasHit;
    return true;
  }

  #learnt(name: HintName): void {
    const { hintsSeen } = settings.value;
    if (!hintsSeen.includes(name)) settings.set({ hintsSeen: [...hintsSeen, name] });
  }
}
