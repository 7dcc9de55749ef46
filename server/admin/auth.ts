// Who is an operator or a moderator: a password for each, tries that get slower, and a session cookie that scripts cannot
// read and other sites cannot send. A session also has a token that its own pages repeat in a header with whatever they change.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Role } from '#shared/net/reports.ts';

const COOKIE = 'carom_admin';
const SESSION_S = 12 * 3600;
/** Failures of an address are remembered for so long. */
const MEMORY_S = 3600;
const LONGEST_WAIT_S = 600;

export interface Session {
  /** Repeated in the header `x-carom-token`. */
  token: string;
  role: Role;
  /** As the audit names whoever it is: the role, and the name that they gave. */
  by: string;
  expiresAt: number;
}

/** By role; without a moderator's password there are none. */
export type Passwords = { operator: string; moderator?: string | undefined };

export type LoginResult = { ok: true; cookie: string; session: Session } | { ok: false; waitS: number };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const newSecret = (): string => randomBytes(24).toString('base64url');

/** Whether two texts are equal, in a time that does not tell how much of them is. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

export class AdminAuth {
  readonly #passwords: Passwords;
  readonly #secure: boolean;
  readonly #trying = new Set<string>();
  readonly #sessions = new Map<string, Session>();
  readonly #failures = new RateLimiterMemory({ keyPrefix: 'failures', points: 1_000_000, duration: MEMORY_S });
  readonly #waits = new RateLimiterMemory({ keyPrefix: 'waits', points: 1, duration: 1 });

  /** `secure` marks cookies for https only. */
  constructor(passwords: Passwords, secure: boolean) {
    this.#passwords = passwords;
    this.#secure = secure;
  }

  /** One try from an address, with a name for the audit or none. After a failure the next is refused unread for 1 s, then 2, 4, … up to ten minutes. */
  async login(address: string, password: string, name = ''): Promise<LoginResult> {
    const wait = await this.#waits.get(address);
    if (wait && wait.msBeforeNext > 0) return { ok: false, waitS: Math.ceil(wait.msBeforeNext / 1000) };
    // One try at a time: others that came along must not be compared before this one's wait has begun.
    if (this.#trying.has(address)) return { ok: false, waitS: 1 };
    this.#trying.add(address);
    try {
      return await this.#compare(address, password, name);
    } finally {
      this.#trying.delete(address);
    }
  }

  async #compare(address: string, password: string, name: string): Promise<LoginResult> {
    const role = this.#roleOf(password);
    if (!role) {
      const { consumedPoints } = await this.#failures.penalty(address);
      const waitS = Math.min(LONGEST_WAIT_S, 2 ** (consumedPoints - 1));
      await this.#waits.block(address, waitS);
      return { ok: false, waitS };
    }
    await this.#failures.delete(address);
    const id = newSecret();
    const by = name ? `${role} ${name}` : role;
    const session = { token: newSecret(), role, by, expiresAt: Date.now() + SESSION_S * 1000 };
    this.#sessions.set(id, session);
    return { ok: true, cookie: this.#cookie(id, SESSION_S), session };
  }

  /** Both are compared each time: how long it takes tells nothing. */
  #roleOf(password: string): Role | undefined {
    const { operator, moderator } = this.#passwords;
    const operates = sameText(password, operator);
    const moderates = sameText(password, moderator ?? '') && moderator !== undefined;
    return operates ? 'operator' : moderates ? 'moderator' : undefined;
  }

  /** The session of a request's cookie, while it lasts. */
  sessionOf(request: IncomingMessage): Session | undefined {
    const id = cookieOf(request);
    const session = id ? this.#sessions.get(id) : undefined;
    if (!id || !session) return undefined;
    if (session.expiresAt > Date.now()) return session;
    this.#sessions.delete(id);
    return undefined;
  }

  /** Whether a request that changes something comes from the session's own page. */
  mayChange(request: IncomingMessage): boolean {
    const session = this.sessionOf(request);
    return session !== undefined && sameText(String(request.headers['x-carom-token'] ?? ''), session.token);
  }

  /** Ends a request's session. Returns the cookie that removes it. */
  logout(request: IncomingMessage): string {
    const id = cookieOf(request);
    if (id) this.#sessions.delete(id);
    return this.#cookie('', 0);
  }

  #cookie(id: string, seconds: number): string {
    return `${COOKIE}=${id}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${this.#secure ? '; Secure' : ''}`;
  }
}

function cookieOf(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE) return value;
  }
  return undefined;
}
