// The other pucks, brought forward to the present: stepped from the snapshot with their last known stick. When the next
// snapshot says otherwise the difference fades.

import { PuckReader } from '#shared/net/reader.ts';
import type { MatchState, PuckState } from '#shared/net/schema.ts';
import { neutralCommand } from '#shared/sim/commands.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import { stepPuck } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { ErrorOffset } from './errorOffset.ts';

/** A puck is brought forward so many ticks at most; farther is guessing. */
const MAX_AHEAD = 30;

export class Remote {
  readonly slot: number;
  /** As received. */
  readonly received: Puck;
  /** Brought forward to the tick after the present. */
  readonly next: Puck;
  /** Where it is at the tick before that. */
  readonly before = { x: 0, y: 0 };
  /** Shown place. */
  x = 0;
  y = 0;
  readonly error = new ErrorOffset();

  readonly #reader: PuckReader;
  readonly #map: ArenaMap;
  readonly #command = neutralCommand();
  #tick = 0;
  #receivedTick = 0;
  #fresh = false;

  constructor(from: PuckState, state: MatchState, slot: number, map: ArenaMap) {
    this.slot = slot;
    this.#map = map;
    this.#reader = new PuckReader(slot, map);
    this.received = this.#reader.read(from, state);
    this.next = { ...this.received };
    this.before.x = this.received.x;
    this.before.y = this.received.y;
    this.#tick = this.#receivedTick = state.tick;
    this.x = this.received.x;
    this.y = this.received.y;
  }

  /** A snapshot came. */
  snapshot(from: PuckState, state: MatchState): void {
    const { life } = this.received;
    this.#reader.read(from, state);
    this.#receivedTick = state.tick;
    this.#fresh = true;
    // A new life is elsewhere: nothing to glide from.
    if (this.received.life !== life) this.#restart();
  }

  /** Brings it to the shown tick `present`; `seconds` since the last call let the error fade. */
  advance(present: number, seconds: number): void {
    const whole = Math.floor(present);
    const target = Math.min(whole + 1, this.#receivedTick + MAX_AHEAD);
    const alpha = present - whole;
    this.error.fade(seconds);
    if (this.#fresh) {
      this.#stepTo(target);
      const { x, y } = this.#place(alpha);
      this.#restart();
      this.#stepTo(target);
      const now = this.#place(alpha);
      this.error.add(x - now.x, y - now.y);
      this.#fresh = false;
    } else {
      this.#stepTo(target);
    }
    const { x, y } = this.#place(alpha);
    this.x = x + this.error.x;
    this.y = y + this.error.y;
  }

  #restart(): void {
    Object.assign(this.next, this.received);
    this.before.x = this.received.x;
    this.before.y = this.received.y;
    this.#tick = this.#receivedTick;
  }

  #stepTo(tick: number): void {
    const command = this.#command;
    for (; this.#tick < tick; this.#tick++) {
      this.before.x = this.next.x;
      this.before.y = this.next.y;
      command.mx = this.next.mx;
      command.my = this.next.my;
      command.aim = this.next.aim;
      stepPuck(this.next, command, this.#map);
    }
  }

  #place(alpha: number): { x: number; y: number } {
    const { before, next } = this;
    return { x: before.x + (next.x - before.x) * alpha, y: before.y + (next.y - before.y) * alpha };
  }
}
