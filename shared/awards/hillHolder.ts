// Who stood on the hill for longest.

import { TICK_HZ } from '../tuning.ts';
import { type Award, most } from './award.ts';

export const hillHolder: Award = {
  id: 'hillHolder',
  deed: (s) => ({ text: 'held', numbers: { s } }),
  of: (feats) => most(feats, ({ hillTicks }) => Math.floor(hillTicks / TICK_HZ)),
};
