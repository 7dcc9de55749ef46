// Places that the framework has promised in a room and that nobody has taken yet.

import type { Room } from '@colyseus/core';

/** Private parts of the framework's room. */
interface Promising {
  _reservedSeats: Record<string, unknown>;
  _reservedSeatTimeouts: Record<string, NodeJS.Timeout>;
}

/** Takes them back: a room that ends would wait for them, and meanwhile stand in the way of the one that runs elsewhere. */
export function breakPromises(room: Room): void {
  const { _reservedSeats: seats, _reservedSeatTimeouts: timeouts } = room as unknown as Promising;
  for (const sessionId of Object.keys(seats)) {
    clearTimeout(timeouts[sessionId]);
    delete seats[sessionId];
    delete timeouts[sessionId];
  }
}
