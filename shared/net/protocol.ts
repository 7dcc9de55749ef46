// Names, codes and shapes of what goes over the wire besides the state and the commands. Free of imports: the page's first
// chunk needs it.

/** Raise it when client and server of different age could not play together. */
export const PROTOCOL = 4;

export const NAME_MAX = 16;
/** Letters of a room's password at most. */
export const PASSWORD_MAX = 64;
/** Letters of a party's word at most. */
export const PARTY_MAX = 16;
/** Maps to vote on after a match. */
export const BALLOT_SIZE = 3;
/** What people vote on where no host is; in the state's order, 0 is no vote. */
export const POLL_KINDS = ['none', 'kick', 'next', 'restart'] as const;
export type PollKind = (typeof POLL_KINDS)[number];
/** Used where a player sends no usable name. */
export const NAME_DEFAULT = 'Player';

/** Requests and messages by name. */
export const MESSAGE = {
  /** Client asks: the match's map as Tiled text. */
  map: 'map',
  /** A spectator asks: a puck. Answers the slot. */
  seat: 'seat',
  /** A player says during the results: index of the ballot's map that should be next. */
  vote: 'vote',
  /** The room's host does something: a HostMessage. */
  host: 'host',
  /** A player begins a vote or answers it: a PollMessage. */
  poll: 'poll',
  /** A player tells: their screen is away (true), or there again; a bot steers meanwhile. */
  away: 'away',
  /** One who watches wants to wait for a seat, or not any more. */
  line: 'line',
  /** Somebody writes: a ChatMessage; answers a ChatAnswer. The server tells lines as ChatLine. */
  chat: 'chat',
  /** Somebody asks: the latest lines that they may read. */
  chatHistory: 'chats',
  /** Server tells: ids of lines that are taken back. */
  unsaid: 'unsaid',
  /** Somebody does not want to hear another in any room, or does again. */
  ignore: 'ignore',
  /** A player reports another to those who run the server: { who, reason }. */
  report: 'report',
  /** A player says something: a place in EMOTES. The server tells it as Said. */
  emote: 'emote',
  /** A player tells: the lag that they have their own line simulate, as a Lag. */
  lag: 'lag',
  /** A player tells now and then, when there is news: how often their page had to set its own puck right, as Corrections. */
  corrections: 'fix',
  /** Server tells: events of the ticks since the last patch. */
  events: 'e',
  /** Server tells once a second: NetReport. */
  net: 'n',
  /** Server tells: it is about to stop, with a sentence for people. */
  closing: 'closing',
} as const;

/** Codes with which the server refuses a join: 5xx, because they are HTTP statuses too. */
export const REFUSED = {
  options: 540,
  outdated: 541,
  full: 542,
  rooms: 543,
  /** Nobody new may play. */
  locked: 544,
  /** No password was said. */
  password: 545,
  /** The token is forged, expired, unreadable or deleted: get a new one. */
  identity: 546,
  banned: 547,
  /** Sent away from this room a while ago. */
  kicked: 548,
  /** The same person plays here already, in another tab. */
  elsewhere: 549,
  notHost: 550,
  /** Whom it is about is not there. */
  noTarget: 551,
  notNow: 552,
  tooFast: 553,
  /** May not chat: silenced by the host, or muted by an operator. */
  muted: 554,
  wrongPassword: 555,
} as const;
/** Codes with which the server closes a connection. */
export const CLOSE = {
  kicked: 4400,
  ended: 4402,
  banned: 4403,
  /** The same person took the seat over, in another tab. */
  elsewhere: 4404,
} as const;

/** A worse line than one has, for practice: milliseconds added to the round trip, and how much that varies at most. */
export interface Lag {
  ms: number;
  jitterMs: number;
}
/** Largest values of it. */
export const MAX_LAG: Lag = { ms: 300, jitterMs: 100 };

/** What a simulated line adds to a round trip on average: what the others see of it. */
export const handicapOf = ({ ms, jitterMs }: Lag): number => Math.round(ms + jitterMs / 2);

/** What a page says of its own prediction since it came into the match. The server cannot know it, and believes it for no decision. */
export interface Corrections {
  count: number;
  /** The largest step that one made on the screen, in whole units. */
  largest: number;
}
/** Largest values of it: what is beyond is told as these. */
export const MAX_CORRECTIONS: Corrections = { count: 65_535, largest: 4096 };

/** How the server sees a client's connection, for the netgraph. */
export interface NetReport {
  /** Waiting commands, shortest and longest of the last second. */
  queueMin: number;
  queueMax: number;
  /** So many of them are let wait, to make up for the line's jitter. */
  spare: number;
  /** Ticks of this room that began late or were skipped, since it opened. */
  late: number;
  /** Ticks of the last second in which this puck was held or coasted. */
  starved: number;
}
