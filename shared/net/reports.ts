// What a room tells operators about itself, and what anyone may know of it: shapes of the server's JSON.

/** A room's ticks since it opened. */
export interface TickFigures {
  ticks: number;
  /** Began a whole interval or more after their time. */
  lateTicks: number;
  /** Never ran, because the process was too far behind. */
  skippedTicks: number;
  /** Milliseconds. */
  tickP50: number;
  tickP99: number;
}

export interface RoomReport extends TickFigures {
  code: string;
  mode: string;
  map: string;
  private: boolean;
  phase: string;
  ageS: number;
  players: PlayerReport[];
  /** Players that are no bots. */
  people: number;
  spectators: number;
  bytesOut: number;
}

export interface PlayerReport {
  slot: number;
  name: string;
  bot: boolean;
  connected: boolean;
  score: number;
  /** Milliseconds, 0 while unknown. */
  roundTrip: number;
}

/** What anyone may know of a listed room. */
export interface PublicRoom {
  code: string;
  /** What its host calls it; empty for no name. */
  title: string;
  mode: string;
  map: string;
  mapName: string;
  /** Those who play, out of so many. */
  people: number;
  seats: number;
  bots: number;
  spectators: number;
  phase: string;
  /** When the phase ends by itself, in seconds since 1970; 0 while the match halts. */
  endsAt: number;
  /** Nobody new may play. */
  locked: boolean;
  /** Whether it takes a password to come in. */
  password: boolean;
  /** Whether quick play may send somebody here. */
  quick: boolean;
}

/** A map that can be played. */
export interface PublicMap {
  id: string;
  name: string;
  modes: readonly string[];
}
