// Which process opens new rooms, and how one of several ends: it opens no more, its matches go on to their end, and
// whoever played there comes to another process by themselves.

import { matchMaker } from '@colyseus/core';
import { drain } from '../drain.ts';
import { log } from '../log.ts';
import { MatchRoom } from '../rooms/MatchRoom.ts';

/** Redis key: processes that open no rooms. */
export const DRAINING = 'carom:draining';
const LOOK_MS = 250;

/** Tells all processes whether this one opens rooms, as its drain goes on and off. */
export function shareDrain(): void {
  drain.others = true;
  drain.onChange((on) => {
    const { presence, processId } = matchMaker;
    if (on) void presence.hset(DRAINING, processId, '1');
    else void presence.hdel(DRAINING, processId);
  });
}

/** The process with the fewest rooms among those that open any; this one when there is none. */
export async function leastBusy(): Promise<string> {
  const [all, draining] = await Promise.all([matchMaker.stats.fetchAll(), matchMaker.presence.hgetall(DRAINING)]);
  const open = all.filter(({ processId }) => !Object.hasOwn(draining, processId));
  const [least] = open.sort((a, b) => a.roomCount - b.roomCount);
  return least?.processId ?? matchMaker.processId;
}

/** Resolves when nobody is in a match here any more, or after a time in seconds. */
export async function drained(limitS: number): Promise<void> {
  drain.set(true);
  const end = performance.now() + limitS * 1000;
  log.warn({ rooms: MatchRoom.open.size, limitS }, 'draining');
  while (performance.now() < end && [...MatchRoom.open].some((room) => room.clients.length > 0)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
