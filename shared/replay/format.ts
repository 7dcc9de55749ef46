// The recording's format, version 2. A header (with a whole world where it does not begin with a fresh one), then one byte of kind and slot an entry: joins and leaves, commands as
// differences to the puck's last one, tick ends, a hash each second. Everything little-endian.

import type { Command } from '../sim/types.ts';

/** 'CARO' */
export const MAGIC = 0x4f524143;
export const VERSION = 2;
/** A hash of the world is stored each so many ticks. */
export const HASH_EVERY_TICKS = 60;

/** Upper four bits of an entry; the lower four are the slot. */
export const ENTRY = {
  tickEnd: 0,
  /** A command equal to the puck's last one. */
  same: 1,
  /** A mask byte of CHANGED, then the changed fields. */
  changed: 2,
  join: 3,
  leave: 4,
  hash: 5,
  end: 6,
} as const;

export const CHANGED = { mx: 1, my: 2, aim: 4, buttons: 8 } as const;

/** What a recording begins with: enough to build the world again. */
export interface RecordingHeader {
  /** Version of the rules: a replay under other rules would be another match. */
  rules: number;
  mode: string;
  map: string;
  mapHash: number;
  seed: number;
  startTick: number;
  friendlyFire: boolean;
  /** Whether the world waited for pucks at first. */
  waits: boolean;
  /** The world that it began with, as worldText.ts has it, where that was not a fresh one: a restarted server went on with it. */
  begun?: string;
  countdownTicks: number;
  scoreLimit: number;
  timeLimitTicks: number;
  /** Milliseconds since 1970 at the start; information only. */
  startedAt: number;
}

/** Bits of CHANGED in which two commands differ. */
export function changesOf(from: Command, to: Command): number {
  return (
    (from.mx === to.mx ? 0 : CHANGED.mx) |
    (from.my === to.my ? 0 : CHANGED.my) |
    (from.aim === to.aim ? 0 : CHANGED.aim) |
    (from.buttons === to.buttons ? 0 : CHANGED.buttons)
  );
}
