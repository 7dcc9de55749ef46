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

/** Publishes figures of the rooms that `open` lists at the time of reading. */
export function exposeRooms(open: () => RoomFigures[]): void {
  const gauge = (name: string, help: string, read: (rooms: RoomFigures[]) => number) => {
    registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(open()));
      },
    });
  };
  const sum = (field: keyof RoomFigures) => (rooms: RoomFigures[]) => rooms.reduce((total, room) => total + room[field], 0);
  const worst = (field: keyof RoomFigures) => (rooms: RoomFigures[]) => Math.max(0, ...rooms.map((room) => room[field]));
  gauge('carom_rooms', 'Open rooms', (rooms) => rooms.length);
  gauge('carom_players', 'People with a puck', sum('players'));
  gauge('carom_spectators', 'People who watch', sum('spectators'));
  gauge('carom_ticks', 'Ticks of the rooms that are open', sum('ticks'));
  gauge('carom_late_ticks', 'Ticks that began an interval late, of the rooms that are open', sum('lateTicks'));
  gauge('carom_skipped_ticks', 'Ticks that never ran, of the rooms that are open', sum('skippedTicks'));
  gauge('carom_tick_p50_ms', 'Median time of a tick in the slowest room', worst('tickP50'));
  gauge('carom_tick_p99_ms', '99th percentile of the time of a tick in the slowest room', worst('tickP99'));
  gauge('carom_room_bytes_out', 'Bytes sent by the rooms that are open', sum('bytesOut'));
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
