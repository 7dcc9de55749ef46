// For whoever has not found the walls yet: the largest share of kills without a bounce.

import { type Award, most } from './award.ts';

/** Fewer kills say nothing about anybody. */
const LEAST_KILLS = 3;
/** Nor does it tease when most were bank shots. */
const LEAST_PERCENT = 60;

export const mostDirect: Award = {
  id: 'mostDirect',
  deed: (n) => ({ text: n === 100 ? 'all' : 'share', numbers: { n } }),
  of(feats) {
    const share = most(feats, ({ kills, directKills }) => (kills >= LEAST_KILLS ? Math.round((100 * directKills) / kills) : 0));
    return share && share.value >= LEAST_PERCENT ? share : undefined;
  },
};
