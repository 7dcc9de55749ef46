// A WebSocket client that obeys no rules: it writes any bytes, stops reading when it likes and answers nothing by itself.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Head {
  status: number;
  headers: string;
  body: string;
}

let callers = 0;

/** An address of this machine that was not used before: the server counts by address. Only Linux has them all. */
export function newAddress(): string {
  callers++;
  return process.platform === 'linux' ? `127.2.${callers >> 8}.${callers & 255}` : '127.0.0.1';
}

/** What a server answers to bytes written on a fresh connection, until it ends it; '' when it only hangs up. */
export async function exchange(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: newAddress() }).on('error', () => {});
  let said = '';
  socket.on('data', (data) => {
    said += data.toString('latin1');
  });
  socket.write(bytes);
  await once(socket, 'close');
  return said;
}

/** An upgrade as browsers ask for it. */
export function upgradeRequest(path: string, headers: Record<string, string> = {}): string {
  const all = {
    Host: '127.0.0.1',
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

export class RawSocket {
  readonly socket: Socket;
  /** The server's answer to the upgrade; 101 when it went well. */
  head: Head = { status: 0, headers: '', body: '' };
  /** Binary messages received, the first few of them. */
  readonly messages: Buffer[] = [];
  /** The code with which the server closed, 0 while it has not. */
  closeCode = 0;
  closeReason = '';
  received = 0;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.socket = socket.setNoDelay(true).on('error', () => {});
  }

  /** Resolves with the socket whatever the server answers; look at `head`. */
  static async open(port: number, path: string, headers: Record<string, string> = {}, from = newAddress()): Promise<RawSocket> {
    const raw = new RawSocket(connect({ port, host: '127.0.0.1', localAddress: from, allowHalfOpen: true }));
    raw.socket.write(upgradeRequest(path, headers));
    await new Promise<void>((resolve) => {
      raw.socket.on('data', (data) => {
        raw.#take(data);
        if (raw.head.status) resolve();
      });
      raw.socket.once('end', resolve).once('close', resolve);
    });
    return raw;
  }

  get isOpen(): boolean {
    return !this.socket.destroyed && this.socket.readyState === 'open' && this.closeCode === 0;
  }

  /** Sends a masked frame. */
  send(payload: Uint8Array | readonly number[], opcode = 2): void {
    const body = Buffer.from(payload);
    const mask = randomBytes(4);
    const { length } = body;
    const head = length < 126 ? Buffer.from([0x80 | opcode, 0x80 | length]) : Buffer.from([0x80 | opcode, 0xfe, length >> 8, length & 255]);
    for (let i = 0; i < length; i++) body[i] = (body[i] as number) ^ (mask[i & 3] as number);
    this.write(Buffer.concat([head, mask, body]));
  }

  /** Writes bytes below the protocol. */
  write(bytes: Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(bytes);
  }

  destroy(): void {
    this.socket.destroy();
  }

  #take(data: Buffer): void {
    this.received += data.length;
    this.#rest = Buffer.concat([this.#rest, data]);
    if (this.head.status === 0) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const headers = this.#rest.toString('latin1', 0, end);
      const status = Number(headers.split(' ')[1]);
      this.#rest = this.#rest.subarray(end + 4);
      this.head = { status, headers, body: status === 101 ? '' : this.#rest.toString() };
    }
    if (this.head.status === 101) while (this.#frame());
    else this.head.body = this.#rest.toString();
  }

  /** Takes one frame off what has come; false when there is no whole one. Servers never mask. */
  #frame(): boolean {
    const rest = this.#rest;
    if (rest.length < 2) return false;
    const short = (rest[1] as number) & 127;
    const from = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (rest.length < from) return false;
    const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
    if (rest.length < from + length) return false;
    const body = rest.subarray(from, from + length);
    const opcode = (rest[0] as number) & 15;
    if (opcode === 2 && this.messages.length < 64) this.messages.push(Buffer.from(body));
    if (opcode === 8) {
      this.closeCode = length >= 2 ? body.readUInt16BE(0) : 1005;
      this.closeReason = body.toString('utf8', 2);
    }
    this.#rest = rest.subarray(from + length);
    return true;
  }
}
