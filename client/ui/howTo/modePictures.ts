// The modes as pictures: who is against whom, and what it is about.

import { type ComponentChild, h } from 'preact';
import { cssColor, teamColor } from '../../view/palette.ts';
import { settings } from '../settings.ts';
import { hue, Puck, Scene } from './pieces.ts';

const SIZE = { width: 160, height: 100 };

const teamHue = (team: number): string => cssColor(teamColor(team, settings.value.palette));

const at = (x: number, y: number, slot: number, color = hue(slot)): ComponentChild => h(Puck, { key: slot, x, y, slot, color, r: 11 });

function flag(x: number, y: number, team: number): ComponentChild {
  return h('path', {
    class: 'flag',
    d: `M${x} ${y + 16}V${y - 16}H${x + 20}L${x + 14} ${y - 9}L${x + 20} ${y - 2}H${x}`,
    style: { color: teamHue(team) },
  });
}

/** By the mode's id. */
const PICTURES: Record<string, () => ComponentChild> = {
  ffa: () => [at(32, 30, 0), at(124, 24, 1), at(80, 54, 2), at(36, 78, 3), at(128, 76, 5)],
  tdm: () => [
    [28, 50, 72].map((y, i) => at(30 + (i % 2) * 24, y, i * 2, teamHue(0))),
    [28, 50, 72].map((y, i) => at(130 - (i % 2) * 24, y, i * 2 + 1, teamHue(1))),
  ],
  ctf: () => [
    flag(18, 50, 0),
    h('path', { class: 'path', d: 'M110 36C84 22 62 30 44 44' }),
    at(112, 40, 0, teamHue(0)),
    flag(116, 22, 1),
    at(138, 74, 1, teamHue(1)),
  ],
  king: () => [
    h('rect', { class: 'hill', x: 46, y: 22, width: 68, height: 56, rx: 4, style: { color: teamHue(0) } }),
    at(80, 50, 0, teamHue(0)),
    at(20, 80, 1, teamHue(1)),
    at(140, 20, 3, teamHue(1)),
  ],
  last: () => [
    h('path', { class: 'burning', d: 'M0 0H160V100H0ZM36 22V78H124V22Z', 'fill-rule': 'evenodd' }),
    h('rect', { class: 'closing', x: 36, y: 22, width: 88, height: 56 }),
    h('path', { class: 'path', d: 'M6 50H24M154 50H136M80 4V14M80 96V86' }),
    at(80, 50, 0),
    h('g', { opacity: 0.3 }, [at(20, 24, 1), at(142, 80, 2)]),
  ],
};

/** A mode's picture; nothing for one that has none yet. */
export function ModePicture({ id }: { id: string }): ComponentChild {
  const picture = Object.hasOwn(PICTURES, id) ? PICTURES[id] : undefined;
  return picture ? h(Scene, SIZE, picture()) : null;
}
