// The kill with the most bounces, and then who made most of such kills.

import { type Award, most, times } from './award.ts';

/** A value holds the bounces, and the kills as the rest. */
const BOUNCE = 1000;

export const longestBank: Award = {
  id: 'longestBank',
  title: 'Longest bank',
  describe(value) {
    const kills = value % BOUNCE;
    const bounces = times(Math.floor(value / BOUNCE), 'bounce');
    return kills > 1 ? `a kill after ${bounces}, ${kills} times` : `a kill after ${bounces}`;
  },
  of: (feats) => most(feats, ({ bankBounces, bankKills }) => bankBounces * BOUNCE + bankKills),
};
