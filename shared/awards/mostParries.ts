// Who caught the most bolts.

import { type Award, most } from './award.ts';

export const mostParries: Award = {
  id: 'mostParries',
  deed: (n) => ({ text: 'bolts', numbers: { n } }),
  of: (feats) => most(feats, ({ parries }) => parries),
};
