// What a mode declares. A mode is one file in shared/modes; the simulation, the room, the bots and the client ask it and
// never its id. Hooks change only the world that they are given.

import type { ArenaMap } from './map.ts';
import type { Objective, Puck, World } from './types.ts';

export interface Kill {
  victim: Puck;
  /** Who earns it: nobody when a puck ended itself. */
  by: Puck | undefined;
  level: number;
  bounces: number;
}

/** Where a puck is wanted. */
export interface Goal {
  x: number;
  y: number;
  /** attack and carry go through; hold stays within `radius`; escort keeps near. */
  intent: 'attack' | 'carry' | 'return' | 'hold' | 'escort';
  radius: number;
}

export interface Mode {
  id: string;
  /** For logs and reports; people read the page's own words for it (client/i18n). */
  name: string;
  /** 0 for every puck on its own. */
  teams: number;
  /** Score that ends the match, if the room sets no other. */
  scoreLimit: number;
  /** What the score counts, points, captures. */
  unit: string;
  timeLimitTicks: number;
  /** A tie at the end is played on until somebody leads, for so long at most; 0: it is a draw. */
  overtimeTicks: number;
  /** What a map lacks to serve it; nothing when it does. */
  lacks?(map: ArenaMap): string | undefined;
  /** Puts up objectives for a match that begins at `tick`. */
  setup?(world: World, tick: number): void;
  /** A puck died in a match. */
  onKill?(world: World, kill: Kill): void;
  /** After each tick of a match. */
  onTick?(world: World): void;
  /** Whether a dead or new puck may come to life now; always without this. */
  mayLive?(world: World, puck: Puck): boolean;
  /** Ticks until a part of the match begins, before which all stand still; 0 without this. */
  ticksToStart?(world: World): number;
  /** The tick to which the clock counts down, where that is not the match's end. */
  clockTick?(objectives: readonly Objective[]): number | undefined;
  /** Whether the match is decided, besides by the score limit and the clock. */
  isWon?(world: World): boolean;
  /** Where a puck is wanted now. Bots ask; it must not tell what a player could not know. */
  goal?(world: World, puck: Puck): Goal | undefined;
}
