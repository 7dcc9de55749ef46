// The outermost door, before the framework sees anything: origins, limits by address, sizes. Every refusal is one
// sentence for the caller and one count in the metrics; nothing here can stop a match.

import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refusals } from '../metrics.ts';
import { ADDRESS_HEADER, addressOf } from './address.ts';
import { securityHeaders } from './headers.ts';
import { isAllowedOrigin } from './origins.ts';

/** Requests of an address in ten seconds. */
const REQUESTS = 600;
const WINDOW_S = 10;
/** The longest body that anything here expects, in bytes. */
const MAX_BODY = 16_384;

export interface DoorSettings {
  /** Other origins that may call from a browser. */
  allowedOrigins: readonly string[];
  trustedProxies: number;
  connectionsPerAddress: number;
  /** Joins and new sockets of an address in ten seconds; each join is one of both. */
  joinsPerAddress: number;
  secure: boolean;
}

interface Refusal {
  status: number;
  reason: string;
  sentence: string;
}

const STATUS: Record<number, string> = { 400: 'Bad Request', 403: 'Forbidden', 429: 'Too Many Requests' };
/** A name or an address, maybe with a port: what the framework can make an address of. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;
const JSON_TYPE = /^application\/json\s*(;|$)/i;

export class Door {
  readonly #settings: DoorSettings;
  readonly #requests = new RateLimiterMemory({ points: REQUESTS, duration: WINDOW_S });
  readonly #joins: RateLimiterMemory;
  readonly #sockets = new Map<string, number>();

  constructor(settings: DoorSettings) {
    this.#settings = settings;
    this.#joins = new RateLimiterMemory({ points: settings.joinsPerAddress, duration: WINDOW_S });
  }

  /** Stands before all listeners that the server has now. */
  guard(server: Server): void {
    const headers = securityHeaders(this.#settings.secure);
    const request = server.listeners('request') as RequestListener[];
    const upgrade = server.listeners('upgrade') as ((request: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
    server.removeAllListeners('request').removeAllListeners('upgrade');
    server.on('request', async (incoming, response) => {
      headers(incoming, response);
      // The framework makes an address of it, and fails on all but one plain word. Nothing here needs it.
      delete incoming.headers['x-forwarded-proto'];
      incoming.headers[ADDRESS_HEADER] = addressOf(incoming, this.#settings.trustedProxies);
      const refusal = await this.#checkRequest(incoming);
      if (refusal) return answer(response, refusal);
      // A body that is no JSON never gets as far as our own count.
      if (incoming.url?.startsWith('/matchmake/'))
        response.once('finish', () => response.statusCode === 400 && refusals.inc({ reason: 'body' }));
      for (const listener of request) listener.call(server, incoming, response);
    });
    server.on('upgrade', async (incoming, socket, head) => {
      const drop = () => socket.destroy();
      socket.on('error', drop);
      const refusal = await this.#checkUpgrade(incoming, socket);
      if (socket.destroyed) return;
      if (refusal) return close(socket, refusal);
      socket.off('error', drop);
      for (const listener of upgrade) listener.call(server, incoming, socket, head);
    });
  }

  async #checkRequest(request: IncomingMessage): Promise<Refusal | undefined> {
    if (!isReadable(request)) return refuse(400, 'address', UNREADABLE);
    const address = addressOf(request, this.#settings.trustedProxies);
    if (!(await this.#allows(this.#requests, address)))
      return refuse(429, 'requests', 'Too many requests from your address: wait ten seconds.');
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    if (!this.#knows(request)) return refuse(403, 'origin', 'This page may not call this server.');
    if (request.method === 'OPTIONS') return undefined;
    const length = request.headers['content-length'];
    if (length === undefined && request.method === 'DELETE' && !request.headers['transfer-encoding']) return undefined;
    if (length === undefined) return refuse(411, 'length', 'A request with a body must tell its length.');
    if (!(Number(length) <= MAX_BODY)) return refuse(413, 'size', `A request's body may have ${MAX_BODY} bytes.`);
    if (!request.url?.startsWith('/matchmake/')) return undefined;
    if (!(await this.#allows(this.#joins, address))) return refuse(429, 'joins', 'Too many joins from your address: wait ten seconds.');
    // Of other types the framework makes texts, forms and files, or fails.
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return refuse(415, 'type', 'The options of a join must be JSON.');
    return undefined;
  }

  async #checkUpgrade(request: IncomingMessage, socket: Duplex): Promise<Refusal | undefined> {
    if (!isReadable(request)) return refuse(400, 'address', UNREADABLE);
    const address = addressOf(request, this.#settings.trustedProxies);
    if (!this.#knows(request)) return refuse(403, 'origin', 'This page may not open a socket to this server.');
    if (!(await this.#allows(this.#joins, address))) return refuse(429, 'joins', 'Too many joins from your address: wait ten seconds.');
    const open = this.#sockets.get(address) ?? 0;
    if (open >= this.#settings.connectionsPerAddress) return refuse(429, 'connections', 'Too many open connections from your address.');
    this.#sockets.set(address, open + 1);
    socket.once('close', () => {
      const left = (this.#sockets.get(address) ?? 1) - 1;
      if (left > 0) this.#sockets.set(address, left);
      else this.#sockets.delete(address);
    });
    return undefined;
  }

  #knows(request: IncomingMessage): boolean {
    return isAllowedOrigin(request.headers.origin, request.headers.host, this.#settings.allowedOrigins);
  }

  /** Takes a point of an address; false when it has none left. */
  async #allows(limiter: RateLimiterMemory, address: string): Promise<boolean> {
    try {
      await limiter.consume(address);
      return true;
    } catch {
      return false;
    }
  }
}

const UNREADABLE = 'The path or the host of this request cannot be read.';

/** Whether a request has a path and a host of which the framework can make an address. */
function isReadable({ url, headers: { host } }: IncomingMessage): boolean {
  return url?.startsWith('/') === true && (host === undefined || (HOST.test(host) && URL.canParse(`http://${host}`)));
}

function refuse(status: number, reason: string, sentence: string): Refusal {
  refusals.inc({ reason });
  return { status, reason, sentence };
}

/** In the framework's own form, so that its client shows the sentence. */
const bodyOf = (refusal: Refusal): string => JSON.stringify({ code: refusal.status, error: refusal.sentence });

function answer(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(refusal.status, { 'content-type': 'application/json', connection: 'close' }).end(bodyOf(refusal));
}

function close(socket: Duplex, refusal: Refusal): void {
  const body = bodyOf(refusal);
  // The caller's half of the connection would stay open for as long as they like.
  const hangUp = () => socket.destroy();
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS[refusal.status]}\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    hangUp,
  );
}
