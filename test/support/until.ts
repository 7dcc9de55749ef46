// Waiting for a condition instead of sleeping for luck.

import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with the first truthy value, asked for `everyMs`; rejects naming `what` after `timeoutMs`. */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 20_000, everyMs = 5, what }: { timeoutMs?: number; everyMs?: number; what: string },
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value as NonNullable<T>;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await pause(everyMs);
  }
}

/** Lets real time pass where time itself is what is measured. */
export const letPass = (ms: number): Promise<void> => pause(ms);
