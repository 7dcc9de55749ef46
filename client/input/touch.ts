// Fingers: a stick appears where one half of the arena is touched and steers, one in the other half aims and, when it is
// pushed out, fires. Plain numbers for whoever draws them.

import { controlSettings, type TouchSize } from './bindings.ts';
import type { Buttons } from './buttons.ts';
import { readStick, type Stick } from './stickCurve.ts';

/** CSS pixels from the stick's middle to its rim. */
export const STICK_RADIUS: Record<TouchSize, number> = { small: 46, medium: 56, large: 70 };
/** Share of the way out beyond which the aiming one fires, and below which it stops. */
const FIRES = 0.55;
const STOPS = 0.45;

export interface TouchStick extends Stick {
  /** Whether a finger is on it. */
  active: boolean;
  /** Where its middle is, CSS pixels of the page. */
  originX: number;
  originY: number;
  /** Where its knob is, as a share of the radius. */
  knobX: number;
  knobY: number;
}

const restingStick = (): TouchStick => ({ active: false, originX: 0, originY: 0, knobX: 0, knobY: 0, x: 0, y: 0 });

export class Touch {
  readonly move = restingStick();
  readonly aim = restingStick();
  readonly #fingers = new Map<number, TouchStick>();
  readonly #buttons: Buttons;
  #firing = false;
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
    this.#fire(false);
    this.onChange?.();
  }

  #onDown(event: PointerEvent): void {
    if (event.pointerType !== 'touch') return;
    const stick = event.clientX < innerWidth / 2 === controlSettings.value.leftHanded ? this.aim : this.move;
    if (stick.active) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, stick);
    Object.assign(stick, restingStick(), { active: true, originX: event.clientX, originY: event.clientY });
    this.onChange?.();
  }

  #onMove(event: PointerEvent): void {
    const stick = this.#fingers.get(event.pointerId);
    if (!stick) return;
    const { touchSize, deadZone } = controlSettings.value;
    const x = (event.clientX - stick.originX) / STICK_RADIUS[touchSize];
    const y = (event.clientY - stick.originY) / STICK_RADIUS[touchSize];
    const length = Math.hypot(x, y);
    const shown = length > 1 ? 1 / length : 1;
    stick.knobX = x * shown;
    stick.knobY = y * shown;
    readStick(stick, x, y, deadZone);
    if (stick === this.aim) this.#fire(length >= (this.#firing ? STOPS : FIRES));
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
    if (on === this.#firing) return;
    this.#firing = on;
    if (on) this.#buttons.press('fire');
    else this.#buttons.release('fire');
  }
}
