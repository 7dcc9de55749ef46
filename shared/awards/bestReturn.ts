// The kill with the bolt that was parried most often, then the hottest.

import { type Award, most } from './award.ts';

/** A value holds the parries, and the bolt's level as the rest. */
const PARRY = 10;

export const bestReturn: Award = {
  id: 'bestReturn',
  title: 'Best return',
  describe(value) {
    const parries = Math.floor(value / PARRY);
    return parries === 1 ? `a kill with a parried bolt of heat ${value % PARRY}` : `a kill with a bolt parried ${parries} times`;
  },
  of: (feats) => most(feats, ({ returnParries, returnLevel }) => returnParries * PARRY + returnLevel),
};
