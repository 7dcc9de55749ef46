// A player as the HUD names one: emblem and name in the player's colour.

import { type ComponentChild, h } from 'preact';
import { cssColor, slotColor } from '../../view/palette.ts';
import { Emblem } from '../emblem.ts';
import type { Match } from '../match.ts';
import { settings } from '../settings.ts';

/** A seat's colour as CSS, in the palette that is set. */
export const colorOf = (slot: number): string => cssColor(slotColor(slot, settings.value.palette));

export function PlayerName({ match, slot }: { match: Match; slot: number }): ComponentChild {
  return h('span', { class: 'player', style: { color: colorOf(slot) } }, [h(Emblem, { slot }), match.nameOf(slot)]);
}
