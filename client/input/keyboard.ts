// Keys: a stick of four keys, and buttons. By their place on the keyboard, so WASD is there on every layout.

import type { ButtonName, Buttons } from './buttons.ts';

const STICK: Record<string, readonly [number, number]> = {
  KeyW: [0, -1],
  ArrowUp: [0, -1],
  KeyS: [0, 1],
  ArrowDown: [0, 1],
  KeyA: [-1, 0],
  ArrowLeft: [-1, 0],
  KeyD: [1, 0],
  ArrowRight: [1, 0],
};
const KEYS: Record<string, ButtonName> = { Space: 'dash', ShiftLeft: 'dash', ShiftRight: 'dash', KeyE: 'parry' };

/** Whether keys belong to something else: a field that is typed in, a button that is to be pressed. */
function taken(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.matches('input, textarea, select, button, a');
}

export class Keyboard {
  readonly #down = new Set<string>();
  readonly #buttons: Buttons;

  /** Listens until `signal` is aborted. */
  constructor(buttons: Buttons, signal: AbortSignal) {
    this.#buttons = buttons;
    addEventListener('keydown', (event) => this.#onDown(event), { signal });
    addEventListener('keyup', (event) => this.#onUp(event), { signal });
  }

  /** The stick's direction, -1, 0 or 1 each way. */
  get stick(): { x: number; y: number } {
    let x = 0;
    let y = 0;
    for (const code of this.#down) {
      const way = STICK[code];
      if (way) {
        x += way[0];
        y += way[1];
      }
    }
    return { x: Math.sign(x), y: Math.sign(y) };
  }

  clear(): void {
    this.#down.clear();
  }

  #onDown(event: KeyboardEvent): void {
    if (taken(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = KEYS[event.code];
    if (!button && !STICK[event.code]) return;
    // Space and arrows would scroll or press a focused button.
    event.preventDefault();
    if (event.repeat) return;
    this.#down.add(event.code);
    if (button) this.#buttons.press(button);
  }

  #onUp(event: KeyboardEvent): void {
    this.#down.delete(event.code);
    const button = KEYS[event.code];
    if (button && !this.#isDown(button)) this.#buttons.release(button);
  }

  #isDown(button: ButtonName): boolean {
    for (const code of this.#down) if (KEYS[code] === button) return true;
    return false;
  }
}
