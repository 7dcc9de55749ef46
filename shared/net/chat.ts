// What is written to each other: channels, sizes and the lines as they arrive. Free of imports: the page's chat needs it.

/** To everybody in the room, to one's own team, to everybody on the server (or on all that share a broker). */
export const CHANNELS = ['room', 'team', 'global'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Letters of a line at most. */
export const LINE_MAX = 160;
/** Lines at once, and milliseconds until one more. */
export const CHAT_RATE = { most: 4, everyMs: 2500 } as const;
/** Lines of each channel that latecomers are told. */
export const HISTORY_LINES = 40;

/** What somebody wants to say. */
export interface ChatMessage {
  channel: Channel;
  text: string;
}

/** As whom somebody speaks. */
export type ChatRole = 'player' | 'watcher' | 'host' | 'operator' | 'server' | 'visitor';

/** A line, as everybody who may read it is told. */
export interface ChatLine {
  /** Grows within a room. */
  id: number;
  channel: Channel;
  role: ChatRole;
  /** Session of the speaker, where they are in the same room; else empty. */
  who: string;
  name: string;
  /** The speaker's team, -1 for none. */
  team: number;
  /** Plain text: nothing in it is markup. */
  text: string;
  /** Seconds since 1970, by the server's clock. */
  at: number;
}

/** The answer to a line that was taken: milliseconds until the next one may be said. */
export interface ChatAnswer {
  waitMs: number;
}

/** Somebody here whom one does not want to hear, by their session. */
export interface Ignored {
  who: string;
  name: string;
}

/** What latecomers are told: the latest lines, the oldest first, and the server's clock, seconds since 1970. */
export interface ChatHistory {
  now: number;
  lines: ChatLine[];
  ignored: Ignored[];
}
