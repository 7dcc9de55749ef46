// How many of a player's waiting commands a tick takes. Commands are first in, first out, and not addressed by tick:
// taking all is a speed hack, taking one a tick never sheds a delay. So: one a tick; two while steps are owed, when
// the queue is long, or to trim a queue that never gets short; none while it is empty, and the puck is held for a
// few ticks, then it coasts on a neutral command. Either way the step is owed: its command is still on the way, and
// without making up for it the queue would stay as long as the stall was. But where commands only fall now to this
// side of a tick, now to that, one or two of them are let wait from then on (`spare`): so each runs as many ticks after
// it was made as the one before, which is what the screen that it was made at counts on. A token bucket bounds it
// all: no window of time holds more steps than its ticks plus `COMMANDS.bucketSteps`.

import { COMMANDS } from '#shared/tuning.ts';

/** Commands that are let wait at most. */
const MAX_SPARE = 2;
/** Nothing for more ticks than this is a stall; up to here it is the line's jitter, and another command is let wait. */
const JITTER_TICKS = 2;
/** One that was never needed in so many ticks is let go. */
const SPARE_TICKS = 600;

/** What a tick does with a queue, in this order: drop the oldest, take from the front, coast on a neutral command. */
export interface Plan {
  drop: number;
  take: number;
  coast: boolean;
}

export class CommandGate {
  readonly #plan: Plan = { drop: 0, take: 0, coast: false };
  #tokens: number = COMMANDS.bucketSteps;
  #held = 0;
  #owed = 0;
  #spare = 0;
  #shortest = Number.POSITIVE_INFINITY;
  #ticks = 0;
  #shortestOfLong = Number.POSITIVE_INFINITY;
  #longTicks = 0;

  /** Steps that the player may take beyond real time, 0 to 15. */
  get tokens(): number {
    return this.#tokens;
  }

  /** Commands that are let wait, so that there is always one when its tick comes. */
  get spare(): number {
    return this.#spare;
  }

  /** Plans one tick for a queue of `size` commands. The returned object is reused. */
  plan(size: number): Plan {
    const plan = this.#plan;
    this.#tokens = Math.min(COMMANDS.bucketSteps, this.#tokens + 1);
    plan.drop = 0;
    plan.coast = false;
    this.#watchSpare(size);
    plan.take = size === 0 ? this.#starve(plan) : this.#feed(plan, size);
    this.#tokens -= plan.take + (plan.coast ? 1 : 0);
    return plan;
  }

  /** Nothing came: hold, then coast. */
  #starve(plan: Plan): number {
    this.#shortest = 0;
    this.#owed = Math.min(COMMANDS.bucketSteps, this.#owed + 1);
    if (this.#held === 0) this.#spare++;
    else if (this.#held === JITTER_TICKS) this.#spare--;
    if (this.#held < COMMANDS.holdTicks) {
      this.#held++;
      return 0;
    }
    plan.coast = this.#tokens > 0;
    return 0;
  }

  #feed(plan: Plan, size: number): number {
    // Only tokens shorten a queue: what they can never work off came too late, its ticks were coasted. Just after
    // coasting that is certain; at other times a long queue may be a burst that is followed by nothing.
    const slack = this.#held === COMMANDS.holdTicks ? 1 : COMMANDS.longQueue;
    this.#held = 0;
    this.#spare = Math.min(MAX_SPARE, this.#spare);
    plan.drop = Math.max(0, size - this.#tokens - slack);
    const trim = this.#isTooLong(size - plan.drop);
    // What always stands in the queue and no token can take has to go.
    if (trim && this.#tokens < 2) plan.drop++;
    const waiting = size - plan.drop;
    const wantsTwo = trim || waiting > COMMANDS.longQueue || (this.#owed > 0 && waiting > 1 + this.#spare);
    const take = Math.min(wantsTwo ? 2 : 1, waiting, this.#tokens);
    if (take === 2 && this.#owed > 0) this.#owed--;
    return take;
  }

  /** Counts a tick; true when the queue was never short for so many. */
  #isTooLong(waiting: number): boolean {
    this.#shortest = Math.min(this.#shortest, waiting);
    let trim = false;
    if (++this.#ticks >= COMMANDS.trimTicks) {
      trim = this.#shortest > 1 + this.#spare;
      this.#ticks = 0;
      this.#shortest = Number.POSITIVE_INFINITY;
    }
    return trim;
  }

  /** Lets go what was never needed: without it there would have been a command each time all the same. */
  #watchSpare(size: number): void {
    this.#shortestOfLong = Math.min(this.#shortestOfLong, size);
    if (++this.#longTicks < SPARE_TICKS) return;
    if (this.#shortestOfLong > 1) this.#spare = Math.max(0, this.#spare - 1);
    this.#longTicks = 0;
    this.#shortestOfLong = Number.POSITIVE_INFINITY;
  }
}
