// Between gamepads and whoever they steer. What reads them is loaded when the first one is there, and not before.

import type { Stick } from './stickCurve.ts';

/** Who is told of a gamepad's buttons, as codes. */
export interface PadSink {
  press(code: string): void;
  release(code: string): void;
}

/** The gamepad that was last used. */
export interface PadSource {
  readonly move: Stick;
  readonly aim: Stick;
  /** What stands on the button of a code. */
  nameOf(code: string): string;
  /** Reads it anew and tells the sinks. */
  poll(): void;
  /** Shakes it: how hard from 0 to 1, for so many milliseconds. */
  shake(strong: number, weak: number, ms: number): void;
}

export const padLink = {
  /** While none is connected there is none. */
  source: undefined as PadSource | undefined,
  readers: new Set<PadSink>(),
  /** Gets the next button alone, if anybody waits for one. */
  capture: undefined as ((code: string) => void) | undefined,
};

/** Waits for gamepads as long as the page lives. */
export function awaitPads(): void {
  const load = (): void => void import('./gamepad.ts').then(({ startPads }) => startPads());
  // One is known to the page from the first press of a button on.
  if (navigator.getGamepads?.().some((pad) => pad !== null)) load();
  else addEventListener('gamepadconnected', load, { once: true });
}
