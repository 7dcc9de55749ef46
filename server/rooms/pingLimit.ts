// The host's limit on how long a player's line may be: warned after a while above it, then the seat is another's. Nothing is
// compensated on the server, so this is the dial for how far apart the players of a room may be.

import type { World } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import type { Seats } from './seats.ts';

/** So long above the limit without a break, until the warning and until the seat is lost. */
export const PING_LIMIT = { warnTicks: 10 * TICK_HZ, leaveTicks: 20 * TICK_HZ } as const;

export class PingWatch {
  #since = -1;

  /** The line is `ms` long at a tick, 0 while that is not known. Returns the tick at which the seat is lost, once it is time for a warning; else 0. */
  saw(ms: number, limitMs: number, tick: number): number {
    if (ms <= limitMs) this.#since = -1;
    else if (this.#since < 0) this.#since = tick;
    return this.#since >= 0 && tick - this.#since >= PING_LIMIT.warnTicks ? this.#since + PING_LIMIT.leaveTicks : 0;
  }
}

/**
 * Once a second: `lineOf` a slot is its holder's round trip with what they let be added to it, in milliseconds. Tells `warn` of
 * each slot at which tick its holder loses it, 0 for never. Returns the sessions that lose theirs now. A limit of 0 is none.
 */
export function watchPing(
  seats: Seats,
  limitMs: number,
  { tick }: World,
  lineOf: (slot: number) => number,
  warn: (slot: number, tick: number) => void,
): string[] {
  if (limitMs === 0) return [];
  const gone: string[] = [];
  for (const [sessionId, { slot, ping }] of seats.entries()) {
    const leaves = ping.saw(lineOf(slot), limitMs, tick);
    warn(slot, leaves);
    if (leaves > 0 && tick >= leaves) gone.push(sessionId);
  }
  return gone;
}
