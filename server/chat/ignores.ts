// Who does not want to hear whom. It holds by identity, so in every room and after a new name; kept in the store.

import { people } from '../identity/people.ts';
import { log } from '../log.ts';

/** So many people may be ignored by one. */
const MOST = 500;

export class Ignores {
  /** By the listener's identity, of those who are here. */
  readonly #of = new Map<string, Set<string>>();

  /** Somebody came: reads whom they ignore. */
  came(identity: string): void {
    if (this.#of.has(identity)) return;
    const ignored = new Set<string>();
    this.#of.set(identity, ignored);
    people.store.ignoresOf(identity).then(
      (all) => {
        for (const one of all) ignored.add(one);
      },
      (err: unknown) => log.warn({ err }, 'whom somebody ignores could not be read'),
    );
  }

  /** Somebody is gone. */
  left(identity: string): void {
    this.#of.delete(identity);
  }

  /** Whether one is to hear another. */
  hears(listener: string, speaker: string): boolean {
    return !this.#of.get(listener)?.has(speaker);
  }

  /** One ignores another from now on, or not any more. Rejects when it cannot be kept. */
  async set(listener: string, speaker: string, on: boolean): Promise<void> {
    const ignored = this.#of.get(listener);
    if (!ignored || listener === speaker) return;
    if (!on) ignored.delete(speaker);
    else if (ignored.size < MOST) ignored.add(speaker);
    await (on ? people.store.ignore(listener, speaker) : people.store.unignore(listener, speaker));
  }
}
