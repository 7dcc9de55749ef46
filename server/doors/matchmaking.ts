// The framework's matchmaking, with a sentence and a count for everything that it refuses.

import { matchMaker, ServerError } from '@colyseus/core';
import { REFUSED } from '#shared/net/messages.ts';
import { cluster } from '../cluster/cluster.ts';
import { isLineError } from '../cluster/redis.ts';
import { people } from '../identity/people.ts';
import { refusals } from '../metrics.ts';
import { type Invoke, withParty } from '../rooms/party.ts';
import { ADDRESS_HEADER } from './address.ts';

/** Refused by ourselves, and counted there. */
const COUNTED: ReadonlySet<number> = new Set(Object.values(REFUSED));

const UNREACHABLE = 'Matches cannot be found for a moment. Those that run go on; try again soon.';

/** Makes all that clients send with a join an object, and counts what fails. Called once a process. */
export function guardMatchmaking(): void {
  const invoke = withParty(matchMaker.controller.invokeMethod.bind(matchMaker.controller));
  const guarded: Invoke = async (method, target, options, auth) => {
    try {
      if (cluster?.healthy === false) throw new ServerError(REFUSED.rooms, UNREACHABLE);
      if (typeof options !== 'object' || options === null || Array.isArray(options)) {
        refusals.inc({ reason: 'options' });
        throw new ServerError(REFUSED.options, 'The options of a join must be an object.');
      }
      // Written by the door, whatever the caller says: rooms are counted by who opened them, and only this process opens
      // standing ones. Quick play finds only rooms that say that they are for it.
      const creator = people.hashAddress(auth?.headers.get(ADDRESS_HEADER) ?? '');
      const asked = { ...options, creator, standing: false, code: undefined, quick: true };
      return await invoke(method, target, asked, auth);
    } catch (error) {
      const { code } = error as { code?: number };
      if (!code || !COUNTED.has(code)) refusals.inc({ reason: 'join' });
      // Lost in the middle of it: what the line says is nothing for people.
      if (isLineError(error)) throw new ServerError(REFUSED.rooms, UNREACHABLE);
      throw error;
    }
  };
  matchMaker.controller.invokeMethod = guarded;
}
