// Command queues at the server, and how soon one is as short as before after its line stood still.

import { TICK_HZ, TICK_MS } from '#shared/tuning.ts';
import type { Figures } from '../support/measure.ts';
import { spread } from './figures.ts';
import type { LabPlayer } from './player.ts';
import type { Truth } from './truth.ts';

/** So many commands more than was usual for the player are a queue that is not back to normal. */
const SLACK = 1;
/** What is usual in a second: not exceeded in this share of its ticks. A single command more now and then is no queue. */
const USUAL_SHARE = 0.9;
/** Whoever is not back by then never is. */
const WATCHED_TICKS = 150;

interface Stall {
  slot: number;
  fromTick: number;
  toTick: number;
}

export class Queues {
  /** Waiting commands after a tick, of every player and tick. */
  readonly lengths: number[] = [];
  readonly stalls: Stall[] = [];
  readonly #truth: Truth;
  readonly #players: readonly LabPlayer[];
  readonly #bySlot = new Map<number, number[]>();

  constructor(truth: Truth, players: readonly LabPlayer[]) {
    this.#truth = truth;
    this.#players = players;
    for (const { line, session } of players) {
      this.#bySlot.set(session.me, []);
      line.onStall = (ms) => {
        const { tick } = truth;
        this.stalls.push({ slot: session.me, fromTick: tick, toTick: tick + Math.round(ms / TICK_MS) });
      };
    }
  }

  /** A tick was stepped. */
  tick(): void {
    for (const { session } of this.#players) {
      const length = this.#truth.queues[session.me] ?? 0;
      this.lengths.push(length);
      const lengths = this.#bySlot.get(session.me);
      if (lengths) lengths[this.#truth.tick] = length;
    }
  }

  /** Milliseconds from the end of each stall until the queue is as short as it was, and in the second from then on too; nothing when no line stalled. */
  recoveryFigures(): Figures {
    const times = this.stalls.map((stall) => this.#recovery(stall));
    return times.length === 0 ? {} : { ...spread('queue.recovery.ms', times), 'queue.recovery.ms.max': Math.max(...times) };
  }

  #recovery({ slot, fromTick, toTick }: Stall): number {
    const lengths = this.#bySlot.get(slot) ?? [];
    const usual = usualLength(lengths, fromTick - TICK_HZ) + SLACK;
    let tick = toTick;
    while (tick < toTick + WATCHED_TICKS && ((lengths[tick] ?? 0) > usual || usualLength(lengths, tick) > usual)) tick++;
    return (tick - toTick) * TICK_MS;
  }
}

/** What is usual in the second from a tick on. */
function usualLength(lengths: readonly number[], fromTick: number): number {
  const second = lengths.slice(fromTick, fromTick + TICK_HZ).sort((a, b) => a - b);
  return second[Math.floor(second.length * USUAL_SHARE)] ?? 0;
}
