// Who lived longest at a stretch, among those who fought: hiding is no feat.

import { TICK_HZ } from '../tuning.ts';
import { type Award, most } from './award.ts';

/** Shorter lives are everybody's. */
const LEAST_S = 20;

export const survivor: Award = {
  id: 'survivor',
  deed: (s) => ({ text: 'lived', numbers: { s } }),
  of(feats) {
    const longest = most(feats, ({ kills, longestLifeTicks }) => (kills > 0 ? Math.floor(longestLifeTicks / TICK_HZ) : 0));
    return longest && longest.value >= LEAST_S ? longest : undefined;
  },
};
