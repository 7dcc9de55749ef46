// Who and what gets in: the checks of a join and of a new room. Each refusal is a sentence for people and a count.

import { z } from 'zod';
import { type JoinedOptions, joinOptions, PROTOCOL, REFUSED } from '#shared/net/messages.ts';
import { RULES } from '#shared/replay/rules.ts';
import { drain } from '../drain.ts';
import { type Person, people } from '../identity/people.ts';
import { refuse } from '../refuse.ts';
import { type RoomOptions, roomOptions } from './options.ts';

/** How many rooms a process has at most, and how many of them one address has opened. */
export interface RoomLimits {
  rooms: number;
  roomsPerAddress: number;
}

/** Lobbies of a process; each has places for some hundreds. */
const LOBBIES = 4;

export { refuse };

/** Whoever was let in, as rooms know them: `client.auth`. */
export type Admitted = Omit<JoinedOptions, 'token' | 'creator' | 'ticket'> &
  Person & {
    /** Code of the room that an operator watches unseen; empty for everybody else. */
    unseen: string;
  };

/** Checks what a client sends with a join, whose token it is, and that they are not banned. Throws ServerError. */
export async function admitClient(options: unknown): Promise<Admitted> {
  const parsed = joinOptions.safeParse(options);
  if (!parsed.success) throw refuse('options', REFUSED.options, z.prettifyError(parsed.error));
  const { protocol, rules } = parsed.data;
  if (protocol !== PROTOCOL || rules !== RULES) throw refuse('outdated', REFUSED.outdated, 'This page is out of date: reload it.');
  const { token, creator: address, ticket, ...rest } = parsed.data;
  const person = { ...(await people.identify(token)), address };
  if (ticket) return { ...rest, ...person, spectate: true, unseen: await people.readTicket(ticket) };
  people.admit(person);
  return { ...rest, ...person, unseen: '' };
}

/** Checks what a room is asked for with, among the rooms that are open: `creators` has the address of each, hashed. Throws ServerError. */
export function admitRoom(options: unknown, creators: readonly string[], limits: RoomLimits): RoomOptions {
  const parsed = roomOptions.safeParse(options);
  if (!parsed.success) throw refuse('options', REFUSED.options, z.prettifyError(parsed.error));
  if (drain.on) throw refuse('draining', REFUSED.rooms, 'This server opens no more rooms: it is about to be restarted.');
  if (creators.length >= limits.rooms) throw refuse('rooms', REFUSED.rooms, 'This server has no room left. Try again later.');
  const { creator } = parsed.data;
  const theirs = creators.filter((address) => creator !== '' && address === creator).length;
  if (theirs >= limits.roomsPerAddress) throw refuse('rooms-of-address', REFUSED.rooms, 'Too many rooms were opened from your address.');
  return parsed.data;
}

/** Checks whether another lobby may be opened beside so many. Throws ServerError. */
export function admitLobby(open: number): void {
  if (open >= LOBBIES) throw refuse('lobbies', REFUSED.rooms, 'This server has no room left. Try again later.');
}
