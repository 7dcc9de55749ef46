// The mouse over the arena: where it points, in CSS pixels of the page, and its buttons.

import { used } from './device.ts';
import type { Held } from './held.ts';

/** CSS pixels that it has to move to count as used: browsers move it on their own when the page changes below it. */
const NUDGE = 3;

export class Mouse {
  x = 0;
  y = 0;
  /** Whether it has been seen at all. */
  known = false;

  /** Listens on the element until `signal` is aborted; `playing` says whether buttons act. */
  constructor(element: HTMLElement, held: Held, playing: () => boolean, signal: AbortSignal) {
    addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType !== 'mouse' && event.pointerType !== 'pen') return;
        const moved = Math.abs(event.clientX - this.x) + Math.abs(event.clientY - this.y);
        this.x = event.clientX;
        this.y = event.clientY;
        this.known = true;
        if (moved > NUDGE) used('keys');
      },
      { signal },
    );
    let touched = false;
    element.addEventListener('pointerdown', ({ pointerType }) => (touched = pointerType === 'touch'), { signal });
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    // With one button held, another one's press comes as a mouse event only. A finger sends mouse events, too.
    const onDown = (event: MouseEvent): void => {
      if (touched) return;
      this.x = event.clientX;
      this.y = event.clientY;
      this.known = true;
      used('keys');
      // The middle one would scroll, those at the side would leave the page.
      if (held.press(`Mouse${event.button}`, playing()) && event.button !== 0) event.preventDefault();
    };
    const onUp = (event: MouseEvent): void => {
      if (event.button > 2 && held.has(`Mouse${event.button}`)) event.preventDefault();
      held.release(`Mouse${event.button}`);
    };
    element.addEventListener('mousedown', onDown, { signal });
    addEventListener('mouseup', onUp, { signal });
  }
}
