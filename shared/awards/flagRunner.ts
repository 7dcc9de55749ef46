// Who brought the most flags home, then who carried one for longest.

import { TICK_HZ } from '../tuning.ts';
import { type Award, most, times } from './award.ts';

/** A value holds the captures, and the seconds with a flag as the rest. */
const CAPTURE = 10_000;

export const flagRunner: Award = {
  id: 'flagRunner',
  title: 'Flag runner',
  describe(value) {
    const captures = Math.floor(value / CAPTURE);
    const carried = `${value % CAPTURE} s with the flag`;
    return captures > 0 ? `${times(captures, 'capture')}, ${carried}` : carried;
  },
  of: (feats) => most(feats, ({ captures, flagTicks }) => captures * CAPTURE + Math.floor(flagTicks / TICK_HZ)),
};
