// All devices as one: fills the command of a tick with the stick, the aim and the buttons.

import { aimOf } from '#shared/aim.ts';
import type { Command } from '#shared/sim/types.ts';
import { PUCK } from '#shared/tuning.ts';
import { Buttons } from './buttons.ts';
import { Keyboard } from './keyboard.ts';
import { Mouse } from './mouse.ts';
import { Touch } from './touch.ts';

/** Fingers that let the aim stick go keep the last aim; a puck that moves without aiming looks where it goes. */
export class Controls {
  readonly buttons = new Buttons();
  readonly touch: Touch;
  /** Where one's own puck is on the page, in CSS pixels: what the mouse aims from. */
  readonly origin = { x: 0, y: 0 };
  /** While true nothing is sampled: a menu is up. */
  paused = false;
  readonly #mouse: Mouse;
  readonly #keyboard: Keyboard;
  readonly #end = new AbortController();
  #aim = 0;

  /** Listens on the arena's element and the window until `dispose`. */
  constructor(element: HTMLElement) {
    const { signal } = this.#end;
    this.#keyboard = new Keyboard(this.buttons, signal);
    this.#mouse = new Mouse(element, this.buttons, signal);
    this.touch = new Touch(element, this.buttons, signal);
    addEventListener('blur', () => this.clear(), { signal });
    document.addEventListener('visibilitychange', () => this.clear(), { signal });
  }

  /** Fills a command with what is held now. */
  sample(command: Command): void {
    if (this.paused) {
      command.mx = command.my = 0;
      command.buttons = 0;
      command.aim = this.#aim;
      this.buttons.clear();
      return;
    }
    const { move } = this.touch;
    const stick = move.active ? move : this.#keyboard.stick;
    command.mx = Math.round(stick.x * PUCK.stickMax);
    command.my = Math.round(stick.y * PUCK.stickMax);
    command.aim = this.#aim = this.#readAim();
    command.buttons = this.buttons.take();
  }

  /** Lets go of everything. */
  clear(): void {
    this.buttons.clear();
    this.#keyboard.clear();
    this.touch.clear();
  }

  dispose(): void {
    this.#end.abort();
    this.clear();
  }

  /** CSS pixels from one's own puck to where the player points, for the camera. */
  get lead(): { x: number; y: number } {
    const { aim } = this.touch;
    if (aim.active) return { x: aim.x * 300, y: aim.y * 300 };
    if (!this.#mouse.used) return { x: 0, y: 0 };
    return { x: this.#mouse.x - this.origin.x, y: this.#mouse.y - this.origin.y };
  }

  #readAim(): number {
    const { aim, move } = this.touch;
    if (aim.active && (aim.x !== 0 || aim.y !== 0)) return aimOf(aim.x, aim.y);
    if (this.#mouse.used) return aimOf(this.#mouse.x - this.origin.x, this.#mouse.y - this.origin.y);
    if (!aim.active && move.active && (move.x !== 0 || move.y !== 0)) return aimOf(move.x, move.y);
    return this.#aim;
  }
}
