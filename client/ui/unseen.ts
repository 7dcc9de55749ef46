// The page in a frame of the monitor: an operator watches unseen, and the monitor says where to look. Nothing of the HUD
// that speaks, plays or changes the room is shown.

import { passport } from '../net/passport.ts';
import { screen } from './screen.ts';
import './styles/unseen.css';

/** What the monitor tells: through the eyes of a slot, over the whole arena, as the director finds best, or as one steers. */
const CAMERAS = ['above', 'director', 'free'] as const;
type Look = number | (typeof CAMERAS)[number];

let look: Look | undefined;

/** From now on every join is with an operator's ticket. Only the page around this one is listened to. */
export function watchUnseen(ticket: string): void {
  passport.words.ticket = ticket;
  document.documentElement.classList.add('unseen-eye');
  addEventListener('message', ({ origin, source, data }: MessageEvent<{ look?: unknown }>) => {
    if (origin !== location.origin || source !== parent) return;
    const wanted = data?.look as Look;
    if (typeof wanted !== 'number' && !CAMERAS.includes(wanted)) return;
    look = wanted;
    turn();
  });
  let { match } = screen.value;
  screen.subscribe(() => {
    if (screen.value.match === match) return;
    match = screen.value.match;
    turn();
  });
}

function turn(): void {
  const spectator = screen.value.match?.spectator;
  if (!spectator || look === undefined) return;
  if (look === 'above') spectator.rise();
  else if (look === 'director') spectator.direct();
  else if (look === 'free') spectator.fly();
  else spectator.follow(look);
}
