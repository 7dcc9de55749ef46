// Answers those who ask for a match's map, a few times only: the text is long, and one is enough.

import { REFUSED } from '#shared/net/messages.ts';
import { refuse } from './admission.ts';

/** Answers to a session in a match. */
const MOST = 20;

export class MapRequests {
  readonly #answers = new Map<string, number>();

  /** `text` is the map's. Throws when the session had it often enough. */
  answer(sessionId: string, text: string): string {
    const answers = (this.#answers.get(sessionId) ?? 0) + 1;
    this.#answers.set(sessionId, answers);
    if (answers > MOST) throw refuse('map', REFUSED.options, 'The map was sent often enough.');
    return text;
  }

  /** A session has ended. */
  forget(sessionId: string): void {
    this.#answers.delete(sessionId);
  }

  /** There is another map. */
  clear(): void {
    this.#answers.clear();
  }
}
