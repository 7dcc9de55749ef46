// A player as the HUD names one: emblem and name in the player's colour.

import { type ComponentChild, h } from 'preact';
import { cssColor, seatColor } from '../../view/palette.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import { screen } from '../screen.ts';
import { settings } from '../settings.ts';

/** A seat's colour as CSS, in the palette that is set; in a match of teams the team's. */
export function colorOf(slot: number): string {
  const teams = screen.value.match?.session.mode.teams ?? 0;
  return cssColor(seatColor(slot, { palette: settings.value.palette, teams }));
}

export function PlayerName({ match, slot }: { match: Match; slot: number }): ComponentChild {
  return h('span', { class: 'player', style: { color: colorOf(slot) } }, [
    h(Emblem, { slot }),
    h('span', { class: 'player-name' }, match.nameOf(slot)),
  ]);
}
