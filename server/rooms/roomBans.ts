// Who may not come back to a room: kicked for a while, banned for as long as it lasts, whatever name or token they have.

import { REFUSED } from '#shared/net/protocol.ts';
import { roomBanText } from '#shared/net/sanctionText.ts';
import type { Person } from '../identity/people.ts';
import { isAgain, type Known } from '../identity/sanctions.ts';
import { refuse } from './admission.ts';

/** Whoever was kicked stays out for so long. */
const KICK_MS = 5 * 60_000;
const FOR_GOOD = Number.MAX_SAFE_INTEGER;

export interface RoomBan extends Known {
  /** FOR_GOOD for as long as the room lasts. */
  until: number;
}

export class RoomBans {
  #bans: RoomBan[] = [];

  /** To go on with after a restart. */
  get all(): readonly RoomBan[] {
    return this.#bans;
  }

  /** Those of a room that goes on. */
  restore(bans: readonly RoomBan[]): void {
    this.#bans = [...bans];
  }

  /** Keeps a person out from now on. */
  add({ identity, address }: Person, how: 'kick' | 'ban'): void {
    const at = Date.now();
    this.#bans.push({ identity, address, at, until: how === 'kick' ? at + KICK_MS : FOR_GOOD });
  }

  /** Throws a ServerError of REFUSED.kicked with what holds and for how long. */
  check(person: Person): void {
    const now = Date.now();
    this.#bans = this.#bans.filter(({ until }) => until > now);
    const ban = this.#bans.find((one) => isAgain(one, person));
    if (!ban) return;
    const minutes = ban.until === FOR_GOOD ? Number.POSITIVE_INFINITY : Math.ceil((ban.until - now) / 60_000);
    throw refuse('room-ban', REFUSED.kicked, roomBanText(minutes));
  }
}
