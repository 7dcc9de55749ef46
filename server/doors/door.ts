// The outermost door, before the framework sees anything: origins, limits by address, sizes. Every refusal is one
// sentence for the caller and one count in the metrics; nothing here can stop a match.

import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refusals } from '../metrics.ts';
import { addressOf } from './address.ts';
import { securityHeaders } from './headers.ts';
import { isAllowedOrigin } from './origins.ts';

/** Requests of an address in ten seconds; joins and new sockets are a part of them. */
const REQUESTS = 600;
const JOINS = 120;
const WINDOW_S = 10;
/** The longest body that anything here expects, in bytes. */
const MAX_BODY = 16_384;

export interface DoorSettings {
  /** Other origins that may call from a browser. */
  allowedOrigins: readonly string[];
  trustedProxies: number;
  connectionsPerAddress: number;
  secure: boolean;
}

interface Refusal {
  status: number;
  reason: string;
  sentence: string;
}

const STATUS: Record<number, string> = { 403: 'Forbidden', 411: 'Length Required', 413: 'Content Too Large', 429: 'Too Many Requests' };

export class Door {
  readonly #settings: DoorSettings;
  readonly #requests = new RateLimiterMemory({ points: REQUESTS, duration: WINDOW_S });
  readonly #joins = new RateLimiterMemory({ points: JOINS, duration: WINDOW_S });
  readonly #sockets = new Map<string, number>();

  constructor(settings: DoorSettings) {
    this.#settings = settings;
  }

  /** Stands before all listeners that the server has now. */
  guard(server: Server): void {
    const headers = securityHeaders(this.#settings.secure);
    const request = server.listeners('request') as RequestListener[];
    const upgrade = server.listeners('upgrade') as ((request: IncomingMessage, socket: Duplex, head: Buffer) => void)[];
    server.removeAllListeners('request').removeAllListeners('upgrade');
    server.on('request', async (incoming, response) => {
      headers(incoming, response);
      const refusal = await this.#checkRequest(incoming);
      if (refusal) answer(response, refusal);
      else for (const listener of request) listener.call(server, incoming, response);
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
    const address = addressOf(request, this.#settings.trustedProxies);
    if (!(await this.#allows(this.#requests, address)))
      return refuse(429, 'requests', 'Too many requests from your address: wait ten seconds.');
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    if (!this.#knows(request)) return refuse(403, 'origin', 'This page may not call this server.');
    if (request.method === 'OPTIONS') return undefined;
    const length = request.headers['content-length'];
    if (length === undefined) return refuse(411, 'length', 'A request with a body must tell its length.');
    if (!(Number(length) <= MAX_BODY)) return refuse(413, 'size', `A request's body may have ${MAX_BODY} bytes.`);
    if (request.url?.startsWith('/matchmake/') && !(await this.#allows(this.#joins, address))) {
      return refuse(429, 'joins', 'Too many joins from your address: wait ten seconds.');
    }
    return undefined;
  }

  async #checkUpgrade(request: IncomingMessage, socket: Duplex): Promise<Refusal | undefined> {
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
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS[refusal.status]}\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
