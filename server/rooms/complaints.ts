// Players' reports of each other: a short reason, one about each person in a match, kept for operators; each leaves a line
// in the audit, so that it is there when the room is gone.

import type { Client, Room } from '@colyseus/core';
import { MESSAGE, REFUSED, reportMessage } from '#shared/net/messages.ts';
import type { Complaint, ComplaintReason } from '#shared/net/reports.ts';
import { type Person, people } from '../identity/people.ts';
import { log } from '../log.ts';
import { refuse } from '../refuse.ts';
import type { Admitted } from './admission.ts';
import { Allowance } from './allowance.ts';

/** Reports of a person at once, and milliseconds until one more. */
const RATE = { most: 3, everyMs: 20_000 };
/** Those that a room keeps. */
const KEPT = 50;

/** What reports need of the room. */
export interface ComplainingRoom {
  /** Whether a session plays here. */
  plays(sessionId: string): boolean;
  personOf(sessionId: string): Person | undefined;
  nameOf(sessionId: string): string;
  /** Seconds of the match. */
  matchS(): number;
}

export class Complaints {
  readonly #room: ComplainingRoom;
  readonly #code: string;
  readonly #allowance = new Allowance(RATE.most, RATE.everyMs);
  /** Who has reported whom in this match, by identity. */
  readonly #made = new Set<string>();
  #all: Complaint[] = [];

  constructor(room: Room, needs: ComplainingRoom) {
    this.#room = needs;
    this.#code = room.roomId;
    room.onMessage(MESSAGE.report, reportMessage, (client, { who, reason }) => this.#take(client, who, reason));
  }

  /** The latest last. */
  get all(): readonly Complaint[] {
    return this.#all;
  }

  /** Another match: everybody may be reported anew. */
  nextMatch(): void {
    this.#made.clear();
    this.#allowance.sweep();
  }

  #take({ sessionId, auth }: Client, who: string, reason: ComplaintReason): void {
    const { identity, name } = auth as Admitted;
    if (!this.#room.plays(sessionId)) throw refuse('report', REFUSED.notNow, 'Only those who play report others.');
    const target = this.#room.personOf(who);
    if (!target || who === sessionId) throw refuse('report', REFUSED.noTarget, 'That person is not here any more.');
    const pair = `${identity} ${target.identity}`;
    if (this.#made.has(pair)) throw refuse('report-again', REFUSED.notNow, 'You have reported them in this match already.');
    if (!this.#allowance.take(identity)) throw refuse('report-rate', REFUSED.tooFast, 'That was a lot at once: wait a moment.');
    this.#made.add(pair);
    const named = this.#room.nameOf(who);
    const at = Math.round(Date.now() / 1000);
    this.#all = [...this.#all, { reason, by: name, who, name: named, at, matchS: this.#room.matchS() }].slice(-KEPT);
    const line = { by: identity, action: 'report', room: this.#code, target: target.identity, detail: `${named}: ${reason}, says ${name}` };
    people.store.addAudit(line).catch((error: unknown) => log.error({ err: error }, 'a report was not kept'));
  }
}
