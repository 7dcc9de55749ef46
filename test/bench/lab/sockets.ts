// Sockets without a network: the SDK gets what it takes for the browser's WebSocket, the server's transport what it takes
// for a socket of ws, and between them are two pipes of a bad line.

import { EventEmitter } from 'node:events';
import { type Line, Pipe } from '../../support/pipe.ts';

const OPEN = 1;
const CLOSED = 3;

/** A client's way to the server, as bad as its profile says. */
export class LabLine {
  line: Line;
  readonly seeded: { rng: number };
  /** While a device sleeps nothing is delivered to the page. */
  asleep = false;
  pipes: Pipe[] = [];
  onStall: (ms: number) => void = () => {};
  readonly #kept: (() => void)[] = [];

  constructor(line: Line, seed: number) {
    this.line = line;
    this.seeded = { rng: seed >>> 0 };
  }

  /** Nothing arrives on either side for so long; then all of it at once. */
  stall(ms: number): void {
    this.onStall(ms);
    for (const pipe of this.pipes) pipe.stall(ms);
  }

  /** Delivers to the page, when it is awake. */
  toPage(deliver: () => void): void {
    if (this.asleep) this.#kept.push(deliver);
    else deliver();
  }

  wake(): void {
    this.asleep = false;
    for (const deliver of this.#kept.splice(0)) deliver();
  }
}

/** The server's end. */
class ServerSocket extends EventEmitter {
  readyState = OPEN;
  readonly bufferedAmount = 0;
  readonly #down: Pipe;
  readonly #roundTrip: () => number;
  readonly #closeOther: (code: number) => void;

  constructor(down: Pipe, roundTrip: () => number, closeOther: (code: number) => void) {
    super();
    this.#down = down;
    this.#roundTrip = roundTrip;
    this.#closeOther = closeOther;
  }

  send(data: Uint8Array): void {
    this.#down.send(Uint8Array.from(data));
  }

  ping(data?: unknown): void {
    setTimeout(() => this.emit('pong', data), this.#roundTrip());
  }

  close(code = 1000): void {
    this.readyState = CLOSED;
    this.emit('close', code);
    this.#closeOther(code);
  }

  terminate(): void {
    this.close(1006);
  }
}

type Accept = (socket: EventEmitter, url: string) => void;

/** The page's end. */
export class LabSocket {
  static readonly OPEN = OPEN;
  /** The line of the connection that is opened next. */
  static next: LabLine;
  /** Who takes connections. */
  static accept: Accept;

  binaryType = 'arraybuffer';
  readyState = 0;
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly #up: Pipe;
  readonly #server: ServerSocket;

  constructor(url: string) {
    const at = LabSocket.next;
    const line = () => at.line;
    this.#up = new Pipe(line, at.seeded, (bytes) => this.#server.emit('message', Buffer.from(bytes), true));
    const down = new Pipe(line, at.seeded, (bytes) => at.toPage(() => this.onmessage?.({ data: bytes.buffer as ArrayBuffer })));
    at.pipes = [this.#up, down];
    this.#server = new ServerSocket(
      down,
      () => 2 * (at.line.delayMs ?? 0),
      (code) => {
        this.readyState = CLOSED;
        this.onclose?.({ code, reason: '' });
      },
    );
    setTimeout(() => {
      this.readyState = OPEN;
      this.onopen?.({});
      LabSocket.accept(this.#server, new URL(url).pathname + new URL(url).search);
    });
  }

  send(data: Uint8Array): void {
    this.#up.send(Uint8Array.from(data));
  }

  close(): void {
    this.readyState = CLOSED;
    if (this.#server.readyState === OPEN) this.#server.close();
  }
}
