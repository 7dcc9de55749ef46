// An identity's token: signed, with a term. It says nothing but a number made by chance and until when it is good.

import { randomBytes } from 'node:crypto';
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { type Key, type Keys, TOKEN_DAYS } from './keys.ts';

const ISSUER = 'carom';
const ALGORITHM = 'HS256';
/** Ours have about 200 letters. */
const MAX_LETTERS = 512;
const ID_BYTES = 16;
const DAY_S = 24 * 3600;
/** With less than this left of its term a token is renewed. */
const RENEW_S = (TOKEN_DAYS * DAY_S) / 2;

/** What a token says: whose it is, or what is wrong with it. */
export type Verdict = { ok: true; identity: string; renew: boolean } | { ok: false; why: 'expired' | 'forged' | 'unreadable' };

/** A new identity; nobody has it by chance. */
export const newIdentity = (): string => randomBytes(ID_BYTES).toString('base64url');

/** A token of an identity, good from a time on (seconds since 1970). */
export function signToken({ signing: [{ id, bytes }] }: Keys, identity: string, now = Math.floor(Date.now() / 1000)): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, kid: id })
    .setIssuer(ISSUER)
    .setSubject(identity)
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_DAYS * DAY_S)
    .sign(bytes);
}

/** Reads whatever somebody sent as a token. Never rejects. */
export async function readToken({ signing }: Keys, token: unknown): Promise<Verdict> {
  if (typeof token !== 'string' || token.length > MAX_LETTERS) return { ok: false, why: 'unreadable' };
  try {
    const options = { algorithms: [ALGORITHM], issuer: ISSUER, requiredClaims: ['sub', 'exp'] };
    const { payload } = await jwtVerify(token, ({ kid }: JWTHeaderParameters) => keyOf(signing, kid).bytes, options);
    const { sub = '', exp = 0 } = payload;
    return { ok: true, identity: sub, renew: exp - Date.now() / 1000 < RENEW_S };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { ok: false, why: 'expired' };
    return { ok: false, why: error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid ? 'unreadable' : 'forged' };
  }
}

function keyOf(keys: readonly Key[], kid: string | undefined): Key {
  const key = keys.find(({ id }) => id === kid);
  if (!key) throw new errors.JWSSignatureVerificationFailed();
  return key;
}
