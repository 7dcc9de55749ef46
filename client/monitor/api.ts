// The panel's requests. The session is a cookie that this page cannot read; its token goes with every change.

import type { AuditReport, RoomDetail, RoomReport, SanctionReport, SessionReport } from '#shared/net/reports.ts';

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

async function enter(session: Promise<SessionReport>): Promise<SessionReport> {
  const report = await session;
  token = report.token;
  return report;
}

/** Opens a session, under a name for the audit or none. Rejects with Refused. */
export const login = (password: string, name: string): Promise<SessionReport> => enter(call('POST', 'login', { password, name }));

/** Picks up the session of an earlier visit. Rejects with Refused when there is none. */
export const resume = (): Promise<SessionReport> => enter(call('GET', 'session'));

/** Ends the session. */
export const logout = (): Promise<unknown> => call('POST', 'logout', {});

/** All rooms of all processes, with so many rows of their trend. */
export const rooms = (rows: number): Promise<RoomReport[]> => call('GET', `rooms?rows=${rows}`);

/** A room from inside. */
export const room = (code: string): Promise<RoomDetail> => call('GET', `rooms/${code}`);

/** Lines of the audit before one of them, the latest first; 0 begins with the latest. */
export const audit = (before: number): Promise<AuditReport[]> => call('GET', `audit?before=${before}`);

/** Who is kept away. */
export const sanctions = (kind: 'bans' | 'mutes'): Promise<SanctionReport[]> => call('GET', kind);

/** Ends a ban or a mute before its term. */
export const lift = (kind: 'bans' | 'mutes', id: number): Promise<unknown> => call('POST', `${kind}/${id}/lift`, {});

/** A line to everybody in all rooms. */
export const announce = (text: string): Promise<unknown> => call('POST', 'announce', { text });

/** Has the server take nobody new, or again. */
export const setDrain = (on: boolean): Promise<{ draining: boolean }> => call('POST', 'drain', { on });

/** A word to watch a room unseen, good for a short while. */
export const ticket = async (code: string): Promise<string> => (await call<{ ticket: string }>('POST', `rooms/${code}/ticket`, {})).ticket;

export interface Term {
  reason: string;
  hours: number;
  address: boolean;
}

/** What is done in a room. */
export const act = {
  message: (code: string, text: string): Promise<unknown> => call('POST', `rooms/${code}/message`, { text }),
  kick: (code: string, who: string): Promise<unknown> => call('POST', `rooms/${code}/kick`, { who }),
  move: (code: string, who: string, to: 'watch' | 'team'): Promise<unknown> => call('POST', `rooms/${code}/move`, { who, to }),
  ban: (code: string, who: string, term: Term): Promise<unknown> => call('POST', `rooms/${code}/ban`, { who, ...term }),
  mute: (code: string, who: string, term: Term): Promise<unknown> => call('POST', `rooms/${code}/mute`, { who, ...term }),
  end: (code: string): Promise<unknown> => call('POST', `rooms/${code}/end`, {}),
  close: (code: string): Promise<unknown> => call('POST', `rooms/${code}/close`, {}),
};
