// What the one port answers besides sockets and the panel: the built page, health, metrics, the list of rooms.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import type { Application, NextFunction, Request, Response } from 'express';
import sirv from 'sirv';
import type { PublicMap, PublicRoom } from '#shared/net/reports.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import packageJson from '../package.json' with { type: 'json' };
import { cluster } from './cluster/cluster.ts';
import type { Config } from './config.ts';
import { drain } from './drain.ts';
import { betterLink } from './links.ts';
import { log } from './log.ts';
import { maps } from './maps.ts';
import { exposeProcess, exposeRooms, mayReadMetrics, type RoomFigures, refusals, registry } from './metrics.ts';
import { LobbyRoom } from './rooms/LobbyRoom.ts';
import { publicOf } from './rooms/lobbyListing.ts';
import { MatchRoom } from './rooms/MatchRoom.ts';

const YEAR_S = 365 * 24 * 3600;

/** Where Vite builds the client to. */
export const DIST = join(import.meta.dirname, '../dist');

/** Adds what the server itself answers to an Express app. */
export function mountApi(app: Application, config: Config): void {
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => health(response));
  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, config.METRICS_TOKEN, config.TRUST_PROXY > 0 || config.PUBLIC_URL !== undefined)) {
      refusals.inc({ reason: 'metrics' });
      response.status(403).json({ error: 'The metrics need the token, or a caller on this machine.' });
    } else response.type(registry.contentType).send(await registry.metrics());
  });
  app.get('/api/rooms', async (_request, response) => {
    response.json(await publicRooms());
  });
  app.get('/api/rooms/:code/process', async (request, response) => {
    response.json({ process: (await matchMaker.query({ roomId: request.params.code }))[0]?.processId ?? null });
  });
  app.get('/api/maps', (_request, response) => void response.json(publicMaps()));
  app.get('/api/link', (request, response) => void response.json({ link: betterLink(config, request) ?? null }));
  exposeRooms(() => [...MatchRoom.open].map(roomFigures));
  exposeProcess({ redis: () => cluster?.healthy ?? true, draining: () => drain.on, lobbies: () => LobbyRoom.open.size });
}

/** Rooms of all processes that are no secret, for lists. A full one can be watched. */
async function publicRooms(): Promise<PublicRoom[]> {
  const listed = await matchMaker.query<MatchRoom>({ name: 'match', private: false });
  return listed.flatMap(({ metadata }) => publicOf(metadata) ?? []);
}

/** What a room may be opened with. */
function publicMaps(): PublicMap[] {
  return [...maps.values()].map(({ map: { id, name, modes } }) => ({ id, name, modes }));
}

function roomFigures(room: MatchRoom): RoomFigures {
  const report = room.report();
  return { ...report, players: report.people };
}

/** Adds the built page, if it was built. */
export function mountPage(app: Application): void {
  if (!existsSync(DIST)) return;
  // The build has packed each file already: serving costs a tick nothing. Files below assets/ carry a hash in their
  // names and never change; the page itself is asked for anew.
  app.use((request, _response, next) => {
    // Nothing here is worth asking for in parts, and a part that ends before it begins would fail.
    delete request.headers.range;
    next();
  });
  const packed = { brotli: true, gzip: true, etag: true, extensions: ['html'] };
  app.use('/assets', sirv(join(DIST, 'assets'), { ...packed, immutable: true, maxAge: YEAR_S }));
  app.use(sirv(DIST, { ...packed, setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache') }));
}

/** Adds the answers to what nothing else answers; the framework's own would show the stack to the caller. */
export function mountLast(app: Application): void {
  app.use((_request: Request, response: Response) => void response.status(404).json({ error: 'There is nothing here.' }));
  app.use((error: { status?: number }, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ error }, 'request failed');
    refusals.inc({ reason: status >= 500 ? 'failure' : 'request' });
    response.status(status).json({ error: status >= 500 ? 'This went wrong on the server.' : 'This request cannot be read.' });
  });
}

function health(response: Response): void {
  const closing = matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
  const rooms = [...MatchRoom.open].map((room) => room.report());
  response.status(closing ? 503 : 200).json({
    status: closing ? 'closing' : drain.on ? 'draining' : 'ok',
    redis: cluster?.healthy ?? null,
    version: packageJson.version,
    uptimeS: Math.round(process.uptime()),
    rooms: rooms.length,
    players: rooms.reduce((sum, room) => sum + room.people, 0),
    tickRate: TICK_HZ,
    lateTicks: rooms.reduce((sum, room) => sum + room.lateTicks + room.skippedTicks, 0),
  });
}
