// What a room tells operators about itself, and what anyone may know of it: shapes of the server's JSON.

import type { ChatLine } from './chat.ts';

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

/** Who runs a server, and who helps them. */
export type Role = 'operator' | 'moderator';

/** A moderator's bans and mutes last so many hours at most. */
export const MODERATOR_HOURS = 24;

/**
 * A room's last seconds, one row every so often: its number, p50 and p99 of the ticks in milliseconds, ticks that began late
 * or never ran, bytes sent a second.
 */
export type TrendRow = [n: number, p50: number, p99: number, late: number, bytes: number];
/** Seconds from row to row, and rows that are kept. */
export const TREND = { everyS: 2, rows: 60 } as const;

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
  /** What its host calls it; empty for no name. */
  title: string;
  /** The latest rows, the oldest first: as many as were asked for. */
  trend: TrendRow[];
  /** Hints and players' reports that are open in this room. */
  hints: number;
  complaints: number;
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

/** What speaks against a player: a turn, an answer, parries or an aim that hardly come from a hand. */
export const HINT_KINDS = ['snap', 'reaction', 'parry', 'hidden'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Evidence, never a verdict. */
export interface Hint {
  kind: HintKind;
  /** So often, out of so many chances. */
  count: number;
  of: number;
  /** Seconds of the match at which the latest were. */
  at: number[];
}

/** Why a player reports another. */
export const COMPLAINTS = ['cheating', 'insults', 'spam', 'spoiling', 'name'] as const;
export type ComplaintReason = (typeof COMPLAINTS)[number];

/** A player's report of another. */
export interface Complaint {
  reason: ComplaintReason;
  by: string;
  /** Whom it is about, by session and by name. */
  who: string;
  name: string;
  /** Seconds since 1970, and of the match. */
  at: number;
  matchS: number;
}

/** How a player's line has been of late. */
export interface LineReport {
  /** Milliseconds by which the round trip varies. */
  jitter: number;
  /** Commands of the last second that were taken, and ticks of it that had none. */
  rate: number;
  starved: number;
  /** Seconds with a stall since they took the seat. */
  stalls: number;
  /** So often their page set its prediction right, and by how many units at most. The page says so itself: nobody checks it. */
  corrections: number;
  largestCorrection: number;
}

/** A player as operators see one. */
export interface PlayerDetail extends PlayerReport, LineReport {
  /** Session; empty for a bot. */
  who: string;
  team: number;
  host: boolean;
  kills: number;
  deaths: number;
  shots: number;
  hits: number;
  parryPresses: number;
  parries: number;
  /** Of the present match, and of earlier ones in this room. */
  hints: Hint[];
  before: Hint[];
}

/** A room from inside. */
export interface RoomDetail extends RoomReport {
  /** Seconds that the match has run, and until its phase ends; -1 while it halts. */
  matchS: number;
  leftS: number;
  teams: number;
  teamScores: number[];
  players: PlayerDetail[];
  watchers: { who: string; name: string }[];
  chat: ChatLine[];
  complaintList: Complaint[];
}

/** The answer to a login, and to a page that comes back. */
export interface SessionReport {
  token: string;
  role: Role;
  /** As the audit names them. */
  by: string;
  draining: boolean;
}

/** A line of the audit. Times here and below are milliseconds since 1970. */
export interface AuditReport {
  id: number;
  at: number;
  by: string;
  action: string;
  room: string;
  target: string;
  detail: string;
}

/** Who is kept away, from playing or from talking. */
export interface SanctionReport {
  id: number;
  kind: 'ban' | 'mute';
  name: string;
  reason: string;
  by: string;
  at: number;
  until: number;
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
