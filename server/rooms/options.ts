// What a room may be created with. Parsed at the door like everything that is received.

import { z } from 'zod';
import { DEFAULT_LEVEL, LEVELS, type LevelId } from '#shared/bots/levels.ts';
import { DEFAULT_MODE, MODES } from '#shared/modes/index.ts';
import { ROTATIONS } from '#shared/net/hosting.ts';
import { PASSWORD_MAX } from '#shared/net/protocol.ts';
import { shownText } from '#shared/net/text.ts';
import { MAX_PUCKS, MAX_SPECTATORS } from '#shared/tuning.ts';
import { maps } from '../maps.ts';
import { ROOM_CODE } from './roomCode.ts';

/** Pucks that a room has at least, bots included. */
const BOT_TARGET = 6;
const MOST_MAPS = 32;
const TITLE_MAX = 32;

const mapId = z.string().refine((id) => maps.has(id), { error: () => `no such map; there are: ${[...maps.keys()].join(', ')}` });

export const roomOptions = z.object({
  mode: z.enum(Object.keys(MODES) as [string, ...string[]]).default(DEFAULT_MODE),
  /** For good; without it maps take turns. */
  map: mapId.optional(),
  /** Those that take turns, in place of all that serve the mode; and how. */
  maps: z.array(mapId).min(1).max(MOST_MAPS).optional(),
  rotation: z.enum(ROTATIONS).default('vote'),
  /** Seats that bots fill up to; they leave as people come. */
  bots: z.int().min(0).max(MAX_PUCKS).default(BOT_TARGET),
  botLevel: z.enum(Object.keys(LEVELS) as [LevelId, ...LevelId[]]).default(DEFAULT_LEVEL),
  /** In place of the mode's own. */
  scoreLimit: z.int().min(1).max(999).optional(),
  timeLimitS: z.int().min(10).max(3600).optional(),
  /** Seconds from enough pucks to the match. */
  countdownS: z.int().min(0).max(10).optional(),
  friendlyFire: z.boolean().default(false),
  /** People who may play at once, and those who may watch. */
  cap: z.int().min(1).max(MAX_PUCKS).default(MAX_PUCKS),
  spectators: z.int().min(0).max(MAX_SPECTATORS).default(MAX_SPECTATORS),
  /** Milliseconds that a player's round trip may take for long, with what they let be added to it; 0 for no limit. */
  pingLimitMs: z
    .int()
    .refine((ms) => ms === 0 || (ms >= 50 && ms <= 1000), { error: () => '0 for none, or 50 to 1000' })
    .default(0),
  /** What it is called in lists. */
  title: shownText(TITLE_MAX).default(''),
  /** Whether somebody runs the room: whoever opens it, then who has been there the longest. Else people vote. */
  hosted: z.boolean().default(false),
  /** Not listed and not found by quick play: only for those who have the code. */
  private: z.boolean().default(false),
  /** Rude words in what is written are starred out. */
  filter: z.boolean().default(true),
  /** What it takes to come in; empty for everybody. */
  password: z.string().max(PASSWORD_MAX).default(''),
  /** Stays when it is empty, under a code of its own. Written by the server. */
  standing: z.boolean().default(false),
  code: z.string().regex(ROOM_CODE).optional(),
  /** Hash of the address of who asked for it, written by the door. */
  creator: z.string().default(''),
});
export type RoomOptions = z.infer<typeof roomOptions>;
