// A team's sign: the shape of its rim in its colour.

import { type ComponentChild, h } from 'preact';
import { rimPath } from '../../view/emblems.ts';
import { cssColor, teamColor as teamHue } from '../../view/palette.ts';
import { settings } from '../settings.ts';

/** A team's colour as CSS, in the palette that is set. */
export const teamColor = (team: number): string => cssColor(teamHue(team, settings.value.palette));

export function TeamBadge({ team }: { team: number }): ComponentChild {
  const path = {
    d: rimPath(team),
    fill: 'currentColor',
    'fill-opacity': 0.25,
    stroke: 'currentColor',
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  } as const;
  return h('svg', { class: 'badge', style: { color: teamColor(team) }, viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, h('path', path));
}
