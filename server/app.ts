// The game server: rooms, page and health on one HTTP server. main.ts starts it, and so do the tests.

import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import type { Application } from 'express';
import { MESSAGE } from '#shared/net/messages.ts';
import { AdminAuth } from './admin/auth.ts';
import { adminPassword } from './admin/password.ts';
import { mountAdmin } from './admin/routes.ts';
import { Cluster, cluster, setCluster } from './cluster/cluster.ts';
import { drained } from './cluster/drainProcess.ts';
import type { Config } from './config.ts';
import { Door } from './doors/door.ts';
import { GuardedTransport } from './doors/frames.ts';
import { guardMatchmaking } from './doors/matchmaking.ts';
import { isAllowedOrigin } from './doors/origins.ts';
import { watchHostMaps } from './hostMaps.ts';
import { mountApi, mountLast, mountPage } from './http.ts';
import { loadKeys } from './identity/keys.ts';
import { People, people, setPeople } from './identity/people.ts';
import { mountIdentity } from './identity/routes.ts';
import { log } from './log.ts';
import { LobbyRoom } from './rooms/LobbyRoom.ts';
import { MatchRoom } from './rooms/MatchRoom.ts';
import { openKeptRooms } from './rooms/restart.ts';
import { RecordingStore } from './store/recordings.ts';
import { openStore } from './store/store.ts';

/** A connection that answers nothing for 15 to 20 s is dead: slow devices are busy for seconds while they load. */
const PING_MS = 5000;
const PINGS_UNANSWERED = 3;
const CLOSING = 'The server is being restarted. The match goes on in a moment.';

/** The kinds of rooms, by the names that clients ask for. Quick play fills the fullest first. */
export const rooms = {
  match: defineRoom(MatchRoom).filterBy(['mode', 'map', 'quick']).sortBy({ clients: -1 }).enableRealtimeListing(),
  lobby: defineRoom(LobbyRoom),
};

/** Gives the rooms of this process what the settings decide. */
export async function setUpRooms(config: Config): Promise<void> {
  const store = await openStore(config.DATA_DIR);
  setPeople(await People.open(store, loadKeys(config.DATA_DIR)));
  if (config.MAPS_DIR) await watchHostMaps(config.MAPS_DIR);
  MatchRoom.recordings = new RecordingStore(config.DATA_DIR, config.REPLAY_LIMIT);
  MatchRoom.limits = { rooms: config.MAX_ROOMS, roomsPerAddress: config.MAX_ROOMS_PER_ADDRESS };
  guardMatchmaking();
  // The framework would let any page call with the caller's cookies.
  matchMaker.controller.DEFAULT_CORS_HEADERS = {
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Allow-Methods': 'GET,POST',
  } as never;
  matchMaker.controller.getCorsHeaders = (headers) => {
    const origin = headers.get('origin') ?? undefined;
    return isAllowedOrigin(origin, headers.get('host') ?? undefined, config.ALLOWED_ORIGINS) && origin
      ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
      : {};
  };
}

/** A connection that does not get on with its request is ended: a sleeper must not hold a place for minutes. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 2000 };

function createHttp({ TLS_CERT, TLS_KEY }: Config): HttpServer {
  if (!TLS_CERT || !TLS_KEY) return createServer(PATIENCE);
  const secrets = { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) };
  return createSecureServer({ ...secrets, ...PATIENCE, handshakeTimeout: PATIENCE.headersTimeout });
}

/** Whether people reach this server over TLS, its own or a proxy's. */
const isSecure = ({ TLS_CERT, PUBLIC_URL }: Config): boolean => TLS_CERT !== undefined || (PUBLIC_URL?.startsWith('https:') ?? false);

export interface StartedServer {
  /** The port that it got. */
  port: number;
  /** The operator's password, only when it was made just now. */
  newAdminPassword?: string;
}

/**
 * Builds the server of a process and listens. Rejects with the system's error when the
 * port cannot be had. SIGTERM and SIGINT tell the players, store what is open and end the process.
 */
export async function startServer(config: Config): Promise<StartedServer> {
  log.level = config.LOG_LEVEL;
  await setUpRooms(config);
  const password = adminPassword(config.ADMIN_PASSWORD, config.DATA_DIR);
  const auth = new AdminAuth({ operator: password.text, moderator: config.MODERATOR_PASSWORD }, isSecure(config));
  const http = createHttp(config);
  const transport = new GuardedTransport({ server: http, pingInterval: PING_MS, pingMaxRetries: PINGS_UNANSWERED });
  const express = (app: Application) => {
    mountApi(app, config);
    mountIdentity(app);
    mountAdmin(app, auth, config);
    mountPage(app);
    mountLast(app);
  };
  setCluster(await Cluster.join(config));
  const server = defineServer({ rooms, transport, greet: false, logger: frameworkLog, express, ...cluster?.options });
  server.onBeforeShutdown(async () => {
    // Where others take over, the matches here go on to their end.
    if (cluster) await drained(config.DRAIN_LIMIT_S);
    for (const room of MatchRoom.open) room.broadcast(MESSAGE.closing, CLOSING);
    await Promise.all([...MatchRoom.open].map((room) => room.keepForRestart()));
    await cluster?.leave();
  });
  // Before anybody can ask for them.
  await matchMaker.onReady;
  if (cluster) await cluster.open();
  else await openKeptRooms(people.store);
  await new Promise<void>((resolve, reject) => {
    // The transport's own listener would print a stack for a port in use.
    http.removeAllListeners('error');
    http.once('error', reject);
    server.listen(config.PORT, config.HOST).then(resolve, reject);
  });
  cluster?.watch();
  new Door({
    allowedOrigins: [...config.ALLOWED_ORIGINS, ...(config.PUBLIC_URL ? [new URL(config.PUBLIC_URL).origin] : [])],
    trustedProxies: config.TRUST_PROXY,
    connectionsPerAddress: config.MAX_CONNECTIONS_PER_ADDRESS,
    joinsPerAddress: config.MAX_JOINS_PER_ADDRESS,
    secure: isSecure(config),
  }).guard(http);
  http.on('error', (error) => log.error({ error }, 'http'));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  return password.fresh ? { port, newAdminPassword: password.text } : { port };
}

/** The framework's words, at our levels. */
const frameworkLog = {
  debug: (...args: unknown[]) => log.debug(args.join(' ')),
  trace: (...args: unknown[]) => log.trace(args.join(' ')),
  info: (...args: unknown[]) => log.info(args.join(' ')),
  warn: (...args: unknown[]) => log.warn(args.join(' ')),
  error: (...args: unknown[]) => log.error(args.join(' ')),
};
