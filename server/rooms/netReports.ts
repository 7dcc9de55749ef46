// Tells each player once a second how the server sees their connection.

import type { Client } from '@colyseus/core';
import { MESSAGE, type NetReport } from '#shared/net/messages.ts';
import type { Seats } from './seats.ts';

/** `late`: ticks of the room that began late so far. */
export function sendNetReports(clients: Iterable<Client>, seats: Seats, late: number): void {
  for (const client of clients) {
    const seat = seats.of(client.sessionId);
    if (!seat) continue;
    const { queueMin, queueMax, starved, gate } = seat;
    const report: NetReport = { queueMin, queueMax, spare: gate.spare, late, starved };
    client.send(MESSAGE.net, report);
    seat.queueMin = Number.POSITIVE_INFINITY;
    seat.queueMax = seat.starved = seat.taken = 0;
  }
}
