// The mouse over the arena: where it points, in CSS pixels of the page, and its two buttons.

import type { ButtonName, Buttons } from './buttons.ts';

const BUTTONS: Record<number, ButtonName> = { 0: 'fire', 2: 'parry' };

export class Mouse {
  x = 0;
  y = 0;
  /** False until it has moved, and after a touch. */
  used = false;

  /** Listens on the element until `signal` is aborted. */
  constructor(element: HTMLElement, buttons: Buttons, signal: AbortSignal) {
    const isMouse = (event: PointerEvent): boolean => {
      this.used = event.pointerType !== 'touch';
      return this.used;
    };
    const point = (event: PointerEvent): void => {
      if (!isMouse(event)) return;
      this.x = event.clientX;
      this.y = event.clientY;
    };
    addEventListener('pointermove', point, { signal });
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    // With one button held, another one's press comes as a mouse event only.
    element.addEventListener('pointerdown', point, { signal });
    element.addEventListener(
      'mousedown',
      ({ button }) => {
        const name = BUTTONS[button];
        if (name && this.used) buttons.press(name);
      },
      { signal },
    );
    addEventListener(
      'mouseup',
      ({ button }) => {
        const name = BUTTONS[button];
        if (name) buttons.release(name);
      },
      { signal },
    );
  }
}
