// A match that stands: it stays when nobody is in it, and when its room breaks it is opened again under the same code.

import { matchMaker } from '@colyseus/core';
import { log } from '../log.ts';
import type { RoomOptions } from './options.ts';
import { newRoomCode } from './roomCode.ts';

export type StandingOptions = Partial<Omit<RoomOptions, 'standing' | 'creator'>>;

/** Opens one in this process, for as long as that runs. Returns its code. Rejects with a sentence for options that are wrong. */
export async function openStanding(options: StandingOptions): Promise<string> {
  const code = options.code ?? newRoomCode();
  const open = () => matchMaker.createRoom('match', { ...options, standing: true, code });
  // After a restart the server has opened it already, with all that was in it.
  if ((await matchMaker.query({ roomId: code })).length === 0) await open();
  matchMaker.getHandler('match').on('dispose', ({ roomId }: { roomId: string }) => {
    if (roomId !== code || matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN) return;
    // The old one must be out of the lists first.
    setImmediate(() => open().catch((error) => log.error({ err: error }, 'the standing match cannot be opened again')));
  });
  return code;
}
