// Who somebody is, without accounts: a token in their browser, and a salted hash of their address. What the server knows
// of people goes through here; addresses in clear stay in the doors' counters.

import { createHmac } from 'node:crypto';
import { REFUSED } from '#shared/net/protocol.ts';
import { sanctionText } from '#shared/net/sanctionText.ts';
import { refuse } from '../refuse.ts';
import type { KeptOfPerson } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from './keys.ts';
import { Sanctions } from './sanctions.ts';
import { readTicket, signTicket } from './tickets.ts';
import { newIdentity, readToken, signToken } from './tokens.ts';

const HASH_LETTERS = 22;

/** Somebody at a door. */
export interface Person {
  /** The same after a refresh, a restart and in every room; made for this visit where no token was sent. */
  identity: string;
  /** Salted hash of their address, an IPv6 one's /64. */
  address: string;
  /** When their identity began, in milliseconds since 1970: a new one cannot hide an old one. */
  since: number;
}

/** What other processes must know of an identity. */
export interface IdentityNews {
  what: 'welcome' | 'forget';
  identity: string;
}

export class People {
  readonly bans: Sanctions;
  readonly mutes: Sanctions;
  readonly store: Store;
  /** Tells other processes of a new identity, or of one that was deleted; set where there are any. */
  announce: (news: IdentityNews) => void = () => {};
  #keys: Keys;

  private constructor(store: Store, keys: Keys) {
    this.store = store;
    this.#keys = keys;
    this.bans = new Sanctions('ban', store);
    this.mutes = new Sanctions('mute', store);
  }

  static async open(store: Store, keys: Keys): Promise<People> {
    const people = new People(store, keys);
    await Promise.all([people.bans.load(), people.mutes.load()]);
    return people;
  }

  /** The hash by which an address (addressOf) is known. Nothing leads back from it without the salt. */
  hashAddress(address: string): string {
    return createHmac('sha256', this.#keys.salt).update(address).digest('base64url').slice(0, HASH_LETTERS);
  }

  /** A token for a caller: a new identity's, or the one that they have, renewed when its term is half over. */
  async welcome(token: unknown): Promise<{ token: string; fresh: boolean }> {
    const kept = await readToken(this.#keys, token);
    if (kept.ok && (await this.store.seeIdentity(kept.identity, Date.now())) > 0) {
      return { token: kept.renew ? await signToken(this.#keys, kept.identity) : String(token), fresh: false };
    }
    const identity = newIdentity();
    await this.store.addIdentity(identity, Date.now());
    this.announce({ what: 'welcome', identity });
    return { token: await signToken(this.#keys, identity), fresh: true };
  }

  /**
   * Whose a token is. Without one it is somebody for this visit only. Throws a ServerError of REFUSED.identity for one that
   * is forged, expired, unreadable or of a deleted identity: whoever sent it had better get a new one.
   */
  async identify(token: unknown): Promise<Omit<Person, 'address'>> {
    if (token === undefined || token === '') return { identity: newIdentity(), since: Date.now() };
    const read = await readToken(this.#keys, token);
    if (!read.ok) throw refuse(`token-${read.why}`, REFUSED.identity, `Your identity is ${WORDS[read.why]}. You get a new one.`);
    const since = await this.store.seeIdentity(read.identity, Date.now());
    if (since > 0) return { identity: read.identity, since };
    throw refuse('token-deleted', REFUSED.identity, 'This identity was deleted. You get a new one.');
  }

  /** What is kept of the holder of a token. Throws as `identify`. */
  async keptOf(token: unknown): Promise<KeptOfPerson | undefined> {
    return this.store.keptOf((await this.identify(token)).identity);
  }

  /**
   * Deletes what is kept of the holder of a token, which is good for nothing from then on. A ban keeps its hash of an
   * address until its term is over. Throws as `identify`.
   */
  async forget(token: unknown): Promise<void> {
    const { identity } = await this.identify(token);
    await this.store.deleteIdentity(identity);
    this.announce({ what: 'forget', identity });
    await this.loadSanctions();
  }

  /** Another process may have made the next key. */
  useKeys(keys: Keys): void {
    this.#keys = keys;
  }

  /** Reads bans and mutes from the store. */
  async loadSanctions(): Promise<void> {
    await Promise.all([this.bans.load(), this.mutes.load()]);
  }

  /** A word with which an operator watches the room of a code unseen, for a short while. */
  watchTicket(code: string): Promise<string> {
    return signTicket(this.#keys, code);
  }

  /** The room that a ticket is for. Throws a ServerError: who wanted to be unseen must not be seen instead. */
  async readTicket(ticket: string): Promise<string> {
    const code = await readTicket(this.#keys, ticket);
    if (!code) throw refuse('ticket', REFUSED.options, 'This way to watch has ended: open the room in the monitor again.');
    return code;
  }

  /** Who is banned does not get in. Throws a ServerError of REFUSED.banned with the reason and the term. */
  admit(person: Person): void {
    const ban = this.bans.check(person);
    if (ban) throw refuse('banned', REFUSED.banned, sanctionText('ban', ban));
  }
}

const WORDS = { expired: 'too old', forged: 'not from this server', unreadable: 'damaged' } as const;

/** The process's people; set once before the first room. */
export let people: People;

export function setPeople(all: People): void {
  people = all;
}
