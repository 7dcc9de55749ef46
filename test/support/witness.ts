// Somebody who only watches: sees what the server has of a seat's devices, whatever its page does.

import { packStick, stickX, stickY } from '#shared/net/packing.ts';
import { PUCK } from '#shared/tuning.ts';
import { type MatchConnection, watchMatch } from '../../client/net/connection.ts';
import { until } from './until.ts';

/** Sticks as they are sent. */
export const REST = 0;
export const RIGHT = packStick(PUCK.stickMax, 0);
export const LEFT = packStick(-PUCK.stickMax, 0);
export const UP = packStick(0, -PUCK.stickMax);
const DIAGONAL = Math.round(PUCK.stickMax * Math.SQRT1_2);
export const UP_LEFT = packStick(-DIAGONAL, -DIAGONAL);

/** The check's machine may have much else to do. */
export const PATIENCE_MS = 60_000;

export type Witness = Awaited<ReturnType<typeof witness>>;

/** Watches a seat of the room with that code. */
export async function witness(url: string, { code, slot }: { code: string; slot: number }) {
  const room: MatchConnection = await watchMatch(url, code, 'Witness');
  await until(() => room.state.map !== '' && room.state.pucks[slot]?.active, { what: 'the seat' });
  const puck = () => room.state.pucks[slot] as NonNullable<(typeof room.state.pucks)[number]>;
  return {
    /** Until the server has the stick in a place. */
    stick: (packed: number) =>
      until(() => puck().stick === packed, { timeoutMs: PATIENCE_MS, what: `the stick at ${stickX(packed)}, ${stickY(packed)}` }),
    /** Until a bolt of the seat flies; returns its aim. */
    shot: async () => {
      const since = room.state.tick;
      const bolt = await until(() => room.state.bolts.find(({ owner, spawnTick }) => owner === slot && spawnTick > since), {
        timeoutMs: PATIENCE_MS,
        what: 'a shot',
      });
      return bolt.aim;
    },
    tick: () => room.state.tick,
    leave: () => room.leave(true),
  };
}
