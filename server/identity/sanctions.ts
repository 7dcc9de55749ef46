// Who may not play (bans) or not talk (mutes): kept in the store, and whole in memory, because every join asks. A sanction
// holds by the identity and by the hash of the address: a new name or a new token does not help.

import type { Sanction, SanctionFields } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Person } from './people.ts';

/** Longest term: five years. */
export const LONGEST_TERM_S = 5 * 365 * 24 * 3600;

/** Whom a sanction is for: their identity and the hash of their address, as a Person has them. Either may be empty. */
export interface Target {
  identity: string;
  address: string;
}

export interface NewSanction extends Target {
  name: string;
  /** A sentence or a few words; the person reads it. */
  reason: string;
  /** 'operator', or the identity of who did it. */
  by: string;
  /** Seconds, 1 to LONGEST_TERM_S. */
  termS: number;
}

/** Whether a sanction holds for somebody. */
export function isMeant(sanction: Target, { identity, address }: Target): boolean {
  return (identity !== '' && sanction.identity === identity) || (address !== '' && sanction.address === address);
}

/** Somebody as a room remembers them, from a time on, in milliseconds since 1970. */
export interface Known extends Target {
  at: number;
}

/**
 * Whether somebody is who is remembered, with the same identity or with one that they got afterwards: a new name or a new
 * token does not help, and those who merely share an address with somebody are not meant.
 */
export function isAgain({ identity, address, at }: Known, person: Person): boolean {
  return person.identity === identity || (person.address === address && person.since >= at);
}

/** What other processes must know: one more, or one that was lifted. */
export interface SanctionNews {
  what: 'add' | 'lift';
  sanction: SanctionFields;
}

export class Sanctions {
  readonly #kind: SanctionFields['kind'];
  readonly #store: Store;
  readonly #listeners = new Set<(sanction: Sanction) => void>();
  /** Tells other processes; set where there are any. */
  announce: (news: SanctionNews) => void = () => {};
  #all: Sanction[] = [];

  constructor(kind: SanctionFields['kind'], store: Store) {
    this.#kind = kind;
    this.#store = store;
  }

  /** Reads them from the store; those that are new, by another process, hold from now on. */
  async load(): Promise<void> {
    const known = new Set(this.#all.map(({ id }) => id));
    this.#all = (await this.#store.sanctions()).filter(({ kind }) => kind === this.#kind);
    for (const sanction of this.#all) if (!known.has(sanction.id)) this.#tell(sanction);
  }

  #tell(sanction: Sanction): void {
    for (const listener of this.#listeners) listener(sanction);
  }

  /** What holds for somebody, the longest; nothing for most. */
  check(target: Target): Sanction | undefined {
    const now = Date.now();
    let worst: Sanction | undefined;
    for (const sanction of this.#all) {
      if (sanction.until > Math.max(now, worst?.until ?? 0) && isMeant(sanction, target)) worst = sanction;
    }
    return worst;
  }

  /** Those whose term is not over, the latest first. */
  get all(): readonly Sanction[] {
    const now = Date.now();
    this.#all = this.#all.filter(({ until }) => until > now);
    return this.#all;
  }

  /** Holds from now on, and on disk when the promise resolves. Rejects when the disk refuses: then it does not hold. */
  async add({ termS, ...fields }: NewSanction): Promise<Sanction> {
    const at = Date.now();
    const until = at + Math.max(1, Math.min(LONGEST_TERM_S, termS)) * 1000;
    const sanction = { ...fields, kind: this.#kind, at, until };
    const id = await this.#store.addSanction(sanction);
    const added = { ...sanction, id };
    this.#all = [added, ...this.#all];
    this.#tell(added);
    this.announce({ what: 'add', sanction });
    return added;
  }

  /** Ends one before its term. False when there is none of that id. */
  async lift(id: number): Promise<boolean> {
    const sanction = this.#all.find((one) => one.id === id);
    const lifted = await this.#store.liftSanction(id);
    this.#all = this.#all.filter((one) => one.id !== id);
    if (sanction) this.announce({ what: 'lift', sanction });
    return lifted;
  }

  /** Calls back for each new one. Returns what ends that. */
  onAdd(listener: (sanction: Sanction) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
