// Keeps a room in the store every few seconds, so that a restarted server can go on with it. The store has a thread of its
// own: no tick waits for it.

import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import type { Attendance } from './attendance.ts';
import type { RoomChat } from './chat.ts';
import type { Hosting } from './hosting.ts';
import type { RoomPassword } from './hostPassword.ts';
import { type RoomToKeep, writeRoom } from './keptRoom.ts';
import type { Match } from './match.ts';
import type { RoomOptions } from './options.ts';
import type { Seating } from './seating.ts';

/** Milliseconds from one keeping of the room to the next: so much of a match is lost when the process is killed. */
const KEEP_MS = 3000;

/** Of what a room is made again. */
export interface KeepableRoom {
  readonly code: string;
  readonly options: RoomOptions;
  readonly state: { readonly host: { readonly locked: boolean; readonly pauseS: number } };
  readonly match: Match;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly password: RoomPassword;
  readonly attendance: Attendance;
  readonly chat: RoomChat;
}

export class RoomKeeper {
  readonly #room: KeepableRoom;
  readonly #timer: NodeJS.Timeout;

  /** Keeps the room from now on, until `stop`. */
  constructor(room: KeepableRoom) {
    this.#room = room;
    this.#timer = setInterval(() => void this.keep(), KEEP_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Keeps the room as it is now; one in which nobody plays is not worth it. Never rejects. */
  async keep(): Promise<void> {
    const { code, seating } = this.#room;
    if (seating.seats.players === 0) return;
    await people.store
      .keepMatch(code, writeRoom(this.#now()))
      .catch((error: unknown) => log.error({ err: error, room: code }, 'a match was not kept'));
  }

  /** The room is over for good. Never rejects: what is left is too old soon. */
  async forget(): Promise<void> {
    await people.store.dropMatch(this.#room.code).catch(() => {});
  }

  #now(): RoomToKeep {
    const { code, options, state, match, seating, hosting, password, attendance, chat } = this.#room;
    const { locked, pauseS } = state.host;
    const { world, joinTicks } = match;
    const seats = [...seating.seats.entries()].map(([sessionId, { slot, holder }]) => {
      const { identity, address, since, name, party } = holder;
      return { slot, identity, address, since, name, party, host: hosting.isHost(sessionId) };
    });
    const { kept } = password;
    const [bans, mutes] = [[...attendance.bans.all], [...chat.silenced]];
    return { code, options, locked, pauseS, world, joinTicks, seats, bans, mutes, ...(kept && { password: kept }) };
  }
}
