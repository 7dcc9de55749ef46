// What a phone or a gamepad needs beyond being read: it is felt, and its screen stays on.

import type { SessionListener } from '../net/sessionTypes.ts';
import { stayAwake } from './awake.ts';
import { hapticsOf } from './haptics.ts';

interface Played {
  readonly session: { readonly me: number };
  listen(listener: SessionListener): () => void;
}

/** For a match, until the returned function is called. */
export function holdInHand(match: Played): () => void {
  const stops = [match.listen(hapticsOf(() => match.session.me)), stayAwake()];
  return () => {
    for (const stop of stops) stop();
  };
}
