// Tickets of operators: for a short while they let whoever has one watch one room, unseen. Signed as identities are, and good
// for nothing else.

import { type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import type { Keys } from './keys.ts';

const ISSUER = 'carom';
const AUDIENCE = 'watch';
const ALGORITHM = 'HS256';
/** Long enough for a slow machine to load the page. */
const TERM_S = 120;
/** Longest ticket that is read. */
const MAX_LETTERS = 512;

/** A ticket for the room of a code, from a time on (seconds since 1970). */
export function signTicket({ signing: [{ id, bytes }] }: Keys, code: string, now = Math.floor(Date.now() / 1000)): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, kid: id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(code)
    .setExpirationTime(now + TERM_S)
    .sign(bytes);
}

/** The code of the room that a ticket is for; nothing for one that is forged, expired or no ticket. Never rejects. */
export async function readTicket({ signing }: Keys, ticket: string): Promise<string | undefined> {
  if (ticket.length > MAX_LETTERS) return undefined;
  const keyOf = ({ kid }: JWTHeaderParameters): Uint8Array => {
    const key = signing.find(({ id }) => id === kid);
    if (!key) throw new Error('no such key');
    return key.bytes;
  };
  const options = { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['sub', 'exp'] };
  return jwtVerify(ticket, keyOf, options).then(
    ({ payload }) => payload.sub,
    () => undefined,
  );
}
