// What a room's host says and what people vote on: shapes of their messages, checked at the door.

import { z } from 'zod';
import { LEVELS, type LevelId } from '../bots/levels.ts';
import { MAX_PUCKS } from '../tuning.ts';

/** A session, as the state tells it. */
const who = z.string().min(1).max(32);
const mapId = z.string().min(1).max(64);

/** What a host may do; `who` is the session that it is done to. */
export const hostMessage = z.discriminatedUnion('do', [
  /** Begin at once, without the countdown. */
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('pause') }),
  z.object({ do: z.literal('resume') }),
  /** The same map anew. */
  z.object({ do: z.literal('restart') }),
  /** To the results. */
  z.object({ do: z.literal('end') }),
  /** On to the next match; without a map to the one whose turn it is. */
  z.object({ do: z.literal('next'), map: mapId.optional() }),
  /** Seats that bots fill up to, and how well they play. */
  z.object({
    do: z.literal('bots'),
    count: z.int().min(0).max(MAX_PUCKS),
    level: z.enum(Object.keys(LEVELS) as [LevelId, ...LevelId[]]).optional(),
  }),
  /** To the other team, or to those who watch. */
  z.object({ do: z.literal('move'), who, to: z.enum(['team', 'watch']) }),
  z.object({ do: z.literal('mute'), who, on: z.boolean() }),
  /** Sent away, and not let in again for a while; a ban holds as long as the room. */
  z.object({ do: z.literal('kick'), who }),
  z.object({ do: z.literal('ban'), who }),
  /** Nobody new may play in a locked room; they may watch. */
  z.object({ do: z.literal('lock'), on: z.boolean() }),
  /** Hands the room over. */
  z.object({ do: z.literal('host'), who }),
]);
export type HostMessage = z.output<typeof hostMessage>;

/** Begins a vote, or answers the one that runs. */
export const pollMessage = z.discriminatedUnion('do', [
  z.object({ do: z.literal('kick'), who }),
  z.object({ do: z.literal('next') }),
  z.object({ do: z.literal('restart') }),
  z.object({ do: z.literal('answer'), yes: z.boolean() }),
]);
export type PollMessage = z.output<typeof pollMessage>;

/** How a room goes from map to map. */
export const ROTATIONS = ['vote', 'order', 'shuffle'] as const;
export type RotationKind = (typeof ROTATIONS)[number];
