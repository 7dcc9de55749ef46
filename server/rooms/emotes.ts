// Passes emotes and quick phrases on, one every so often from each player: to everybody in the room, or to the speaker's
// team. Whoever does not want to hear somebody is left out.

import type { Client, Room } from '@colyseus/core';
import { EMOTE_COOL_DOWN_MS, EMOTES, type Said } from '#shared/net/emotes.ts';
import { emoteMessage, MESSAGE, REFUSED } from '#shared/net/messages.ts';
import { seatTeam } from '#shared/sim/scores.ts';
import { refuse } from '../refuse.ts';
import { Allowance } from './allowance.ts';
import type { Seats } from './seats.ts';

/** One may come this much early: lines are not steady. */
const EARLY_MS = 250;

/** Whom a word may reach, beside those in the room. */
export interface Company {
  seats: Seats;
  /** Teams of the mode that is played, 0 for none. */
  teams: number;
  /** Whether one is to hear another: a listener may have muted the speaker. */
  hears?(listener: Client, speaker: Client): boolean;
}

/** Lets the players of a room say things; `company` is asked each time. */
export function takeEmotes(room: Room, company: () => Company): void {
  const emotes = new Emotes();
  room.onMessage(MESSAGE.emote, emoteMessage, (client, index) => emotes.say(client, index, room.clients, company()));
}

class Emotes {
  readonly #allowance = new Allowance(1, EMOTE_COOL_DOWN_MS - EARLY_MS);

  /** A player says what is at a place in EMOTES. Throws when they do not play, for a team that there is not, and too soon. */
  say(speaker: Client, index: number, clients: Iterable<Client>, { seats, teams, hears }: Company): void {
    const slot = seats.of(speaker.sessionId)?.slot;
    const forTeam = EMOTES[index]?.team === true;
    if (slot === undefined) throw refuse('emote', REFUSED.notNow, 'Only those who play say something.');
    if (forTeam && teams === 0) throw refuse('emote', REFUSED.notNow, 'There are no teams in this match.');
    if (!this.#allowance.take(speaker.sessionId)) throw refuse('emote', REFUSED.tooFast, 'Wait a moment before you say something again.');
    this.#allowance.sweep();
    const said: Said = [slot, index];
    for (const client of clients) {
      const theirs = seats.of(client.sessionId)?.slot;
      const isMate = theirs !== undefined && seatTeam(theirs, teams) === seatTeam(slot, teams);
      if ((isMate || !forTeam) && hears?.(client, speaker) !== false) client.send(MESSAGE.emote, said);
    }
  }
}
