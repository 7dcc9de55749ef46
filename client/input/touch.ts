// Fingers: a stick appears where the left half is touched and steers, one in the right half aims and, when it is
// pushed out, fires. Plain numbers for whoever draws them.

import type { Buttons } from './buttons.ts';

/** CSS pixels from the stick's middle to its rim. */
export const STICK_RADIUS = 56;
/** Share of the way out below which a stick rests, and beyond which the right one fires. */
const REST = 0.15;
const FIRES = 0.55;

export interface TouchStick {
  /** Whether a finger is on it. */
  active: boolean;
  /** Where the finger came down, CSS pixels of the page. */
  originX: number;
  originY: number;
  /** -1 to 1, at most 1 long. */
  x: number;
  y: number;
}

const restingStick = (): TouchStick => ({ active: false, originX: 0, originY: 0, x: 0, y: 0 });

export class Touch {
  readonly move = restingStick();
  readonly aim = restingStick();
  readonly #fingers = new Map<number, TouchStick>();
  readonly #buttons: Buttons;
  /** Called when a finger comes, moves or goes. */
  onChange: (() => void) | undefined;

  /** Listens on the element until `signal` is aborted. */
  constructor(element: HTMLElement, buttons: Buttons, signal: AbortSignal) {
    this.#buttons = buttons;
    const up = (event: PointerEvent): void => this.#onUp(event);
    element.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    element.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    element.addEventListener('lostpointercapture', up, { signal });
  }

  /** Lets go of everything: fingers are not told of when the page loses focus. */
  clear(): void {
    this.#fingers.clear();
    for (const stick of [this.move, this.aim]) Object.assign(stick, restingStick());
    this.onChange?.();
  }

  #onDown(event: PointerEvent): void {
    if (event.pointerType !== 'touch') return;
    const stick = event.clientX < innerWidth / 2 ? this.move : this.aim;
    if (stick.active) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, stick);
    Object.assign(stick, { active: true, originX: event.clientX, originY: event.clientY, x: 0, y: 0 });
    this.onChange?.();
  }

  #onMove(event: PointerEvent): void {
    const stick = this.#fingers.get(event.pointerId);
    if (!stick) return;
    const x = (event.clientX - stick.originX) / STICK_RADIUS;
    const y = (event.clientY - stick.originY) / STICK_RADIUS;
    const length = Math.hypot(x, y);
    const share = length < REST ? 0 : Math.min(1, length) / length;
    stick.x = x * share;
    stick.y = y * share;
    if (stick === this.aim) this.#fire(length >= FIRES);
    this.onChange?.();
  }

  #onUp(event: PointerEvent): void {
    const stick = this.#fingers.get(event.pointerId);
    if (!stick) return;
    this.#fingers.delete(event.pointerId);
    Object.assign(stick, restingStick());
    if (stick === this.aim) this.#fire(false);
    this.onChange?.();
  }

  #fire(on: boolean): void {
    if (on) this.#buttons.press('fire');
    else this.#buttons.release('fire');
  }
}
