// The rules for whoever wants to say something, in a room or in the lobby: not muted, not too often, not the same again, and
// something that can be read.

import { CHAT_RATE, LINE_MAX } from '#shared/net/chat.ts';
import { REFUSED } from '#shared/net/protocol.ts';
import { sanctionText } from '#shared/net/sanctionText.ts';
import { cleanText } from '#shared/net/text.ts';
import { type Person, people } from '../identity/people.ts';
import { refuse } from '../refuse.ts';
import { Allowance } from '../rooms/allowance.ts';
import { starRude } from './filter.ts';

/** The same line again is refused for so long. */
const REPEAT_MS = 15_000;

export class Speech {
  readonly #allowance = new Allowance(CHAT_RATE.most, CHAT_RATE.everyMs);
  readonly #last = new Map<string, { text: string; at: number }>();

  /** What somebody says, as it may be told. Throws ServerError with a sentence when they may not, or when it is nothing. */
  take(person: Person, said: string, filtered: boolean): string {
    const mute = people.mutes.check(person);
    if (mute) throw refuse('chat-muted', REFUSED.muted, sanctionText('mute', mute));
    const text = cleanText(said, LINE_MAX);
    if (text === '') throw refuse('chat-empty', REFUSED.options, 'There is nothing to read in that.');
    const now = performance.now();
    const last = this.#last.get(person.identity);
    if (last?.text === text && now - last.at < REPEAT_MS) throw refuse('chat-repeat', REFUSED.tooFast, 'You have just said that.');
    if (!this.#allowance.take(person.identity))
      throw refuse('chat-rate', REFUSED.tooFast, `You write a lot. Wait ${this.#allowance.waitS(person.identity)} s.`);
    this.#last.set(person.identity, { text, at: now });
    this.#sweep(now);
    return filtered ? starRude(text) : text;
  }

  /** Milliseconds until somebody may say something again. */
  waitMs({ identity }: Person): number {
    return this.#allowance.waitS(identity) * 1000;
  }

  #sweep(now: number): void {
    this.#allowance.sweep();
    for (const [person, { at }] of this.#last) if (now - at > REPEAT_MS) this.#last.delete(person);
  }
}
