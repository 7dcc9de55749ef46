// Names and shapes of everything but the state and the commands. What a client sends is validated with these at the
// door; what the server sends is typed by them.

import { z } from 'zod';
import { CALLS, type CallEvent } from '../announcer.ts';
import { FLAG_ACTS, PHASES, ROUND_ACTS, type SimEvent, ZONE_ACTS } from '../sim/types.ts';
import { CHANNELS, LINE_MAX } from './chat.ts';
import { EMOTES } from './emotes.ts';
import { BALLOT_SIZE, MAX_CORRECTIONS, MAX_LAG, NAME_DEFAULT, NAME_MAX, PARTY_MAX, PASSWORD_MAX } from './protocol.ts';
import { COMPLAINTS } from './reports.ts';
import { shownText } from './text.ts';

export * from './protocol.ts';

/** A name as shown: at most NAME_MAX letters. */
export const playerName = shownText(NAME_MAX).transform((text) => text || NAME_DEFAULT);

/** What a client sends to join a match. */
export const joinOptions = z.object({
  name: playerName.default(NAME_DEFAULT),
  /** PROTOCOL and RULES of the client: with others it must reload itself first. */
  protocol: z.int(),
  rules: z.int(),
  /** To watch, without a puck. */
  spectate: z.boolean().default(false),
  /** Of the room, where it takes one. */
  password: z.string().max(PASSWORD_MAX).default(''),
  /** Of one's identity, as POST /api/identity gives it; without one somebody is new each time. Read with care. */
  token: z.unknown().optional(),
  /** Who plays here in another tab goes on in this one. */
  takeOver: z.boolean().default(false),
  /** With those who say the same word one would like to be in a team. */
  party: z.string().max(PARTY_MAX).default(''),
  /** One who watches waits for a seat. */
  wait: z.boolean().default(false),
  /** An operator's, to watch unseen. */
  ticket: z.string().max(512).default(''),
  /** Hash of the address of who asks, written by the server's door. */
  creator: z.string().default(''),
});
export type JoinOptions = z.input<typeof joinOptions>;
export type JoinedOptions = z.output<typeof joinOptions>;

/** What happened, as the client hears of it. */
export type MatchEvent = Exclude<SimEvent, { type: 'shot' }> | CallEvent;

/** A field's name; one that is a word has its list, a yes or no has NO_YES. */
type Field = string | [name: string, words: readonly (string | boolean)[]];
const NO_YES = [false, true] as const;

/** Each kind of event on the wire, with its fields in order, after kind and tick. */
const FIELDS: { [K in MatchEvent['type']]: Field[] } = {
  hit: ['slot', 'by', 'damage', 'level', 'x', 'y'],
  block: ['slot', 'by', 'x', 'y'],
  parry: ['slot', 'from', 'level', 'x', 'y'],
  kill: ['slot', 'by', 'level', 'bounces', 'parries', ['own', NO_YES], 'bolt'],
  spawn: ['slot', 'x', 'y'],
  pickup: ['slot', 'index'],
  flag: ['slot', 'team', ['act', FLAG_ACTS]],
  zone: ['team', ['act', ZONE_ACTS]],
  round: ['slot', 'round', ['act', ROUND_ACTS]],
  phase: [['phase', PHASES]],
  call: [['call', CALLS], 'slot', 'count'],
};
const KINDS = Object.keys(FIELDS) as MatchEvent['type'][];

/** An event as a short array of integers; nothing for those that the state tells (shots). */
export function encodeEvent(event: SimEvent | CallEvent): number[] | undefined {
  if (event.type === 'shot') return undefined;
  const values = event as unknown as Record<string, number | string | boolean>;
  const fields = FIELDS[event.type].map((field) =>
    typeof field === 'string' ? Math.round(Number(values[field])) : field[1].indexOf(values[field[0]] as string | boolean),
  );
  return [KINDS.indexOf(event.type), event.tick, ...fields];
}

/** Appends the events of a tick that are told, as such arrays. */
export function encodeEvents(events: readonly (SimEvent | CallEvent)[], to: number[][]): void {
  for (const event of events) {
    const encoded = encodeEvent(event);
    if (encoded) to.push(encoded);
  }
}

/** The event of such an array. Throws for an unknown kind. */
export function decodeEvent(values: number[]): MatchEvent {
  const type = KINDS[values[0] as number];
  if (!type) throw new Error(`unknown event kind ${values[0]}`);
  const event: Record<string, unknown> = { type, tick: values[1] };
  FIELDS[type].forEach((field, i) => {
    const value = values[i + 2] as number;
    if (typeof field === 'string') event[field] = value;
    else event[field[0]] = field[1][value];
  });
  return event as unknown as MatchEvent;
}

/** The lag that a player simulates. */
export const lagMessage = z.object({ ms: z.int().min(0).max(MAX_LAG.ms), jitterMs: z.int().min(0).max(MAX_LAG.jitterMs) });

/** What a player's page says of its prediction. */
export const correctionsMessage = z.object({
  count: z.int().min(0).max(MAX_CORRECTIONS.count),
  largest: z.int().min(0).max(MAX_CORRECTIONS.largest),
});

/** Whether a player's screen is away: a locked phone, another tab in front. */
export const awayMessage = z.boolean();

/** Whether one who watches waits for a seat. */
export const lineMessage = z.boolean();

/** What somebody writes; far longer than what is told of it is no line of ours. */
export const chatMessage = z.object({ channel: z.enum(CHANNELS), text: z.string().max(LINE_MAX * 4) });

/** Whom a player reports, by session, and why. */
export const reportMessage = z.object({ who: z.string().min(1).max(32), reason: z.enum(COMPLAINTS) });

/** Whom somebody does not want to hear, by session. */
export const ignoreMessage = z.object({ who: z.string().min(1).max(32), on: z.boolean() });

/** What a player says: a place in EMOTES. */
export const emoteMessage = z
  .int()
  .min(0)
  .max(EMOTES.length - 1);

/** Which of the ballot's maps a player wants. */
export const voteMessage = z
  .int()
  .min(0)
  .max(BALLOT_SIZE - 1);
