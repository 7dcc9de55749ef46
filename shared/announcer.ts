// What is worth an announcement beyond the bare events: first hit, kills in quick succession, sprees and their ends. It
// reads events and changes nothing; whoever runs a match feeds it and tells what it says.

import type { SimEvent } from './sim/types.ts';
import { MAX_PUCKS, TICK_HZ } from './tuning.ts';

/** In the wire's order. */
export const CALLS = ['firstHit', 'multi', 'spree', 'spreeEnded'] as const;
export type Call = (typeof CALLS)[number];

/** `count`: kills in a row (multi, spree), or of the spree that `slot` has ended. */
export interface CallEvent {
  type: 'call';
  tick: number;
  call: Call;
  slot: number;
  count: number;
}

/** The next kill within so many ticks belongs to the same row. */
const ROW_TICKS = 4 * TICK_HZ;
/** Kills without a death that make a spree, and every so many after it. */
const SPREE = 5;

export class Announcer {
  readonly #row = new Uint16Array(MAX_PUCKS);
  readonly #rowTick = new Float64Array(MAX_PUCKS);
  readonly #spree = new Uint16Array(MAX_PUCKS);
  #hit = false;

  /** Takes the events of a tick in which points were to be had. Returns what to announce, mostly nothing. */
  observe(events: readonly SimEvent[]): CallEvent[] {
    const calls: CallEvent[] = [];
    for (const event of events) {
      if (event.type === 'hit' && !this.#hit && event.by !== event.slot) {
        this.#hit = true;
        calls.push({ type: 'call', tick: event.tick, call: 'firstHit', slot: event.by, count: 1 });
      } else if (event.type === 'kill') {
        this.#kill(event.tick, event.slot, event.by, calls);
      }
    }
    return calls;
  }

  /** A seat's holder is another one. */
  forget(slot: number): void {
    this.#row[slot] = this.#spree[slot] = 0;
  }

  #kill(tick: number, victim: number, by: number, calls: CallEvent[]): void {
    const ended = this.#spree[victim] as number;
    this.forget(victim);
    if (by < 0 || by === victim) return;
    if (ended >= SPREE) calls.push({ type: 'call', tick, call: 'spreeEnded', slot: by, count: ended });
    const row = tick - (this.#rowTick[by] as number) <= ROW_TICKS ? (this.#row[by] as number) + 1 : 1;
    this.#row[by] = row;
    this.#rowTick[by] = tick;
    if (row >= 2) calls.push({ type: 'call', tick, call: 'multi', slot: by, count: row });
    const spree = (this.#spree[by] as number) + 1;
    this.#spree[by] = spree;
    if (spree % SPREE === 0) calls.push({ type: 'call', tick, call: 'spree', slot: by, count: spree });
  }
}
