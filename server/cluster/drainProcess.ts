// Which process opens new rooms, and how one of several ends: it opens no more, its matches go on to their end, and
// whoever played there comes to another process by themselves.

import { matchMaker } from '@colyseus/core';
import { drain } from '../drain.ts';
import { log } from '../log.ts';
import { MatchRoom } from '../rooms/MatchRoom.ts';

/** Redis key: processes that open no rooms. */
export const DRAINING = 'carom:draining';
const LOOK_MS = 500;

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
  const [open, listed] = await Promise.all([openProcesses(), matchMaker.query({})]);
  // What processes tell of themselves is a second old: of many rooms at once one would get all.
  const rooms = Map.groupBy(listed, ({ processId }) => processId);
  const busy = (id: string): number => rooms.get(id)?.length ?? 0;
  const [least] = open.map(({ processId }) => processId).sort((a, b) => busy(a) - busy(b));
  return least ?? matchMaker.processId;
}

async function openProcesses(): Promise<Awaited<ReturnType<typeof matchMaker.stats.fetchAll>>> {
  const [all, draining] = await Promise.all([matchMaker.stats.fetchAll(), matchMaker.presence.hgetall(DRAINING)]);
  return all.filter(({ processId }) => !Object.hasOwn(draining, processId));
}

/** Whether there is somewhere else to play; supposed, while Redis does not say. */
const othersAreOpen = (): Promise<boolean> =>
  openProcesses().then(
    (open) => open.some(({ processId }) => processId !== matchMaker.processId),
    () => true,
  );

/**
 * Resolves when nobody is in a match here any more, or after a time in seconds; at once where all processes end, because
 * then the matches are kept for all to be started again.
 */
export async function drained(limitS: number): Promise<void> {
  drain.set(true);
  const end = performance.now() + limitS * 1000;
  log.warn({ rooms: MatchRoom.open.size, limitS }, 'draining');
  const isBusy = (): boolean => [...MatchRoom.open].some((room) => room.clients.length > 0);
  while (performance.now() < end && isBusy() && (await othersAreOpen())) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
