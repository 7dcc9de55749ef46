// The list of things to pick up. A new one is a file here and a line below.

import type { PickupKind } from '../sim/map.ts';
import { overcharge } from './overcharge.ts';
import { repair } from './repair.ts';
import { shield } from './shield.ts';

/** By the type of the map's object. */
export const PICKUPS: Record<string, PickupKind> = { repair, overcharge, shield };
