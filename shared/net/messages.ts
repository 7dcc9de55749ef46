// Names and shapes of everything but the state and the commands. What a client sends is validated with these at the
// door; what the server sends is typed by them.

import { z } from 'zod';
import type { SimEvent } from '../sim/types.ts';
import { NAME_DEFAULT, NAME_MAX } from './protocol.ts';

export * from './protocol.ts';

/** A name as shown: no control or invisible characters, single spaces, at most NAME_MAX of them. */
export const playerName = z
  .string()
  .max(256)
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  )
  .transform((text) => [...text].slice(0, NAME_MAX).join('').trim() || NAME_DEFAULT);

/** What a client sends to join a match. */
export const joinOptions = z.object({
  name: playerName.default(NAME_DEFAULT),
  /** PROTOCOL and RULES of the client: with others it must reload itself first. */
  protocol: z.int(),
  rules: z.int(),
  /** To watch, without a puck. */
  spectate: z.boolean().default(false),
});
export type JoinOptions = z.input<typeof joinOptions>;
export type JoinedOptions = z.output<typeof joinOptions>;

const KINDS = ['hit', 'block', 'parry', 'kill', 'spawn', 'over'] as const;
type Told = Extract<SimEvent, { type: (typeof KINDS)[number] }>;

/** Fields of each kind of event on the wire, in order, after kind and tick. */
const FIELDS: { [K in Told['type']]: (keyof Extract<SimEvent, { type: K }>)[] } = {
  hit: ['slot', 'by', 'damage', 'level', 'x', 'y'],
  block: ['slot', 'by', 'x', 'y'],
  parry: ['slot', 'from', 'level', 'x', 'y'],
  kill: ['slot', 'by', 'level', 'bounces', 'own', 'bolt'],
  spawn: ['slot', 'x', 'y'],
  over: [],
};

/** An event as a short array of integers; nothing for those that the state tells (shots). */
export function encodeEvent(event: SimEvent): number[] | undefined {
  const kind = KINDS.indexOf(event.type as Told['type']);
  if (kind < 0) return undefined;
  const values = event as unknown as Record<string, number | boolean>;
  return [kind, event.tick, ...FIELDS[event.type as Told['type']].map((name) => Math.round(Number(values[name])))];
}

/** Appends the events of a tick that are told, as such arrays. */
export function encodeEvents(events: readonly SimEvent[], to: number[][]): void {
  for (const event of events) {
    const encoded = encodeEvent(event);
    if (encoded) to.push(encoded);
  }
}

/** The event of such an array. Throws for an unknown kind. */
export function decodeEvent(values: number[]): SimEvent {
  const type = KINDS[values[0] as number];
  if (!type) throw new Error(`unknown event kind ${values[0]}`);
  const event: Record<string, unknown> = { type, tick: values[1] };
  FIELDS[type].forEach((name, i) => {
    event[name] = name === ('own' as string) ? values[i + 2] === 1 : values[i + 2];
  });
  return event as unknown as SimEvent;
}
