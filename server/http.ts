// What the one port answers besides sockets: the built page and /healthz.

import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import express, { type Application, type Response } from 'express';
import { TICK_HZ } from '#shared/tuning.ts';
import packageJson from '../package.json' with { type: 'json' };
import { MatchRoom } from './rooms/MatchRoom.ts';

/** Where Vite builds the client to. */
export const DIST = join(import.meta.dirname, '../dist');

/** Adds what the server itself answers to an Express app. */
export function mountApi(app: Application): void {
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => health(response));
}

/** Adds the built page. */
export function mountPage(app: Application): void {
  // Built files carry a hash in their names and never change; the page itself is asked for anew.
  app.use('/assets', express.static(join(DIST, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(DIST, { maxAge: 0 }));
}

function health(response: Response): void {
  const closing = matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
  const rooms = [...MatchRoom.open];
  response.status(closing ? 503 : 200).json({
    status: closing ? 'closing' : 'ok',
    version: packageJson.version,
    uptimeS: Math.round(process.uptime()),
    rooms: rooms.length,
    players: rooms.reduce((sum, room) => sum + room.people, 0),
    tickRate: TICK_HZ,
    lateTicks: rooms.reduce((sum, room) => sum + room.tickStats.late + room.tickStats.skipped, 0),
  });
}
