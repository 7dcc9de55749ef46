// Gamepads: sticks with a round dead zone, buttons and triggers as codes, shaking. They come and go at any time; the one
// that was last used counts.

import { controlSettings } from './bindings.ts';
import { device, used } from './device.ts';
import { type PadSource, padLink } from './padLink.ts';
import { readStick, type Stick } from './stickCurve.ts';

/** How far a trigger is pulled to be pressed, and let go to be released. */
const PULLED = 0.4;
const LET_GO = 0.25;
/** Above 1: finer near the middle. */
const MOVE_CURVE = 1.4;
/** A stick or a button beyond this makes its gamepad the one in use. */
const IN_USE = 0.5;
/** What stands on the buttons, in the order of the standard mapping. */
const CROSS = ['↑', '↓', '←', '→'];
const LETTERS = ['A', 'B', 'X', 'Y', 'LB', 'RB', 'LT', 'RT', 'View', 'Menu', 'LS', 'RS', ...CROSS];
const SHAPES = ['✕', '○', '□', '△', 'L1', 'R1', 'L2', 'R2', 'Create', 'Options', 'L3', 'R3', ...CROSS];
const HAS_SHAPES = /054c|sony|playstation|dualshock|dualsense/i;

class Pads implements PadSource {
  readonly move: Stick = { x: 0, y: 0 };
  readonly aim: Stick = { x: 0, y: 0 };
  #index = -1;
  #id = '';
  readonly #pressed: boolean[] = [];

  nameOf(code: string): string {
    const button = Number(code.slice('Pad'.length));
    return (HAS_SHAPES.test(this.#id) ? SHAPES : LETTERS)[button] ?? String(button + 1);
  }

  poll(): void {
    const pad = this.#inUse();
    // Another window's games are none of ours.
    if (!pad || !document.hasFocus()) {
      this.release();
      return;
    }
    this.#readButtons(pad);
    const { deadZone } = controlSettings.value;
    const [x = 0, y = 0, aimX = 0, aimY = 0] = pad.axes;
    readStick(this.move, x, y, deadZone, MOVE_CURVE);
    readStick(this.aim, aimX, aimY, deadZone);
    if (Math.hypot(x, y) > IN_USE || Math.hypot(aimX, aimY) > IN_USE) used('pad');
  }

  /** Lets go of everything. */
  release(): void {
    this.move.x = this.move.y = this.aim.x = this.aim.y = 0;
    this.#pressed.forEach((pressed, i) => {
      if (pressed) this.#set(i, false);
    });
  }

  shake(strong: number, weak: number, ms: number): void {
    const actuator = navigator.getGamepads()[this.#index]?.vibrationActuator;
    // One that cannot shake says so; nobody misses it.
    actuator?.playEffect('dual-rumble', { duration: ms, strongMagnitude: strong, weakMagnitude: weak }).catch(() => undefined);
  }

  /** The one in use, as it is now. */
  #inUse(): Gamepad | undefined {
    let found: Gamepad | undefined;
    for (const pad of navigator.getGamepads()) {
      if (!pad?.connected) continue;
      if (pad.index === this.#index) found ??= pad;
      else if (isUsed(pad)) found = pad;
    }
    if (found && found.index !== this.#index) {
      this.release();
      this.#index = found.index;
      this.#id = found.id;
    }
    return found;
  }

  #readButtons({ buttons }: Gamepad): void {
    for (let i = 0; i < buttons.length; i++) {
      const { value, pressed } = buttons[i] as GamepadButton;
      const was = this.#pressed[i] ?? false;
      const is = value > 0 && value < 1 ? value > (was ? LET_GO : PULLED) : pressed;
      if (is !== was) this.#set(i, is);
    }
  }

  #set(button: number, pressed: boolean): void {
    this.#pressed[button] = pressed;
    const code = `Pad${button}`;
    if (pressed) {
      used('pad');
      const { capture } = padLink;
      if (capture) capture(code);
      else for (const reader of padLink.readers) reader.press(code);
    } else {
      for (const reader of padLink.readers) reader.release(code);
    }
  }
}

const isUsed = ({ buttons, axes }: Gamepad): boolean =>
  buttons.some(({ pressed }) => pressed) || axes.some((value) => Math.abs(value) > IN_USE);

/** Reads gamepads from now on, each frame while one is connected. */
export function startPads(): void {
  const pads = new Pads();
  let frame = 0;
  const look = (): void => {
    pads.poll();
    frame = requestAnimationFrame(look);
  };
  const count = (): void => {
    const connected = navigator.getGamepads().some((pad) => pad?.connected);
    if (connected === (padLink.source !== undefined)) return;
    if (connected) {
      padLink.source = pads;
      look();
    } else {
      cancelAnimationFrame(frame);
      pads.release();
      padLink.source = undefined;
      if (device.value.now === 'pad') used(matchMedia('(pointer: coarse)').matches ? 'touch' : 'keys');
    }
  };
  addEventListener('gamepadconnected', count);
  addEventListener('gamepaddisconnected', count);
  count();
}
