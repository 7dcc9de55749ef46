// What the monitor's page asks for. Reading needs the session, changing needs its token too.

import { matchMaker } from '@colyseus/core';
import { monitor } from '@colyseus/monitor';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { RoomReport } from '#shared/net/reports.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import type { Config } from '../config.ts';
import { addressOf } from '../doors/address.ts';
import { people } from '../identity/people.ts';
import { log } from '../log.ts';
import { refusals } from '../metrics.ts';
import type { MatchRoom } from '../rooms/MatchRoom.ts';
import type { AdminAuth } from './auth.ts';
import { mountBanActs, mountBanList } from './bans.ts';

const loginBody = z.object({ password: z.string().min(1).max(256) });
const kickBody = z.object({
  slot: z
    .int()
    .min(0)
    .max(MAX_PUCKS - 1),
});
const roomCode = z.string().regex(/^[A-Z]{5}$/);

/** Adds the operator's routes to an Express app. */
export function mountAdmin(app: Application, auth: AdminAuth, config: Config): void {
  const needSession = (request: Request, response: Response, next: NextFunction) =>
    auth.sessionOf(request) ? next() : refuse(response, 401, 'session', 'Log in first.');
  const needToken = (request: Request, response: Response, next: NextFunction) =>
    auth.mayChange(request) ? next() : refuse(response, 403, 'token', 'This request does not come from the panel.');

  const api = express.Router();
  api.use(express.json({ limit: '4kb' }));
  api.post('/login', (request, response) => login(request, response, auth, config));
  api.use(needSession);
  api.get('/session', (request, response) => void response.json({ token: auth.sessionOf(request)?.token }));
  api.get('/rooms', async (_request, response) => void response.json(await allReports()));
  mountBanList(api);
  api.use(needToken);
  api.post('/logout', (request, response) => void response.setHeader('Set-Cookie', auth.logout(request)).json({ ok: true }));
  api.post('/rooms/:code/kick', kick);
  api.post('/rooms/:code/close', close);
  mountBanActs(api);
  app.use('/api/admin', api);

  mountStockMonitor(app, needSession);
}

/** The framework's own panel, to look at. Its call of any method of a room, by a plain link, stays closed. */
function mountStockMonitor(app: Application, guard: express.RequestHandler): void {
  const path = '/monitor/colyseus';
  app.use(`${path}/api/room/call`, (_request, response) => refuse(response, 403, 'call', 'Act from the panel at /monitor.'));
  app.use(path, guard, (_request, response, next) => {
    // It is built with styles in the page.
    const policy = String(response.getHeader('content-security-policy') ?? '');
    response.setHeader('content-security-policy', policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    next();
  });
  app.use(path, monitor() as unknown as express.RequestHandler);
}

async function login(request: Request, response: Response, auth: AdminAuth, config: Config): Promise<void> {
  const body = loginBody.safeParse(request.body);
  if (!body.success) return refuse(response, 400, 'body', 'A password is needed.');
  const address = addressOf(request, config.TRUST_PROXY);
  const result = await auth.login(address, body.data.password);
  if (!result.ok) {
    log.warn({ address: people.hashAddress(address), waitS: result.waitS }, 'admin login refused');
    response.setHeader('Retry-After', result.waitS);
    return refuse(response, 401, 'password', `Not accepted. Try again in ${result.waitS} s.`);
  }
  log.warn({ address: people.hashAddress(address) }, 'admin logged in');
  response.setHeader('Set-Cookie', result.cookie).json({ token: result.token });
}

/** Every room of every process; one that does not answer in time is left out. */
async function allReports(): Promise<RoomReport[]> {
  const listed = await matchMaker.query({ name: 'match' });
  const answers = await Promise.allSettled(listed.map(({ roomId }) => matchMaker.remoteRoomCall<MatchRoom, 'report'>(roomId, 'report')));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

async function kick(request: Request, response: Response): Promise<void> {
  const code = roomCode.safeParse(request.params.code);
  const body = kickBody.safeParse(request.body);
  if (!code.success || !body.success) return refuse(response, 400, 'body', 'A room code and a slot are needed.');
  const kicked = await matchMaker.remoteRoomCall<MatchRoom, 'kick'>(code.data, 'kick', [body.data.slot]).catch(() => false);
  if (!kicked) return refuse(response, 404, 'kick', 'Nobody sits there.');
  log.warn({ room: code.data, slot: body.data.slot }, 'admin kicked a player');
  response.json({ ok: true });
}

async function close(request: Request, response: Response): Promise<void> {
  const code = roomCode.safeParse(request.params.code);
  if (!code.success) return refuse(response, 400, 'body', 'A room code is needed.');
  const closed = await matchMaker.remoteRoomCall<MatchRoom, 'closeByOperator'>(code.data, 'closeByOperator').then(
    () => true,
    () => false,
  );
  if (!closed) return refuse(response, 404, 'close', 'There is no such room.');
  log.warn({ room: code.data }, 'admin closed a room');
  response.json({ ok: true });
}

function refuse(response: Response, status: number, reason: string, sentence: string): void {
  refusals.inc({ reason: `admin-${reason}` });
  response.status(status).json({ error: sentence });
}
