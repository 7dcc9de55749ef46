// The kill with the most bounces, and then who made most of such kills.

import { type Award, most } from './award.ts';

/** A value holds the bounces, and the kills as the rest. */
const BOUNCE = 1000;

export const longestBank: Award = {
  id: 'longestBank',
  deed(value) {
    const times = value % BOUNCE;
    return { text: times > 1 ? 'often' : 'once', numbers: { n: Math.floor(value / BOUNCE), times } };
  },
  of: (feats) => most(feats, ({ bankBounces, bankKills }) => bankBounces * BOUNCE + bankKills),
};
