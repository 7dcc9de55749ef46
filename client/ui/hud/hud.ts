// What stands around the arena while a match runs.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Match } from '../match.ts';
import { Clock } from './clock.ts';
import { Scores } from './scores.ts';

/** The HUD reads the match so many milliseconds apart; only the canvas needs every frame. */
const REFRESH_MS = 125;

export function Hud({ match }: { match: Match }): ComponentChild {
  const [, redraw] = useState({});
  useEffect(() => {
    const timer = setInterval(() => redraw({}), REFRESH_MS);
    return () => clearInterval(timer);
  }, [match]);
  return h('div', { class: 'hud' }, [h(Scores, { match }), h(Clock, { match })]);
}
