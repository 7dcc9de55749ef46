// Mallory: joins a room by the rules, then has the bare socket in hand.

import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { PROTOCOL } from '#shared/net/messages.ts';
import { RULES } from '#shared/replay/rules.ts';
import { newAddress, RawSocket } from './rawSocket.ts';
import { until } from './until.ts';

export const CODE = {
  join: 10,
  leave: 12,
  data: 13,
  bytes: 17,
  ping: 18,
  input: 19,
  unreliable: 20,
  request: 21,
  response: 22,
  timed: 128,
};

export const goodOptions = { name: 'Mallory', protocol: PROTOCOL, rules: RULES };

export interface Seat {
  sessionId: string;
  roomId: string;
  processId: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** The sentence in it, where there is one. */
  error: string;
}

/** Posts a body as it is, by default from an address of its own. */
export async function post(
  url: string,
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  from = newAddress(),
): Promise<Answer> {
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  const { hostname, port } = new URL(url);
  const asked = request({ hostname, port, path, method: 'POST', headers: all, localAddress: from, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of answer) text += part;
  let error = '';
  try {
    error = String((JSON.parse(text) as { error?: unknown }).error ?? '');
  } catch {}
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: text, error };
}

/** Reserves a seat, without taking it. */
export async function reserve(url: string, method: string, target: string, options: object = {}, from = newAddress()): Promise<Seat> {
  const { status, body } = await post(url, `/matchmake/${method}/${target}`, JSON.stringify({ ...goodOptions, ...options }), {}, from);
  if (status !== 200) throw new Error(`${status}: ${body}`);
  return JSON.parse(body) as Seat;
}

export const seatPath = ({ processId, roomId, sessionId }: Seat, extra = ''): string =>
  `/${processId}/${roomId}?sessionId=${sessionId}${extra}`;

/** A socket in a room; `acknowledge` false leaves out the client's part of the handshake. */
export class RawClient {
  readonly raw: RawSocket;
  readonly seat: Seat;

  private constructor(raw: RawSocket, seat: Seat) {
    this.raw = raw;
    this.seat = seat;
  }

  static async join(url: string, code: string, options: object = {}, acknowledge = true): Promise<RawClient> {
    return RawClient.take(url, await reserve(url, 'joinById', code, options), acknowledge);
  }

  static async take(url: string, seat: Seat, acknowledge = true, extra = ''): Promise<RawClient> {
    const raw = await RawSocket.open(Number(new URL(url).port), seatPath(seat, extra));
    const client = new RawClient(raw, seat);
    await until(() => raw.messages[0], { what: `the first word of the room, not ${raw.head.status} ${raw.head.body}` });
    if (raw.messages[0]?.[0] !== CODE.join) throw new Error(`no seat: ${raw.messages[0]?.toString('utf8', 1)}`);
    if (acknowledge) raw.send([CODE.join]);
    return client;
  }

  /** The token for a return, as the room told it. */
  get token(): string {
    const hello = this.raw.messages[0];
    if (hello?.[0] !== CODE.join) throw new Error('no seat');
    return hello.toString('utf8', 2, 2 + (hello[1] as number));
  }

  /** In the SDK's form. */
  get returnToken(): string {
    return `${this.seat.roomId}:${this.token}`;
  }

  /** A message by name, or a request if it has a number, with a payload of any bytes. */
  say(type: string, payload: readonly number[] = [], request?: number): void {
    const name = Buffer.from(type);
    const head = request === undefined ? [CODE.data] : [CODE.request, request & 127];
    const length = name.length < 32 ? [0xa0 | name.length] : [0xda, name.length & 255, name.length >> 8];
    this.raw.send([...head, ...length, ...name, ...payload]);
  }
}
