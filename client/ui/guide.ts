// The guided start of practice: five things to do, each ticked off by doing it. Until then the bots are as harmless as
// that allows.

import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import type { AnySession } from '../net/session.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import type { Bounce } from '../net/shownBolt.ts';
import { learnt } from './hints.ts';

export const STEPS = ['move', 'shoot', 'bank', 'dash', 'parry'] as const;
export type Step = (typeof STEPS)[number];

/** Who is there to practise with. */
export interface Company {
  /** Bots come until there are so many; all of them shoot, or none does. */
  invite(bots: number, armed: boolean): void;
}

/** Bots during the guide, and after it. */
const FEW = 1;
const ALL = 3;
/** u/s above which a puck has been steered. */
const MOVING = 100;
/** Level from which a bolt was clearly banked. */
const BANKED = 2;

export class Guide implements SessionListener {
  readonly #session: AnySession;
  readonly #company: Company;
  readonly #done = new Set<Step>();
  #open = true;

  constructor(session: AnySession, company: Company) {
    this.#session = session;
    this.#company = company;
    this.#invite();
  }

  /** Whether it is still to be seen. */
  get open(): boolean {
    return this.#open;
  }

  /** What is to be done now; nothing once all was done. */
  get current(): Step | undefined {
    return STEPS.find((step) => !this.#done.has(step));
  }

  has(step: Step): boolean {
    return this.#done.has(step);
  }

  /** It is not wanted any more: all bots come, and shoot. */
  close(): void {
    this.#open = false;
    this.#invite();
  }

  /** To be called now and then: nobody tells of movement. */
  look(): void {
    const { own } = this.#session;
    if (own && Math.hypot(own.vx, own.vy) > MOVING) this.#tick('move');
  }

  onAct(did: number): void {
    if (did & DID.fire) this.#tick('shoot');
    if (did & DID.dash) this.#tick('dash');
  }

  onBounce({ owner, level }: Bounce): void {
    if (owner === this.#session.me && level >= BANKED) this.#bank();
  }

  onEvent(event: MatchEvent): void {
    const { me } = this.#session;
    if (event.type === 'hit' && event.by === me && event.slot !== me && event.level > 0) this.#bank();
    if (event.type === 'parry' && event.slot === me) this.#tick('parry');
  }

  /** Any shot bounces sooner or later: it counts once it was asked for. */
  #bank(): void {
    if (this.#done.has('shoot')) this.#tick('bank');
  }

  #tick(step: Step): void {
    if (this.#done.has(step)) return;
    this.#done.add(step);
    learnt(step === 'dash' || step === 'parry' ? 'guard' : step);
    this.#invite();
  }

  /** Nobody shoots until there is something to be learnt from it. */
  #invite(): void {
    const { current } = this;
    const done = !this.#open || current === undefined;
    this.#company.invite(done ? ALL : FEW, done || current === 'parry');
  }
}
