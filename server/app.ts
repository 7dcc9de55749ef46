// The game server: rooms, page and health on one HTTP server. main.ts starts it, and so do the tests.

import { createServer } from 'node:http';
import { defineRoom, defineServer } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Application } from 'express';
import { MESSAGE } from '#shared/net/messages.ts';
import type { Config } from './config.ts';
import { mountApi, mountPage } from './http.ts';
import { log } from './log.ts';
import { MatchRoom } from './rooms/MatchRoom.ts';
import { RecordingStore } from './store/recordings.ts';

const CLOSING = 'The server is being restarted. Try again in a moment.';

/** The kinds of rooms, by the names that clients ask for. */
export const rooms = { match: defineRoom(MatchRoom).filterBy(['mode', 'map']) };

/**
 * Builds the server of a process and listens. Returns the port that it got. Rejects with the system's error when the
 * port cannot be had. SIGTERM and SIGINT tell the players, store what is open and end the process.
 */
export async function startServer(config: Config): Promise<number> {
  MatchRoom.recordings = new RecordingStore(config.DATA_DIR, config.REPLAY_LIMIT);
  const http = createServer();
  const transport = new WebSocketTransport({ server: http });
  const express = (app: Application) => {
    mountApi(app);
    mountPage(app);
  };
  const server = defineServer({ rooms, transport, greet: false, logger: frameworkLog, express });
  server.onBeforeShutdown(() => {
    for (const room of MatchRoom.open) room.broadcast(MESSAGE.closing, CLOSING);
  });
  await new Promise<void>((resolve, reject) => {
    // The transport's own listener would print a stack for a port in use.
    http.removeAllListeners('error');
    http.once('error', reject);
    server.listen(config.PORT, config.HOST).then(resolve, reject);
  });
  http.on('error', (error) => log.error({ error }, 'http'));
  const address = http.address();
  return typeof address === 'object' && address ? address.port : config.PORT;
}

/** The framework's words, at our levels. */
const frameworkLog = {
  debug: (...args: unknown[]) => log.debug(args.join(' ')),
  trace: (...args: unknown[]) => log.trace(args.join(' ')),
  info: (...args: unknown[]) => log.info(args.join(' ')),
  warn: (...args: unknown[]) => log.warn(args.join(' ')),
  error: (...args: unknown[]) => log.error(args.join(' ')),
};
