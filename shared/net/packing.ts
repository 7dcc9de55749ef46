// How numbers are packed for the wire: two values on the grid in one uint32, four aims in another.

import { GRID } from '../tuning.ts';
import type { MatchState } from './schema.ts';

export const high = (packed: number): number => packed >>> 16;
export const low = (packed: number): number => packed & 0xffff;
export const signed = (value: number): number => (value << 16) >> 16;

/** Two values on the grid in one uint32, 16 bits each. */
export function pack(a: number, b: number): number {
  return ((((a * GRID) & 0xffff) << 16) | ((b * GRID) & 0xffff)) >>> 0;
}

/** A stick in one uint16: mx in the upper, my in the lower 8 bits, both signed. */
export const packStick = (mx: number, my: number): number => ((mx & 255) << 8) | (my & 255);
export const stickX = (packed: number): number => (packed << 16) >> 24;
export const stickY = (packed: number): number => (packed << 24) >> 24;

/** Where the aims of four seats each are. Whoever only looks at a puck needs no more than 256 directions. */
const AIMS = ['aims0', 'aims1', 'aims2', 'aims3'] as const;

/** Writes the aims of all seats; `aimOf` a slot is 0 to 65,535. */
export function publishAims(state: MatchState, aimOf: (slot: number) => number): void {
  AIMS.forEach((name, i) => {
    let packed = 0;
    for (let k = 3; k >= 0; k--) packed = (packed << 8) | (((aimOf(i * 4 + k) + 128) >> 8) & 255);
    state[name] = packed >>> 0;
  });
}

/** The aim of a slot as received, on a grid of 256 directions. */
export function readAim(state: MatchState, slot: number): number {
  return ((state[AIMS[slot >> 2] as (typeof AIMS)[number]] >>> ((slot & 3) * 8)) & 255) << 8;
}
