// A room's password: kept as a keyed hash only, compared in constant time, and few tries for each address.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { REFUSED } from '#shared/net/messages.ts';
import { refuse } from './admission.ts';
import { Allowance } from './allowance.ts';

/** Wrong words of an address at once, and milliseconds until one more. */
const TRIES = { most: 5, everyMs: 20_000 };

/** A password as it is kept for a restart. */
export const keptPassword = z.object({ key: z.base64(), hash: z.base64() });
type KeptPassword = z.infer<typeof keptPassword>;

export class RoomPassword {
  /** Made by chance for this room: the hash means nothing elsewhere. */
  readonly #key: Buffer;
  readonly #hash: Buffer | undefined;
  readonly #tries = new Allowance(TRIES.most, TRIES.everyMs);

  /** With an empty word everybody may come in; `kept` is that of a room which goes on. */
  constructor(word: string, kept?: KeptPassword) {
    this.#key = kept ? Buffer.from(kept.key, 'base64') : randomBytes(32);
    if (kept) this.#hash = Buffer.from(kept.hash, 'base64');
    else this.#hash = word === '' ? undefined : this.#digest(word);
  }

  /** To go on with after a restart; the word itself is not in it. */
  get kept(): KeptPassword | undefined {
    return this.#hash && { key: this.#key.toString('base64'), hash: this.#hash.toString('base64') };
  }

  /** Whether it takes one. */
  get isSet(): boolean {
    return this.#hash !== undefined;
  }

  /** Lets an address in that says the right word. Throws ServerError with a sentence for a wrong one, and for too many of them. */
  check(address: string, word: string): void {
    if (!this.#hash) return;
    const waitS = this.#tries.waitS(address);
    // Unread, so that a lucky guess among too many is worth nothing.
    if (waitS > 0) throw refuse('password-tries', REFUSED.tooFast, `Too many wrong passwords. Try again in ${waitS} s.`);
    const said = this.#digest(word);
    if (said.length === this.#hash.length && timingSafeEqual(said, this.#hash)) return;
    this.#tries.sweep();
    if (word === '') throw refuse('password', REFUSED.password, 'This room needs a password.');
    this.#tries.take(address);
    throw refuse('password', REFUSED.wrongPassword, 'That is not the password of this room.');
  }

  #digest(word: string): Buffer {
    return createHmac('sha256', this.#key).update(word.normalize('NFC')).digest();
  }
}
