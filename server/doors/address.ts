// Who is calling: the address that limits count by. Headers are believed only as far as the host says that its own
// proxies wrote them.

import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** The door writes the caller's address here for those behind it; what the caller wrote there is lost. */
export const ADDRESS_HEADER = 'x-carom-address';
/** Groups of an IPv6 address that one customer has: a /64. */
const IPV6_GROUPS = 4;

/**
 * The caller's address, an IPv6 one cut to its /64. `proxies` is how many trusted proxies stand before this process: that
 * many entries from the end of X-Forwarded-For are theirs, whatever is further left could be invented.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (proxies === 0) return shorten(direct);
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return shorten(chain.at(-proxies) ?? direct);
}

/** Whether a request comes from this very machine, by its own socket and without a proxy in between. */
export function isLoopback(request: IncomingMessage): boolean {
  const address = shorten(request.socket.remoteAddress ?? '');
  return (address.startsWith('127.') || address === '::1') && request.headers['x-forwarded-for'] === undefined;
}

function shorten(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain) || plain === '::1') return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : [];
  return [...front, ...zeros, ...back].slice(0, IPV6_GROUPS).join(':');
}
