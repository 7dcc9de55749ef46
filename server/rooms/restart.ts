// Over a restart of the server: every room is kept in the store (roomKeeper.ts) and opened again when the server starts, or by
// another process. Until people are back the match stands still (gathering.ts).

import { randomUUID } from 'node:crypto';
import { matchMaker } from '@colyseus/core';
import { log } from '../log.ts';
import type { KeptMatch } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { KEPT_MS, type KeptRoom, readRoom } from './keptRoom.ts';

/** Rooms that are about to be opened again, by a word that nobody else can know. */
const opening = new Map<string, KeptRoom>();

/**
 * Opens the rooms that were kept, each under its code. Never rejects: a room that cannot go on is left out. What was kept
 * stays until the room keeps itself anew, so that a server that is killed while it starts loses nothing, and is not renewed
 * before, so that a room which ends the server is left out after `KEPT_MS`.
 */
export async function openKeptRooms(store: Store): Promise<void> {
  for (const kept of await store.keptMatches(Date.now() - KEPT_MS)) {
    if (!(await openKeptRoom(kept))) await store.dropMatch(kept.code).catch(() => {});
  }
}

/**
 * Where several processes share the store: opens what was kept but runs nowhere any more, because its process is gone.
 * `quietMs` is for how long it was not kept anew; each is opened by one process only.
 */
export async function openOrphans(store: Store, quietMs: number): Promise<void> {
  const now = Date.now();
  const span = [now - KEPT_MS, now - quietMs] as const;
  const codes = await store.keptCodes(...span);
  if (codes.length === 0) return;
  const running = await matchMaker.findRoomsByIds(codes);
  for (const code of codes) {
    const kept = running.has(code) ? undefined : await store.takeMatch(code, ...span);
    if (kept) await openKeptRoom(kept);
  }
}

/** Returns whether there is something to go on with. */
async function openKeptRoom(kept: KeptMatch): Promise<boolean> {
  const room = readRoom(kept);
  if (!room || room.seats.length === 0) return false;
  const word = randomUUID();
  opening.set(word, room);
  // Found by quick play as before.
  const { mode, map } = room.options;
  await matchMaker
    .handleCreateRoom('match', { mode, ...(map && { map }), quick: true, resume: word })
    .catch((error: unknown) => log.warn({ err: error, room: kept.code }, 'a match cannot go on'));
  opening.delete(word);
  return true;
}

/** The room that a word stands for; nothing for whatever anybody else says. */
export function roomToOpen(options: unknown): KeptRoom | undefined {
  const word = (options as { resume?: unknown } | undefined)?.resume;
  return typeof word === 'string' ? opening.get(word) : undefined;
}
