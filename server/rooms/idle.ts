// Who holds a seat and does nothing: warned after a while, then the seat is another's.

import type { Command } from '#shared/sim/types.ts';
import { IDLE } from '#shared/tuning.ts';

export class IdleWatch {
  #aim = -1;
  #activeTick: number;

  /** The seat was taken at a tick. */
  constructor(tick: number) {
    this.#activeTick = tick;
  }

  /** Takes a command of the seat's holder. */
  saw({ mx, my, aim, buttons }: Command, tick: number): void {
    if (mx !== 0 || my !== 0 || buttons !== 0 || aim !== this.#aim) this.#activeTick = tick;
    this.#aim = aim;
  }

  /** Nothing is expected of anybody now. */
  excuse(tick: number): void {
    this.#activeTick = tick;
  }

  /** The tick at which the seat is lost if nothing happens, once it is time for a warning; else 0. */
  warning(tick: number): number {
    return tick - this.#activeTick >= IDLE.warnTicks ? this.#activeTick + IDLE.leaveTicks : 0;
  }
}
