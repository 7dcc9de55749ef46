// A line to a server as bad as a test wants it: a TCP proxy that delays, jitters, loses, stalls, throttles and
// cuts, in order and by a seed (`pipe.ts`).

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Line, Pipe } from './pipe.ts';

export type { Line };

let lines = 0;

/** Each line comes from an address of its own, as people do: the server counts by address. Only Linux has them all. */
function newAddress(): string {
  lines++;
  return process.platform === 'linux' ? `127.1.${lines >> 8}.${lines & 255}` : '127.0.0.1';
}

export class BadLine {
  line: Line;
  readonly #server: Server;
  readonly #target: number;
  readonly #seeded: { rng: number };
  readonly #sockets = new Set<Socket>();
  readonly #address = newAddress();
  readonly #pipes = new Set<Pipe>();

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
    for (const pipe of this.#pipes) pipe.stall(ms);
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
    const pipe = new Pipe(
      () => this.line,
      this.#seeded,
      (bytes) => to.write(bytes),
    );
    this.#pipes.add(pipe);
    from.on('data', (bytes) => pipe.send(bytes));
    from.on('close', () => {
      this.#pipes.delete(pipe);
      setTimeout(() => to.destroy(), this.line.delayMs ?? 0);
    });
  }
}

export { BadLine as Proxy };
