// An operator's session for tests, or the attempt to get one.

import { type Answer, post } from './rawClient.ts';

export const PASSWORD = 'correct horse battery';

export interface Session {
  cookie: string;
  token: string;
}

export function tryLogin(url: string, password: unknown, headers: Record<string, string> = {}, from?: string): Promise<Answer> {
  return post(url, '/api/admin/login', JSON.stringify({ password }), headers, from);
}

/** Logs in with PASSWORD. */
export async function login(url: string): Promise<Session & { setCookie: string }> {
  const { status, headers, body } = await tryLogin(url, PASSWORD);
  if (status !== 200) throw new Error(body);
  const setCookie = headers['set-cookie']?.[0] ?? '';
  return { setCookie, cookie: setCookie.split(';')[0] as string, token: (JSON.parse(body) as Session).token };
}

/** Asks the panel to do something, with the session's token and its cookie. */
export function order(url: string, { cookie, token }: Session, path: string, body: object = {}): Promise<Answer> {
  return post(url, `/api/admin${path}`, JSON.stringify(body), { cookie, 'x-carom-token': token });
}
