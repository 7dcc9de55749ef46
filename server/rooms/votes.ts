// Where no host is, those who play decide by vote: to send somebody away, to go on to the next map, to begin anew. One vote
// at a time, for a while, decided by the majority of all who play; who began one waits before the next.

import type { PollMessage } from '#shared/net/hosting.ts';
import { POLL_KINDS, type PollKind, REFUSED } from '#shared/net/protocol.ts';
import type { PollState } from '#shared/net/schema.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { refuse } from './admission.ts';
import { Allowance } from './allowance.ts';
import type { Attendance } from './attendance.ts';
import type { Hosting } from './hosting.ts';
import type { Seating } from './seating.ts';

const VOTE_TICKS = 20 * TICK_HZ;
/** Who began a vote may begin another after so long. */
const COOL_DOWN_MS = 60_000;
/** Answers at once, and milliseconds until one more. */
const ANSWERS = { most: 6, everyMs: 1000 };

/** What votes need of the room. */
export interface VotingRoom {
  readonly state: { readonly poll: PollState; readonly tick: number; readonly map: string };
  readonly hosting: Hosting;
  readonly seating: Seating;
  readonly attendance: Attendance;
  /** Ends what is played and goes on, on the map of an id or the one whose turn it is. */
  goOn(map?: string): void;
}

export class Votes {
  readonly #room: VotingRoom;
  readonly #answers = new Map<string, boolean>();
  readonly #begun = new Allowance(1, COOL_DOWN_MS);
  readonly #allowance = new Allowance(ANSWERS.most, ANSWERS.everyMs);

  constructor(room: VotingRoom) {
    this.#room = room;
  }

  /** Begins a vote or answers the one that runs. Throws ServerError with a sentence. */
  take(sessionId: string, message: PollMessage): void {
    if (!this.#voters.includes(sessionId)) throw refuse('poll', REFUSED.notNow, 'Only those who play vote.');
    if (!this.#allowance.take(this.#identityOf(sessionId)))
      throw refuse('poll-rate', REFUSED.tooFast, 'That was a lot at once: wait a moment.');
    if (message.do === 'answer') this.#answer(sessionId, message.yes);
    else this.#begin(sessionId, message.do, message.do === 'kick' ? message.who : '');
  }

  /** A tick has passed. */
  step(tick: number): void {
    const { poll } = this.#room.state;
    if (poll.kind !== 0 && tick >= poll.endTick) this.close();
  }

  /** Somebody does not play any more: their answer does not count, and fewer are needed. Who was voted on is gone. */
  forget(sessionId: string): void {
    const { poll } = this.#room.state;
    if (poll.kind === 0) return;
    this.#answers.delete(sessionId);
    if (poll.who === sessionId) this.close();
    else this.#count();
  }

  /** The vote is over, whatever it would have led to. */
  close(): void {
    this.#answers.clear();
    Object.assign(this.#room.state.poll, { kind: 0, who: '', name: '', by: '', yes: 0, no: 0, needed: 0, endTick: 0 });
  }

  #begin(sessionId: string, kind: Exclude<PollKind, 'none'>, who: string): void {
    const { poll, tick } = this.#room.state;
    if (this.#room.hosting.hasHost) throw refuse('poll', REFUSED.notNow, 'This room has a host, who decides.');
    if (poll.kind !== 0) throw refuse('poll', REFUSED.notNow, 'A vote is running already.');
    if (kind === 'kick' && who === sessionId) throw refuse('poll', REFUSED.noTarget, 'You cannot vote on yourself.');
    if (kind === 'kick' && !this.#voters.includes(who)) throw refuse('poll', REFUSED.noTarget, 'That person does not play here any more.');
    const person = this.#identityOf(sessionId);
    const waitS = this.#begun.waitS(person);
    if (waitS > 0) throw refuse('poll-rate', REFUSED.tooFast, `You began a vote a moment ago. You may begin another in ${waitS} s.`);
    this.#begun.sweep();
    this.#begun.take(person);
    const name = this.#nameOf(who);
    const by = this.#nameOf(sessionId);
    Object.assign(poll, { kind: POLL_KINDS.indexOf(kind), who, name, by, endTick: tick + VOTE_TICKS });
    this.#answer(sessionId, true);
  }

  #answer(sessionId: string, yes: boolean): void {
    if (this.#room.state.poll.kind === 0) throw refuse('poll', REFUSED.notNow, 'No vote is running now.');
    this.#answers.set(sessionId, yes);
    this.#count();
  }

  /** Decides as soon as nothing can change it any more. */
  #count(): void {
    const { poll } = this.#room.state;
    const voters = this.#voters;
    const answers = voters.map((voter) => this.#answers.get(voter));
    poll.yes = answers.filter((yes) => yes === true).length;
    poll.no = answers.filter((yes) => yes === false).length;
    poll.needed = Math.floor(voters.length / 2) + 1;
    if (poll.yes >= poll.needed) {
      const kind = POLL_KINDS[poll.kind] as Exclude<PollKind, 'none'>;
      const { who } = poll;
      this.close();
      this.#carry(kind, who);
    } else if (voters.length - poll.no < poll.needed) this.close();
  }

  #carry(kind: Exclude<PollKind, 'none'>, who: string): void {
    const { attendance, state } = this.#room;
    if (kind === 'kick') attendance.sendAway(who, 'kick');
    else this.#room.goOn(kind === 'restart' ? state.map : undefined);
  }

  /** Sessions of the people who play. */
  get #voters(): string[] {
    return this.#room.seating.present;
  }

  #nameOf(sessionId: string): string {
    return this.#room.attendance.personOf(sessionId)?.name ?? '';
  }

  /** What counts as the same person after a new session. */
  #identityOf(sessionId: string): string {
    return this.#room.attendance.personOf(sessionId)?.identity ?? sessionId;
  }
}
