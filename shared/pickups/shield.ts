// Takes the next hit.

import type { PickupKind } from '../sim/map.ts';
import { PICKUP } from '../tuning.ts';

export const shield: PickupKind = {
  id: 'shield',
  name: 'Shield',
  respawnTicks: PICKUP.shieldTicks,
  take(_world, puck) {
    if (puck.guard >= PICKUP.shieldHits) return false;
    puck.guard = PICKUP.shieldHits;
    return true;
  },
};
