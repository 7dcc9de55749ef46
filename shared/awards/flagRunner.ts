// Who brought the most flags home, then who carried one for longest.

import { TICK_HZ } from '../tuning.ts';
import { type Award, most } from './award.ts';

/** A value holds the captures, and the seconds with a flag as the rest. */
const CAPTURE = 10_000;

export const flagRunner: Award = {
  id: 'flagRunner',
  deed(value) {
    const n = Math.floor(value / CAPTURE);
    return { text: n > 0 ? 'captures' : 'carried', numbers: { n, s: value % CAPTURE } };
  },
  of: (feats) => most(feats, ({ captures, flagTicks }) => captures * CAPTURE + Math.floor(flagTicks / TICK_HZ)),
};
