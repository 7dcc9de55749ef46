// Who waits for a seat, in the order in which they came. They watch meanwhile; the state shows everybody the line.

import type { MatchState } from '#shared/net/schema.ts';

export class Line {
  readonly #state: Pick<MatchState, 'line'>;

  constructor(state: Pick<MatchState, 'line'>) {
    this.#state = state;
  }

  get isEmpty(): boolean {
    return this.#state.line.length === 0;
  }

  /** Sessions in their order. */
  get sessions(): string[] {
    return [...this.#state.line];
  }

  /** Puts a session at the end; one that waits already keeps its place. */
  join(sessionId: string): void {
    if (!this.#state.line.includes(sessionId)) this.#state.line.push(sessionId);
  }

  /** A session waits no longer. */
  leave(sessionId: string): void {
    const at = this.#state.line.indexOf(sessionId);
    if (at >= 0) this.#state.line.splice(at, 1);
  }
}
