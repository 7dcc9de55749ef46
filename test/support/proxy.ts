// A line to a server as bad as a test wants it: a TCP proxy that delays, jitters, stalls, throttles and cuts, in order and
// by a seed. Chunks never overtake each other, as on a real TCP connection.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { random } from '#shared/sim/rng.ts';

export interface Line {
  /** One way, in milliseconds: half of the round trip. */
  delayMs?: number;
  /** Up to so much more or less, one way, for each chunk anew. */
  jitterMs?: number;
  /** Bytes a second, each way; none for as many as come. */
  bytesPerSecond?: number;
}

let lines = 0;

/** Each line comes from an address of its own, as people do: the server counts by address. Only Linux has them all. */
function newAddress(): string {
  lines++;
  return process.platform === 'linux' ? `127.1.${lines >> 8}.${lines & 255}` : '127.0.0.1';
}

interface Chunk {
  at: number;
  bytes: Buffer;
}

export class BadLine {
  line: Line;
  readonly #server: Server;
  readonly #target: number;
  readonly #seeded: { rng: number };
  readonly #sockets = new Set<Socket>();
  readonly #address = newAddress();
  #stalledUntil = 0;

  private constructor(target: number, line: Line, seed: number) {
    this.#target = target;
    this.line = line;
    this.#seeded = { rng: seed };
    this.#server = createServer((near) => this.#accept(near));
  }

  /** Opens a line to a port of this machine, a perfect one unless said otherwise. */
  static async open(target: number, line: Line = {}, seed = 1): Promise<BadLine> {
    const proxy = new BadLine(target, line, seed);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nothing arrives on either side for so long; then all of it at once. */
  stall(ms: number): void {
    this.#stalledUntil = performance.now() + ms;
  }

  /** Cuts every connection, as a lost network does: no word of goodbye. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #accept(near: Socket): void {
    const far = connect({ port: this.#target, host: '127.0.0.1', localAddress: this.#address });
    for (const socket of [near, far]) {
      socket.setNoDelay(true).on('error', () => {});
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    this.#pipe(near, far);
    this.#pipe(far, near);
  }

  #pipe(from: Socket, to: Socket): void {
    const queue: Chunk[] = [];
    let last = 0;
    let armed = false;
    const arm = () => {
      const next = queue[0];
      if (armed || !next) return;
      armed = true;
      setTimeout(pump, Math.max(0, Math.max(next.at, this.#stalledUntil) - performance.now()));
    };
    const pump = () => {
      armed = false;
      const now = performance.now();
      while (now >= this.#stalledUntil && queue[0] && queue[0].at <= now + 0.5) to.write((queue.shift() as Chunk).bytes);
      arm();
    };
    from.on('data', (bytes) => {
      const { delayMs = 0, jitterMs = 0, bytesPerSecond } = this.line;
      const now = performance.now();
      const start = Math.max(now + delayMs + (random(this.#seeded) * 2 - 1) * jitterMs, last);
      last = start + (bytesPerSecond ? (bytes.length / bytesPerSecond) * 1000 : 0);
      queue.push({ at: last, bytes });
      arm();
    });
    from.on('close', () => setTimeout(() => to.destroy(), this.line.delayMs ?? 0));
  }
}

export { BadLine as Proxy };
