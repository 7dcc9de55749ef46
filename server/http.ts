// What the one port answers besides sockets: the built page and /healthz.

import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import express, { type Application, type Response } from 'express';
import { TICK_HZ } from '#shared/tuning.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { exposeRooms, mayReadMetrics, type RoomFigures, registry } from './metrics.ts';
import { MatchRoom } from './rooms/MatchRoom.ts';
import type { PublicRoom } from './rooms/report.ts';

/** Where Vite builds the client to. */
export const DIST = join(import.meta.dirname, '../dist');

/** Adds what the server itself answers to an Express app. */
export function mountApi(app: Application, config: Config): void {
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => health(response));
  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, config.METRICS_TOKEN))
      response.status(403).json({ error: 'The metrics need the token, or a caller on this machine.' });
    else response.type(registry.contentType).send(await registry.metrics());
  });
  app.get('/api/rooms', async (_request, response) => {
    response.json(await publicRooms());
  });
  exposeRooms(() => [...MatchRoom.open].map(roomFigures));
}

/** Rooms of all processes that anyone may join, for lists. */
async function publicRooms(): Promise<PublicRoom[]> {
  const listed = await matchMaker.query<MatchRoom>({ name: 'match', private: false });
  return listed.flatMap(({ metadata }) => (metadata ? [metadata as PublicRoom] : []));
}

function roomFigures(room: MatchRoom): RoomFigures {
  const report = room.report();
  return { ...report, players: report.people };
}

/** Adds the built page. */
export function mountPage(app: Application): void {
  // Built files carry a hash in their names and never change; the page itself is asked for anew.
  app.use('/assets', express.static(join(DIST, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(DIST, { maxAge: 0, extensions: ['html'] }));
}

function health(response: Response): void {
  const closing = matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
  const rooms = [...MatchRoom.open].map((room) => room.report());
  response.status(closing ? 503 : 200).json({
    status: closing ? 'closing' : 'ok',
    version: packageJson.version,
    uptimeS: Math.round(process.uptime()),
    rooms: rooms.length,
    players: rooms.reduce((sum, room) => sum + room.people, 0),
    tickRate: TICK_HZ,
    lateTicks: rooms.reduce((sum, room) => sum + room.lateTicks + room.skippedTicks, 0),
  });
}
