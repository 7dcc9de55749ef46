// Half the health back.

import type { PickupKind } from '../sim/map.ts';
import { PICKUP, PUCK } from '../tuning.ts';

export const repair: PickupKind = {
  id: 'repair',
  name: 'Repair',
  respawnTicks: PICKUP.repairTicks,
  take(_world, puck) {
    if (puck.health >= PUCK.health) return false;
    puck.health = Math.min(PUCK.health, puck.health + PICKUP.repairHealth);
    return true;
  },
};
