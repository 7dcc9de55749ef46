// The menus' small sounds: something is looked at, something is picked. Heard wherever there are buttons and fields.

import type { EffectName } from './effects.ts';

const CONTROLS = 'button, a, select, summary, input, [role="button"], [role="tab"], [role="radio"]';
/** A slider that is drawn ticks, but not like a clock. */
const APART_MS = 70;

/** Listens as long as the page is open. */
export function listenToMenus(play: (name: EffectName) => void): void {
  let lastMs = 0;
  const tick = (): void => {
    const now = performance.now();
    if (now - lastMs < APART_MS) return;
    lastMs = now;
    play('move');
  };
  const isControl = ({ target }: Event): boolean => target instanceof Element && target.closest(CONTROLS) !== null;
  const isSlider = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.type === 'range';
  document.addEventListener('click', (event) => {
    if (!isControl(event) || isSlider(event)) return;
    lastMs = performance.now();
    play('pick');
  });
  // Only where keys or a gamepad lead the focus: a click brings it too.
  document.addEventListener('focusin', (event) => {
    if (isControl(event) && (event.target as Element).matches(':focus-visible')) tick();
  });
  document.addEventListener('input', (event) => {
    if (isSlider(event)) tick();
  });
}
