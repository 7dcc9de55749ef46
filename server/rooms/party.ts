// Friends who came by one link find each other again: quick play leads to the room in which somebody of one's party plays,
// if there is place, and so does the link to a room that is closed by now.

import { matchMaker } from '@colyseus/core';
import type { Listing } from './lobbyListing.ts';

/** The framework's way to a seat. */
export type Invoke = typeof matchMaker.controller.invokeMethod;

/** What somebody who comes asks for; anything may have been sent. */
interface Wishes {
  party?: unknown;
  mode?: unknown;
  map?: unknown;
}

/** The framework's code for a room that there is not. */
const NO_ROOM = 522;

/** The same way, beside one's party. */
export function withParty(invoke: Invoke): Invoke {
  return async (method, target, options = {}, auth) => {
    const asIs = () => invoke(method, target, options, auth);
    const beside = async (wishes: Wishes) => {
      const code = await roomOfParty(wishes);
      // It may have closed just now.
      return code && invoke('joinById', code, options, auth).catch((error) => (isNoRoom(error) ? undefined : Promise.reject(error)));
    };
    if (method === 'joinOrCreate' && target === 'match') return (await beside(options)) || asIs();
    if (method !== 'joinById' || options.spectate) return asIs();
    return asIs().catch(async (error) => (isNoRoom(error) && (await beside({ party: options.party }))) || Promise.reject(error));
  };
}

/** The code of the room with most of a party, among those in whatever process that quick play by the same wishes may find. */
async function roomOfParty({ party, mode, map }: Wishes): Promise<string | undefined> {
  if (!party) return undefined;
  const wishes = Object.fromEntries(Object.entries({ mode, map }).filter(([, wish]) => wish !== undefined));
  const rooms = await matchMaker.query({ name: 'match', private: false, locked: false, quick: true, ...wishes } as object);
  let most = 0;
  let code: string | undefined;
  for (const { roomId, metadata } of rooms) {
    const { parties = [] } = (metadata ?? {}) as Partial<Listing>;
    const friends = parties.filter((word) => word === party).length;
    if (friends <= most) continue;
    most = friends;
    code = roomId;
  }
  return code;
}

const isNoRoom = ({ code }: { code?: number }): boolean => code === NO_ROOM;
