// The lag that a player has their line simulate. For this visit only: nobody should wonder tomorrow why the game is slow.

import { type Lag, MAX_LAG } from '#shared/net/protocol.ts';
import { Store } from './store.ts';

export const lag = new Store<Lag>({ ms: 0, jitterMs: 0 });

/** The fields with the keys of their names, in the order of the settings. */
export const LAG_SLIDERS = [
  { field: 'ms', label: 'settings.lag', max: MAX_LAG.ms },
  { field: 'jitterMs', label: 'settings.jitter', max: MAX_LAG.jitterMs },
] as const;
