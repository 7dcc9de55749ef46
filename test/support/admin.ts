// An operator's session for tests, or the attempt to get one.

import { type Answer, post } from './rawClient.ts';

export const PASSWORD = 'correct horse battery';
export const MODERATOR_PASSWORD = 'staple of another kind';

export interface Session {
  cookie: string;
  token: string;
}

export function tryLogin(url: string, password: unknown, headers: Record<string, string> = {}, from?: string): Promise<Answer> {
  return post(url, '/api/admin/login', JSON.stringify({ password }), headers, from);
}

/** Logs in with a password, by default the operator's. */
export async function login(url: string, password = PASSWORD): Promise<Session & { setCookie: string }> {
  const { status, headers, body } = await tryLogin(url, password);
  if (status !== 200) throw new Error(body);
  const setCookie = headers['set-cookie']?.[0] ?? '';
  return { setCookie, cookie: setCookie.split(';')[0] as string, token: (JSON.parse(body) as Session).token };
}

/** Asks the panel to do something, with the session's token and its cookie. */
export function order(url: string, { cookie, token }: Session, path: string, body: object = {}): Promise<Answer> {
  return post(url, `/api/admin${path}`, JSON.stringify(body), { cookie, 'x-carom-token': token });
}

/** Reads something that the panel shows. */
export async function look<T>(url: string, { cookie }: Session, path: string): Promise<T> {
  return (await (await fetch(`${url}/api/admin${path}`, { headers: { cookie } })).json()) as T;
}
