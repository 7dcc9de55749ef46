// What a room tells operators about itself.

export interface RoomReport {
  code: string;
  mode: string;
  map: string;
  private: boolean;
  over: boolean;
  ageS: number;
  players: PlayerReport[];
  /** Players that are no bots. */
  people: number;
  spectators: number;
  ticks: number;
  lateTicks: number;
  skippedTicks: number;
  /** Milliseconds. */
  tickP50: number;
  tickP99: number;
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
  mode: string;
  map: string;
  people: number;
  seats: number;
  spectators: number;
}
