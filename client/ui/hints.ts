// Hints for new players, each when its moment comes and never again once it was understood or long enough read: four about
// playing, and one for each kind of thing to pick up, when the first of it lies near.

import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import type { AnySession } from '../net/session.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import type { Bounce } from '../net/shownBolt.ts';
import { settings } from './settings.ts';

const HINTS = ['move', 'shoot', 'bank', 'guard'] as const;
/** Those about things to pick up carry the kind's id. */
export type HintName = (typeof HINTS)[number] | `pickup:${string}`;

/** Own shots after which banking is explained. */
const SHOTS_BEFORE_BANK = 3;
/** A hint that nobody follows goes away after so long. */
const LONGEST_MS = 12_000;
/** A hint about a thing that lies within so many units stays for so long, whether one takes it or not. */
const NEAR = 280;
const PICKUP_MS = 4500;
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
    if (Math.hypot(own.vx, own.vy) > MOVING) learnt('move');
    const next = HINTS.find((name) => !isSeen(name) && this.#due(name)) ?? this.#pickupHint();
    if (next !== this.#shown) {
      this.#shown = next;
      this.#sinceMs = nowMs;
    }
    const longest = next?.startsWith('pickup:') ? PICKUP_MS : LONGEST_MS;
    if (next && nowMs - this.#sinceMs > longest) learnt(next);
    return own.alive ? next : undefined;
  }

  onAct(did: number): void {
    if (did & DID.fire) {
      this.#shots++;
      learnt('shoot');
    }
    if (did & (DID.dash | DID.parry)) learnt('guard');
  }

  onBounce({ owner, level }: Bounce): void {
    if (owner === this.#session.me && level >= 2 && this.#shown === 'bank') learnt('bank');
  }

  onEvent(event: MatchEvent): void {
    const { me, map } = this.#session;
    if (event.type === 'hit' && event.slot === me) this.#wasHit = true;
    if (event.type !== 'pickup' || event.slot !== me) return;
    const taken = map.pickups[event.index];
    if (taken) learnt(`pickup:${taken.kind.id}`);
  }

  #due(name: HintName): boolean {
    if (name === 'bank') return this.#shots >= SHOTS_BEFORE_BANK;
    if (name === 'guard') return this.#wasHit;
    return true;
  }

  /** What lies near for the first time; one that is shown stays until it is read. */
  #pickupHint(): HintName | undefined {
    const { own, map, state, playing } = this.#session;
    if (this.#shown?.startsWith('pickup:') && !isSeen(this.#shown)) return this.#shown;
    if (!own || !playing) return undefined;
    const near = map.pickups.find(({ kind, x, y }, i) => {
      const there = state.tick >= (state.pickups[i] ?? 0);
      return there && !isSeen(`pickup:${kind.id}`) && Math.hypot(x - own.x, y - own.y) < NEAR;
    });
    return near && `pickup:${near.kind.id}`;
  }
}

/** A hint is not needed any more. */
export function learnt(name: HintName): void {
  const { hintsSeen } = settings.value;
  if (!isSeen(name)) settings.set({ hintsSeen: [...hintsSeen, name] });
}

const isSeen = (name: HintName): boolean => settings.value.hintsSeen.includes(name);
