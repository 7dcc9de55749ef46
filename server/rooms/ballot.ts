// The vote on the next map: who is for which.

import { BallotState, type MatchState } from '#shared/net/schema.ts';

export class Ballot {
  readonly #state: MatchState;
  readonly #votes = new Map<string, number>();

  /** `state` shows the maps and their votes. */
  constructor(state: MatchState) {
    this.#state = state;
  }

  /** Puts maps to the vote. */
  open(maps: readonly { id: string; name: string }[]): void {
    this.close();
    for (const { id, name } of maps) {
      const option = new BallotState();
      option.map = id;
      option.name = name;
      this.#state.ballot.push(option);
    }
  }

  /** A session is for the map at an index; a later vote replaces it. False when there is no such map to vote on. */
  vote(sessionId: string, index: number): boolean {
    if (index >= this.#state.ballot.length) return false;
    this.#votes.set(sessionId, index);
    this.#count();
    return true;
  }

  /** Whose session ends does not vote. */
  forget(sessionId: string): void {
    if (this.#votes.delete(sessionId)) this.#count();
  }

  /** The map with the most votes, the first on a tie; nothing when there is nothing to vote on. */
  get winner(): string | undefined {
    let best: BallotState | undefined;
    this.#state.ballot.forEach((option) => {
      if (!best || option.votes > best.votes) best = option;
    });
    return best?.map;
  }

  close(): void {
    this.#votes.clear();
    while (this.#state.ballot.length > 0) this.#state.ballot.pop();
  }

  #count(): void {
    const votes = [...this.#votes.values()];
    this.#state.ballot.forEach((option, i) => {
      option.votes = votes.filter((index) => index === i).length;
    });
  }
}
