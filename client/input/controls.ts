// All devices as one: fills the command of a tick with the stick, the aim and the buttons. Whatever takes the player's
// attention away lets go of everything: a key that is released elsewhere is never heard of.

import { aimOf } from '#shared/aim.ts';
import type { Command } from '#shared/sim/types.ts';
import { PUCK } from '#shared/tuning.ts';
import { Buttons } from './buttons.ts';
import { device } from './device.ts';
import { type ActionListener, Held } from './held.ts';
import { listenToKeyboard } from './keyboard.ts';
import { Mouse } from './mouse.ts';
import { padLink } from './padLink.ts';
import { easeAim, type Stick } from './stickCurve.ts';
import type { Touch } from './touch.ts';

/** CSS pixels that a stick pointing all the way leads the camera by. */
const STICK_LEAD_PX = 300;
const NONE: Stick = { x: 0, y: 0 };

/** A stick that is let go keeps the last aim; a puck that moves without being aimed looks where it goes. */
export class Controls {
  readonly buttons = new Buttons();
  /** Fingers, once somebody plays with them. */
  touch: Touch | undefined;
  /** Where one's own puck is on the page, in CSS pixels: what the mouse aims from. */
  readonly origin = { x: 0, y: 0 };
  readonly #held = new Held(this.buttons);
  readonly #mouse: Mouse;
  readonly #element: HTMLElement;
  readonly #end = new AbortController();
  readonly #stick: Stick = { x: 0, y: 0 };
  #aim = 0;
  #paused = true;

  /** Listens on the arena's element and the window until `dispose`. Nobody plays until `paused` is taken away. */
  constructor(element: HTMLElement) {
    const { signal } = this.#end;
    const playing = (): boolean => !this.#paused;
    this.#element = element;
    listenToKeyboard(this.#held, playing, signal);
    this.#mouse = new Mouse(element, this.#held, playing, signal);
    const reader = { press: (code: string) => void this.#held.press(code, playing()), release: (code: string) => this.#held.release(code) };
    padLink.readers.add(reader);
    signal.addEventListener('abort', () => padLink.readers.delete(reader));
    const clear = (): void => this.clear();
    addEventListener('blur', clear, { signal });
    for (const type of ['visibilitychange', 'fullscreenchange', 'pointerlockchange']) document.addEventListener(type, clear, { signal });
    // The arena shows none; anywhere else its menu takes keys and buttons.
    addEventListener('contextmenu', (event) => event.defaultPrevented || clear(), { signal });
  }

  /** While true nothing is sampled: a menu is up, or nobody plays. */
  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.clear();
  }

  /** Adds one who is told of actions. Returns what takes them away. */
  listen(listener: ActionListener): () => void {
    this.#held.listeners.add(listener);
    return () => this.#held.listeners.delete(listener);
  }

  /** Takes fingers from now on. */
  useTouch(create: (element: HTMLElement, buttons: Buttons, signal: AbortSignal) => Touch): Touch {
    this.touch ??= create(this.#element, this.buttons, this.#end.signal);
    return this.touch;
  }

  /** Fills a command with what is held now. */
  sample(command: Command): void {
    padLink.source?.poll();
    const stick = this.#readStick();
    command.mx = Math.round(stick.x * PUCK.stickMax);
    command.my = Math.round(stick.y * PUCK.stickMax);
    command.aim = this.#aim = this.#paused ? this.#aim : this.#readAim(stick);
    command.buttons = this.#paused ? 0 : this.buttons.take();
  }

  /** Lets go of everything. */
  clear(): void {
    this.#held.clear();
    this.touch?.clear();
    this.buttons.clear();
  }

  dispose(): void {
    this.#end.abort();
    this.clear();
  }

  /** CSS pixels from one's own puck to where the player points, for the camera. */
  get lead(): { x: number; y: number } {
    if (device.value.now === 'keys') return { x: this.#mouse.x - this.origin.x, y: this.#mouse.y - this.origin.y };
    const { x, y } = this.#aimStick();
    return { x: x * STICK_LEAD_PX, y: y * STICK_LEAD_PX };
  }

  #readStick(): Stick {
    if (this.#paused) return NONE;
    if (this.touch?.move.active) return this.touch.move;
    const pad = padLink.source?.move;
    if (pad && (pad.x !== 0 || pad.y !== 0)) return pad;
    this.#held.readStick(this.#stick);
    return this.#stick;
  }

  #aimStick(): Stick {
    return (device.value.now === 'pad' ? padLink.source?.aim : this.touch?.aim) ?? NONE;
  }

  #readAim(stick: Stick): number {
    if (device.value.now === 'keys')
      return this.#mouse.known ? aimOf(this.#mouse.x - this.origin.x, this.#mouse.y - this.origin.y) : this.#aim;
    const { x, y } = this.#aimStick();
    if (x !== 0 || y !== 0) return easeAim(this.#aim, aimOf(x, y));
    if (stick.x === 0 && stick.y === 0) return this.#aim;
    return this.touch?.aim.active ? this.#aim : easeAim(this.#aim, aimOf(stick.x, stick.y));
  }
}
