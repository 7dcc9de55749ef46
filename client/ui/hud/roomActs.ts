// What people in a room ask of the server about the room itself, and who they are.

import type { HostMessage, PollMessage } from '#shared/net/hosting.ts';
import { MESSAGE } from '#shared/net/protocol.ts';
import type { Match } from '../match.ts';

/** Does something as the room's host. Rejects with the server's refusal. */
export async function act({ session }: Match, message: HostMessage): Promise<void> {
  await session.room.request(MESSAGE.host, message);
}

/** Begins a vote or answers the one that runs. Rejects with the server's refusal. */
export async function sayInVote({ session }: Match, message: PollMessage): Promise<void> {
  await session.room.request(MESSAGE.poll, message);
}

/** Whether one runs this room. */
export function isHost({ session }: Match): boolean {
  return session.state.host.session === session.room.sessionId;
}

/** Somebody in the room. */
export interface RoomPerson {
  session: string;
  name: string;
  /** -1 for those who watch. */
  slot: number;
  me: boolean;
  host: boolean;
  /** By the host. */
  muted: boolean;
}

/** Who is here: players by their seats, then those who watch. */
export function peopleOf({ session }: Match): RoomPerson[] {
  const { state, room } = session;
  const person = (id: string, name: string, slot: number): RoomPerson => ({
    session: id,
    name,
    slot,
    me: id === room.sessionId,
    host: id === state.host.session,
    muted: state.muted.includes(id),
  });
  const players: RoomPerson[] = [];
  state.pucks.forEach(({ active, bot, sessionId, name }, slot) => {
    if (active && !bot) players.push(person(sessionId, name, slot));
  });
  const watchers = [...state.watchers.entries()].map(([id, name]) => person(id, name, -1));
  return [...players, ...watchers];
}
