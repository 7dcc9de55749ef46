// The next shots leave the muzzle hot.

import type { PickupKind } from '../sim/map.ts';
import { PICKUP } from '../tuning.ts';

export const overcharge: PickupKind = {
  id: 'overcharge',
  name: 'Overcharge',
  respawnTicks: PICKUP.overchargeTicks,
  take(_world, puck) {
    if (puck.overcharge >= PICKUP.overchargeShots) return false;
    puck.overcharge = PICKUP.overchargeShots;
    return true;
  },
};
