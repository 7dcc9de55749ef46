// Who one is at the server's door: the token of one's identity and the word of one's party, sent with every join. The page
// fills it in; programs and tests may do without, and are somebody else each time.

interface Passport {
  words: {
    token?: string;
    party?: string;
    /** Of an operator, who watches unseen. */
    ticket?: string;
  };
}

export const passport: Passport = { words: {} };

/** What POST /api/identity answers. */
interface Welcome {
  token: string;
}

/** Asks a server for a token: a new identity's, or the given one if it is still good, renewed when need be. Rejects when it cannot be reached. */
export async function askIdentity(url: string, token?: string): Promise<string> {
  const answer = await fetch(`${url}/api/identity`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new Error(`no identity: ${answer.status}`);
  return ((await answer.json()) as Welcome).token;
}

/** Has what is kept of the token's holder deleted. Rejects when that failed. */
export async function deleteIdentity(url: string, token: string): Promise<void> {
  const answer = await fetch(`${url}/api/me`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`not deleted: ${answer.status}`);
}
