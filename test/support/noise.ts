// Seeded noise for fuzzing: frames and bodies that are nearly right, and some that are nothing at all.

import { random } from '#shared/sim/rng.ts';
import { CODE, goodOptions } from './rawClient.ts';

/** Bytes at which codes, numbers and texts change their kind. */
const EDGES = [
  0, 1, 0x1f, 0x20, 0x7f, 0x80, 0x8f, 0x90, 0xa0, 0xa3, 0xbf, 0xc0, 0xc1, 0xc4, 0xc7, 0xca, 0xcb, 0xcf, 0xd4, 0xd9, 0xdb, 0xdd, 0xdf, 0xe0,
  0xff,
];
const text = (of: string): number[] => [0xa0 | of.length, ...Buffer.from(of)];
const INPUT = [CODE.input, 0x80, 127, 0x81, 129, 0x82, 1, 2, 0x83, 3];
/** What clients send, as often as it shall be the root of a case. */
const ROOTS: number[][] = [
  ...Array<number[]>(8).fill(INPUT),
  ...Array<number[]>(4).fill([CODE.request, 5, ...text('seat'), 0x81, 0xa1, 97, 1]),
  [CODE.request, 0xcd, 1, 2, ...text('map')],
  [CODE.data, ...text('seat'), 0x93, 1, 0xc3, 0xcb, 0x40, 9, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18],
  [CODE.data, 3, 0xde, 0, 1, 0xa1, 97, 0xc0],
  [CODE.ping],
  [CODE.join],
];
const VALUES = [
  'null',
  'true',
  '-1',
  '0',
  '0.5',
  '1e999',
  '1e-9',
  '17',
  '"x"',
  '""',
  '[]',
  '{}',
  '[[[]]]',
  '"\\u0000"',
  '"__proto__"',
  '"ffa"',
  '"atrium"',
];
const KEYS = [
  'name',
  'protocol',
  'rules',
  'spectate',
  'mode',
  'map',
  'bots',
  'private',
  'code',
  'roomId',
  'sessionId',
  'reconnectionToken',
  'creator',
  '__proto__',
  'constructor',
  'toString',
  '',
];

export class Noise {
  readonly #seeded: { rng: number };

  constructor(seed: number) {
    this.#seeded = { rng: seed >>> 0 };
  }

  below(limit: number): number {
    return Math.floor(random(this.#seeded) * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  bytes(length: number): number[] {
    return Array.from({ length }, () => this.below(256));
  }

  /** A frame's payload: mostly of a code that a room takes, with a body that was tampered with. */
  frame(): number[] {
    const kind = this.below(100);
    if (kind < 2) return this.bytes(this.below(60));
    if (kind < 6) return [this.pick([...Object.values(CODE), 147, 148, 51, 83, 211]), ...this.bytes(this.below(40))];
    if (kind < 20) return [this.pick([CODE.input, CODE.request]), ...this.bytes(this.below(24))];
    const [code = 0, ...body] = this.pick(ROOTS);
    return [code, ...this.#tamper(body)];
  }

  #tamper(bytes: number[]): number[] {
    const body = [...bytes];
    for (let times = this.below(5); times > 0; times--) {
      const at = this.below(body.length + 1);
      const change = this.below(5);
      if (change === 0) body[at] = this.pick(EDGES);
      else if (change === 1) body.splice(at, 0, this.pick(EDGES));
      else if (change === 2) body.splice(at, 1 + this.below(3));
      else if (change === 3) body.splice(at, 0, ...body.slice(this.below(at + 1), at));
      else body[at] = this.below(256);
    }
    return body.map((byte) => byte ?? 0);
  }

  /** A body for the matchmaking: options with wrong values, now and then broken as text. */
  body(): string {
    const good = Object.entries(goodOptions).map(([key, value]) => `"${key}":${JSON.stringify(value)}`);
    const fields = this.below(3) ? good : [];
    for (let more = this.below(4); more > 0; more--) fields.push(`"${this.pick(KEYS)}":${this.pick(VALUES)}`);
    const body = `{${fields.join(',')}}`;
    if (this.below(3)) return body;
    const at = this.below(body.length);
    return this.pick([body.slice(0, at), body.slice(at), `[${body}]`, body.slice(0, at) + this.pick(VALUES) + body.slice(at)]);
  }

  /** Where to post it. */
  path(code: string): string {
    const method = this.pick(['joinOrCreate', 'create', 'join', 'joinById', 'reconnect', 'query', 'toString']);
    return `/matchmake/${method}/${this.pick(['match', 'match', code, 'AAAAA', '__proto__', '%00'])}`;
  }
}
