// Parts of the HUD that nobody needs in a match's first seconds: each is loaded when it is wanted, and some time after.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whatever the match itself needs comes first. */
const LATE_MS = 2500;

/** The component of a chunk, once it is there; nothing while it is not wanted. Without it the match goes on. */
export function useLate<Props>(wanted: boolean, load: () => Promise<ComponentType<Props>>): ComponentType<Props> | undefined {
  const [late, setLate] = useState<{ View: ComponentType<Props> }>();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => load().then((View) => setLate({ View }), Boolean), LATE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return wanted ? late?.View : undefined;
}
