// What the monitor's page asks for. Reading needs the session, changing needs its token too.

import { matchMaker } from '@colyseus/core';
import { monitor } from '@colyseus/monitor';
import express, { type Application, type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { type RoomDetail, type RoomReport, type SessionReport, TREND } from '#shared/net/reports.ts';
import type { Config } from '../config.ts';
import { addressOf } from '../doors/address.ts';
import { drain } from '../drain.ts';
import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import type { MatchRoom } from '../rooms/MatchRoom.ts';
import type { AdminAuth, Session } from './auth.ts';
import { mountBanActs, mountBanList } from './bans.ts';
import { Refusal, read, refuse, route } from './respond.ts';
import { codeOf, mountRoomActs } from './roomActs.ts';
import { mountServerActs } from './serverActs.ts';

const NAME_MAX = 24;
const loginBody = z.object({
  password: z.string().min(1).max(256),
  /** For the audit. */
  name: z
    .string()
    .max(256)
    .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .pipe(z.string().max(NAME_MAX))
    .default(''),
});
const listQuery = z.object({ rows: z.coerce.number().int().min(0).max(TREND.rows).default(1) });
const PAGE = 50;
const auditQuery = z.object({ before: z.coerce.number().int().min(0).default(0) });

/** Adds the operator's routes to an Express app. */
export function mountAdmin(app: Application, auth: AdminAuth, config: Config): void {
  const needSession = (request: Request, response: Response, next: NextFunction) =>
    auth.sessionOf(request) ? next() : refuse(response, new Refusal(401, 'session', 'Log in first.'));
  const needToken = (request: Request, response: Response, next: NextFunction) =>
    auth.mayChange(request) ? next() : refuse(response, new Refusal(403, 'token', 'This request does not come from the panel.'));

  const api = express.Router();
  api.use(express.json({ limit: '4kb' }));
  api.post('/login', (request, response) => login(request, response, auth, config));
  api.use(needSession);
  mountReading(api, auth);
  mountBanList(api, auth);
  api.use(needToken);
  api.post('/logout', (request, response) => void response.setHeader('Set-Cookie', auth.logout(request)).json({ ok: true }));
  mountRoomActs(api, auth);
  mountBanActs(api, auth);
  mountServerActs(api, auth);
  app.use('/api/admin', api);

  mountStockMonitor(app, auth);
}

function mountReading(api: Router, auth: AdminAuth): void {
  api.get(
    '/session',
    route(auth, ({ session }) => sessionReport(session)),
  );
  api.get(
    '/rooms',
    route(auth, ({ request }) => allReports(read(listQuery, request.query, 'A count of rows is needed.').rows)),
  );
  api.get(
    '/rooms/:code',
    route(auth, async (asked) => detailOf(codeOf(asked))),
  );
  api.get(
    '/audit',
    route(auth, ({ request }) => {
      const { before } = read(auditQuery, request.query, 'The number of a line is needed.');
      return people.store.audit(before, PAGE);
    }),
  );
}

/** The framework's own panel, to look at. Its call of any method of a room, by a plain link, stays closed. */
function mountStockMonitor(app: Application, auth: AdminAuth): void {
  const path = '/monitor/colyseus';
  app.use(`${path}/api/room/call`, (_request, response) => refuse(response, new Refusal(403, 'call', 'Act from the panel at /monitor.')));
  app.use(path, (request, response, next) => {
    const session = auth.sessionOf(request);
    if (!session) return refuse(response, new Refusal(401, 'session', 'Log in first.'));
    if (session.role !== 'operator') return refuse(response, new Refusal(403, 'role', 'Only the operator may do that.'));
    // It is built with styles in the page.
    const policy = String(response.getHeader('content-security-policy') ?? '');
    response.setHeader('content-security-policy', policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    next();
  });
  app.use(path, monitor() as unknown as express.RequestHandler);
}

async function login(request: Request, response: Response, auth: AdminAuth, config: Config): Promise<void> {
  const body = loginBody.safeParse(request.body);
  if (!body.success) return refuse(response, new Refusal(400, 'body', 'A password is needed.'));
  const address = addressOf(request, config.TRUST_PROXY);
  const result = await auth.login(address, body.data.password, body.data.name);
  if (!result.ok) {
    log.warn({ address: people.hashAddress(address), waitS: result.waitS }, 'admin login refused');
    response.setHeader('Retry-After', result.waitS);
    return refuse(response, new Refusal(401, 'password', `Not accepted. Try again in ${result.waitS} s.`));
  }
  log.warn({ address: people.hashAddress(address), by: result.session.by }, 'admin logged in');
  response.setHeader('Set-Cookie', result.cookie).json(sessionReport(result.session));
}

const sessionReport = ({ token, role, by }: Session): SessionReport => ({ token, role, by, draining: drain.on });

/** Every room of every process; one that does not answer in time is left out. */
async function allReports(rows: number): Promise<RoomReport[]> {
  const listed = await matchMaker.query({ name: 'match' });
  const calls = listed.map(({ roomId }) => matchMaker.remoteRoomCall<MatchRoom, 'report'>(roomId, 'report', [rows]));
  const answers = await Promise.allSettled(calls);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

async function detailOf(code: string): Promise<RoomDetail> {
  const detail = await matchMaker.remoteRoomCall<MatchRoom, 'detail'>(code, 'detail').catch(() => undefined);
  if (!detail) throw new Refusal(404, 'room', 'There is no such room.');
  return detail;
}
