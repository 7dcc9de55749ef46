// Who holds a seat and does nothing: warned after a while, then the seat is another's.

import type { Command, World } from '#shared/sim/types.ts';
import { IDLE, TICK_HZ } from '#shared/tuning.ts';
import type { Seats } from './seats.ts';

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

  /** For so many ticks up to now there was nothing that the holder could have done. */
  pause(ticks: number, tick: number): void {
    this.#activeTick = Math.min(tick, this.#activeTick + ticks);
  }

  /** The tick at which the seat is lost if nothing happens, once it is time for a warning; else 0. */
  warning(tick: number): number {
    return tick - this.#activeTick >= IDLE.warnTicks ? this.#activeTick + IDLE.leaveTicks : 0;
  }
}

/**
 * Once a second: tells `warn` of each slot at which tick its idle holder loses it, 0 for never. Returns the sessions that
 * lose theirs now. While nobody plays all are excused, and the dead have nothing to do but wait.
 */
export function watchIdle(seats: Seats, { tick, phase, pucks }: World, warn: (slot: number, tick: number) => void): string[] {
  const gone: string[] = [];
  for (const [sessionId, { slot, idle }] of seats.entries()) {
    if (phase === 'waiting') idle.excuse(tick);
    else if (!pucks[slot]?.alive) idle.pause(TICK_HZ, tick);
    const warning = idle.warning(tick);
    warn(slot, warning);
    if (warning > 0 && tick >= warning) gone.push(sessionId);
  }
  return gone;
}
