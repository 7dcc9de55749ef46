// The operator's requests. The session is a cookie that this page cannot read; its token goes with every change.

import type { RoomReport } from '#shared/net/reports.ts';

/** The server refused: its sentence, and whether a login would help. */
export class Refused extends Error {
  readonly needsLogin: boolean;

  constructor(sentence: string, needsLogin: boolean) {
    super(sentence);
    this.needsLogin = needsLogin;
  }
}

let token = '';

async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await fetch(`api/admin/${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-carom-token': token },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as T & { error?: string };
  if (!response.ok) throw new Refused(answer.error ?? `The server answered ${response.status}.`, response.status === 401);
  return answer;
}

/** Opens a session. Rejects with Refused. */
export async function login(password: string): Promise<void> {
  token = (await call<{ token: string }>('POST', 'login', { password })).token;
}

/** Picks up the session of an earlier visit. Rejects with Refused when there is none. */
export async function resume(): Promise<void> {
  token = (await call<{ token: string }>('GET', 'session')).token;
}

/** Ends the session. */
export const logout = (): Promise<unknown> => call('POST', 'logout', {});

/** All rooms of all processes. */
export const rooms = (): Promise<RoomReport[]> => call('GET', 'rooms');

/** Sends a player away. */
export const kick = (code: string, slot: number): Promise<unknown> => call('POST', `rooms/${code}/kick`, { slot });

/** Ends a room. */
export const closeRoom = (code: string): Promise<unknown> => call('POST', `rooms/${code}/close`, {});
