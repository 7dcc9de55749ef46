// What each seat's holder has done in a match, for operators: shots, hits, parries.

import { BUTTON, type Command, type World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';

export class Deeds {
  readonly #shots = new Int32Array(MAX_PUCKS);
  readonly #hits = new Int32Array(MAX_PUCKS);
  readonly #pressed = new Int32Array(MAX_PUCKS);
  readonly #parried = new Int32Array(MAX_PUCKS);
  readonly #buttons = new Uint8Array(MAX_PUCKS);

  forget(slot: number): void {
    this.#shots[slot] = this.#hits[slot] = this.#pressed[slot] = this.#parried[slot] = this.#buttons[slot] = 0;
  }

  /** Takes a command of a slot that could parry or not, before the tick's events. */
  press(slot: number, { buttons }: Command): void {
    if (buttons & ~(this.#buttons[slot] as number) & BUTTON.parry) this.#pressed[slot] = (this.#pressed[slot] as number) + 1;
    this.#buttons[slot] = buttons;
  }

  /** Takes a tick, after its step. */
  observe({ events }: World): void {
    for (const event of events) {
      if (event.type === 'shot') this.#shots[event.slot] = (this.#shots[event.slot] as number) + 1;
      else if (event.type === 'parry') this.#parried[event.slot] = (this.#parried[event.slot] as number) + 1;
      else if (event.type === 'hit' && event.by >= 0 && event.by !== event.slot)
        this.#hits[event.by] = (this.#hits[event.by] as number) + 1;
    }
  }

  of(slot: number): { shots: number; hits: number; parryPresses: number; parries: number } {
    return {
      shots: this.#shots[slot] as number,
      hits: this.#hits[slot] as number,
      parryPresses: this.#pressed[slot] as number,
      parries: this.#parried[slot] as number,
    };
  }
}
