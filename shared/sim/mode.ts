// What a mode declares. A mode is one file in shared/modes; the simulation, the room and the client ask it and
// never its id. Hooks change scores only through the world that they are given.

import type { Puck, World } from './types.ts';

export interface Kill {
  victim: Puck;
  /** Who earns it: nobody when a puck ended itself. */
  by: Puck | undefined;
  level: number;
  bounces: number;
}

export interface Mode {
  id: string;
  name: string;
  /** 0 for every puck on its own. */
  teams: number;
  /** Score that ends the match. */
  scoreLimit: number;
  timeLimitTicks: number;
  /** A puck died. */
  onKill(world: World, kill: Kill): void;
  /** Asked after each tick, besides the clock. */
  isWon(world: World): boolean;
}
