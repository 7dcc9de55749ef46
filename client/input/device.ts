// The device that was last used: prompts speak of it, and it aims.

import { Store, useStore } from '../ui/store.ts';
import type { Bound } from './actions.ts';

export type Device = 'keys' | 'touch' | 'pad';

const madeForTouch = (): boolean => globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;

/** Until one is used, what the machine is made for. */
export const device = new Store<{ now: Device }>({ now: madeForTouch() ? 'touch' : 'keys' });

/** A device was used. */
export function used(now: Device): void {
  if (device.value.now !== now) device.set({ now });
}

// Fingers on the arena are only minded once they are what one plays with.
globalThis.addEventListener?.('pointerdown', ({ pointerType }) => pointerType === 'touch' && used('touch'), {
  capture: true,
  passive: true,
});

/** The device, inside a component. */
export const useDevice = (): Device => useStore(device).now;

/** The bindings to speak of, inside a component: a finger's are none. */
export const useBound = (): Bound => (useDevice() === 'pad' ? 'pad' : 'keys');
