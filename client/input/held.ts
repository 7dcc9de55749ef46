// What is held down, whatever the device: codes become the actions that they are bound to, those become a stick, buttons
// of commands, and words to whoever listens.

import { type Action, buttonOf } from './actions.ts';
import { actionsOf } from './bindings.ts';
import type { Buttons } from './buttons.ts';

/** Told of each action that begins or ends. Returns whether it was meant for the listener. */
export type ActionListener = (action: Action, down: boolean) => boolean;

const DIAGONAL = Math.SQRT1_2;

export class Held {
  /** By code, the actions that it began: it ends the same ones, also when it was bound anew meanwhile. */
  readonly #down = new Map<string, readonly Action[]>();
  readonly #buttons: Buttons;
  readonly listeners = new Set<ActionListener>();

  constructor(buttons: Buttons) {
    this.#buttons = buttons;
  }

  /**
   * Something is pressed. With `playing` it also steers and acts; one that only repeats was pressed before, perhaps while a menu
   * was up: it steers, but does nothing else. Returns whether anything came of it.
   */
  press(code: string, playing: boolean, repeats = false): boolean {
    if (this.#down.has(code)) return true;
    const actions = actionsOf(code).filter((action) => {
      if (repeats) return playing && isWay(action);
      const heard = this.#tell(action, true);
      if (playing) this.#act(action);
      return heard || (playing && isSteering(action));
    });
    if (actions.length > 0) this.#down.set(code, actions);
    return actions.length > 0;
  }

  release(code: string): void {
    const actions = this.#down.get(code);
    if (!actions) return;
    this.#down.delete(code);
    for (const action of actions) {
      if (this.#isDown(action)) continue;
      const button = buttonOf(action);
      if (button) this.#buttons.release(button);
      this.#tell(action, false);
    }
  }

  has(code: string): boolean {
    return this.#down.has(code);
  }

  /** Lets go of everything. */
  clear(): void {
    for (const code of [...this.#down.keys()]) this.release(code);
  }

  /** Writes the direction that keys give, of length 0 or 1. Returns whether there is one. */
  readStick(stick: { x: number; y: number }): boolean {
    let x = 0;
    let y = 0;
    for (const actions of this.#down.values()) {
      for (const action of actions) {
        if (action === 'left') x--;
        else if (action === 'right') x++;
        else if (action === 'up') y--;
        else if (action === 'down') y++;
      }
    }
    // No faster on a diagonal.
    const share = x !== 0 && y !== 0 ? DIAGONAL : 1;
    stick.x = Math.sign(x) * share;
    stick.y = Math.sign(y) * share;
    return x !== 0 || y !== 0;
  }

  #act(action: Action): void {
    const button = buttonOf(action);
    if (button) this.#buttons.press(button);
  }

  #tell(action: Action, down: boolean): boolean {
    let heard = false;
    for (const listener of this.listeners) heard = listener(action, down) || heard;
    return heard;
  }

  #isDown(action: Action): boolean {
    for (const actions of this.#down.values()) if (actions.includes(action)) return true;
    return false;
  }
}

const isWay = (action: Action): boolean => action === 'up' || action === 'down' || action === 'left' || action === 'right';
const isSteering = (action: Action): boolean => buttonOf(action) !== undefined || isWay(action);
