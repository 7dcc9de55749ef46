// Prometheus figures of the process. Counted where things happen, read from the rooms when somebody asks.

import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { isLoopback } from './doors/address.ts';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** What was turned away, by why. */
export const refusals = new Counter({
  name: 'carom_refusals_total',
  help: 'Requests, joins and messages that were refused',
  labelNames: ['reason'],
  registers: [registry],
});

/** Publishes what `read` tells of the process at the time of reading. */
export function exposeProcess(read: { redis: () => boolean; draining: () => boolean; lobbies: () => number }): void {
  gauge('carom_redis_up', 'Whether Redis answers; 1 where there is none', () => Number(read.redis()));
  gauge('carom_draining', 'Whether this process opens no more rooms', () => Number(read.draining()));
  gauge('carom_lobbies', 'Open lists of rooms', read.lobbies);
}

/** What the rooms report when the metrics are read. */
export interface RoomFigures {
  players: number;
  spectators: number;
  ticks: number;
  lateTicks: number;
  skippedTicks: number;
  /** Milliseconds. */
  tickP50: number;
  tickP99: number;
  bytesOut: number;
}

/** Figures that only grow, of which the rooms that are open are the last part. */
const TOTALS = {
  carom_ticks_total: ['Ticks of all rooms', 'ticks'],
  carom_late_ticks_total: ['Ticks that began an interval late', 'lateTicks'],
  carom_skipped_ticks_total: ['Ticks that never ran', 'skippedTicks'],
  carom_room_bytes_sent_total: ['Bytes sent by rooms', 'bytesOut'],
} as const satisfies Record<string, readonly [help: string, field: keyof RoomFigures]>;

/** Of rooms that were closed. */
const closed = { ticks: 0, lateTicks: 0, skippedTicks: 0, bytesOut: 0 };

/** A room closes: what it counted stays in the totals. */
export function countClosed(room: typeof closed): void {
  for (const [, field] of Object.values(TOTALS)) closed[field] += room[field];
}

/** Publishes figures of the rooms that `open` lists at the time of reading. */
export function exposeRooms(open: () => RoomFigures[]): void {
  const sum = (field: keyof RoomFigures) => () => open().reduce((total, room) => total + room[field], 0);
  const worst =
    (field: keyof RoomFigures, scale = 1) =>
    () =>
      Math.max(0, ...open().map((room) => room[field])) * scale;
  for (const [name, [help, field]] of Object.entries(TOTALS)) total(name, help, () => closed[field] + sum(field)());
  gauge('carom_rooms', 'Open rooms', () => open().length);
  gauge('carom_players', 'People with a puck', sum('players'));
  gauge('carom_spectators', 'People who watch', sum('spectators'));
  gauge('carom_tick_p50_seconds', 'Median time of a tick in the slowest room', worst('tickP50', 1e-3));
  gauge('carom_tick_p99_seconds', '99th percentile of the time of a tick in the slowest room', worst('tickP99', 1e-3));
}

function gauge(name: string, help: string, read: () => number): void {
  registry.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

/** A counter that is read where it is counted. */
function total(name: string, help: string, read: () => number): void {
  registry.removeSingleMetric(name);
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

/**
 * Whether a request may read the metrics: with the token when there is one, else from this machine only. Behind a proxy
 * (`proxied`) everybody seems to come from this machine: then there is no way without the token.
 */
export function mayReadMetrics(request: IncomingMessage, token: string | undefined, proxied: boolean): boolean {
  if (!token) return !proxied && isLoopback(request);
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
