// Who stood on the hill for longest.

import { TICK_HZ } from '../tuning.ts';
import { type Award, most } from './award.ts';

export const hillHolder: Award = {
  id: 'hillHolder',
  title: 'Hill holder',
  describe: (value) => `${value} s on the hill`,
  of: (feats) => most(feats, ({ hillTicks }) => Math.floor(hillTicks / TICK_HZ)),
};
