// Every hint that a player is shown: whoever has seen them all gets none, which would come and go in pictures of other things.

import { PICKUPS } from '#shared/pickups/index.ts';

export const ALL_HINTS = ['move', 'shoot', 'bank', 'guard', ...Object.keys(PICKUPS).map((id) => `pickup:${id}`)];
