// While a connection is lost: is the room still where it was?

import type { MatchConnection } from '../net/index.ts';
import { pause } from './comeBack.ts';
import { SERVER } from './server.ts';

/** Milliseconds from one look to the next. */
const LOOK_MS = 1000;

/** When the room's process is gone, the tries to reach that one end and the room is left at once. Never rejects. */
export async function lookForRoom({ roomId, reconnection, connection }: MatchConnection): Promise<void> {
  const before = connection.url?.split('/').at(-2);
  do {
    await pause(LOOK_MS);
    const answer = await fetch(`${SERVER}/api/rooms/${roomId}/process`)
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    if (answer && answer.process !== before) reconnection.maxRetries = 0;
  } while (reconnection.isReconnecting && reconnection.maxRetries > 0);
}
