// What a browser asks about its own identity: POST /api/identity gives a token or renews one, GET /api/me tells what is
// kept, DELETE /api/me deletes it. The last two take the token as a bearer.

import { ServerError } from '@colyseus/core';
import express, { type Application, type Request, type RequestHandler, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ADDRESS_HEADER } from '../doors/address.ts';
import { log } from '../log.ts';
import { refuse } from '../refuse.ts';
import { people } from './people.ts';

/** Calls of an address in a minute; many may share one. */
const CALLS = 120;
const UNAUTHORIZED = 401;

/** Adds the routes to an Express app. */
export function mountIdentity(app: Application): void {
  const calls = new RateLimiterMemory({ points: CALLS, duration: 60 });
  const limit: RequestHandler = async (request, response, next) => {
    try {
      await calls.consume(addressOf(request));
      next();
    } catch {
      answer(response, 429, refuse('identities', 429, 'Too many calls from your address: wait a minute.').message);
    }
  };
  app.use(['/api/identity', '/api/me'], limit, express.json({ limit: '2kb' }));
  app.post('/api/identity', (request, response) => guard(response, async () => response.json(await people.welcome(request.body?.token))));
  app.get('/api/me', (request, response) => guard(response, async () => response.json(await people.keptOf(tokenOf(request)))));
  app.delete('/api/me', (request, response) =>
    guard(response, async () => {
      await people.forget(tokenOf(request));
      response.json({ ok: true });
    }),
  );
}

/** Written by the door, whatever the caller says. */
const addressOf = (request: Request): string => people.hashAddress(String(request.headers[ADDRESS_HEADER] ?? ''));

function tokenOf(request: Request): string {
  const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw refuse('token-missing', UNAUTHORIZED, 'This needs your token.');
  return token;
}

async function guard(response: Response, run: () => Promise<unknown>): Promise<void> {
  response.setHeader('Cache-Control', 'no-store');
  try {
    await run();
  } catch (error) {
    if (error instanceof ServerError) return answer(response, UNAUTHORIZED, error.message, error.code);
    log.error({ err: error }, 'identity');
    answer(response, 500, 'This went wrong on the server.');
  }
}

function answer(response: Response, status: number, error: string, code = status): void {
  response.status(status).json({ code, error });
}
