// Who caught the most bolts.

import { type Award, most } from './award.ts';

export const mostParries: Award = {
  id: 'mostParries',
  title: 'Most parries',
  describe: (value) => (value === 1 ? 'sent a bolt back' : `sent ${value} bolts back`),
  of: (feats) => most(feats, ({ parries }) => parries),
};
