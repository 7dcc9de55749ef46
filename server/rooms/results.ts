// What is shown between two matches: who is named for what, and the vote on the next map.

import { REFUSED } from '#shared/net/messages.ts';
import { AwardState, type MatchState } from '#shared/net/schema.ts';
import { refuse } from './admission.ts';
import { Ballot } from './ballot.ts';
import type { Match } from './match.ts';

export class Results {
  readonly #state: MatchState;
  readonly #ballot: Ballot;

  /** `state` shows them. */
  constructor(state: MatchState) {
    this.#state = state;
    this.#ballot = new Ballot(state);
  }

  /** A match is over. */
  open({ awards, candidates, world }: Match): void {
    this.close();
    for (const { id, slot, value } of awards) {
      const name = world.pucks[slot]?.name ?? '';
      this.#state.awards.push(Object.assign(new AwardState(), { id, slot, name, value }));
    }
    this.#ballot.open(candidates);
  }

  /** A player is for the map at an index. Throws a sentence when there is no such map to vote on. */
  vote(sessionId: string, index: number): void {
    if (!this.#ballot.vote(sessionId, index)) throw refuse('vote', REFUSED.options, 'There is no such map to vote on now.');
  }

  /** Whose session ends, or who watches from now on, does not vote. */
  forget(sessionId: string): void {
    this.#ballot.forget(sessionId);
  }

  /** The map that was voted for; nothing when there was nothing to vote on. */
  get winner(): string | undefined {
    return this.#ballot.winner;
  }

  /** The next match begins. */
  close(): void {
    while (this.#state.awards.length > 0) this.#state.awards.pop();
    this.#ballot.close();
  }
}
