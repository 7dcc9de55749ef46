// What a session tells and shows: events, pucks at their places, figures of the line.

import type { MatchEvent, NetReport } from '#shared/net/messages.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Puck } from '#shared/sim/types.ts';
import type { Meter } from './meter.ts';
import type { Bounce } from './shownBolt.ts';

/** What a match tells besides its state. */
export interface SessionListener {
  onEvent?(event: MatchEvent): void;
  onBounce?(bounce: Bounce): void;
  /** One's own puck acted: bits of DID. */
  onAct?(did: number): void;
  /** The next match is on another map: `session.map` is the new one, all that was shown is gone. */
  onMap?(map: ArenaMap): void;
}

/** A puck at its shown place. */
export interface ShownPuck {
  slot: number;
  x: number;
  y: number;
  puck: Puck;
  /** The tick at which it is shown: the present of one's own, some before it of another's. */
  at: number;
  /** Whether the seat's holder is connected. */
  connected: boolean;
  me: boolean;
  alive: boolean;
}

export interface NetStats {
  rttMs: number;
  jitterMs: number;
  corrections: number;
  largestCorrection: number;
  unacknowledged: number;
  meter: Meter;
  report: NetReport | undefined;
}
