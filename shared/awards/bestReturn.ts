// The kill with the bolt that was parried most often, then the hottest.

import { type Award, most } from './award.ts';

/** A value holds the parries, and the bolt's level as the rest. */
const PARRY = 10;

export const bestReturn: Award = {
  id: 'bestReturn',
  deed(value) {
    const n = Math.floor(value / PARRY);
    return n === 1 ? { text: 'once', numbers: { level: value % PARRY } } : { text: 'often', numbers: { n } };
  },
  of: (feats) => most(feats, ({ returnParries, returnLevel }) => returnParries * PARRY + returnLevel),
};
