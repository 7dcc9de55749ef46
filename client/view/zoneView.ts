// A zone to hold: a frame and slanting lines in the colour of whoever holds it, in both teams' while they fight for it,
// white while nobody does. A thin line inside the frame shortens until the zone moves.

import type { Objective } from '#shared/sim/types.ts';
import { HILL, TICK_HZ } from '#shared/tuning.ts';
import type { ObjectiveScene } from './objectiveViews.ts';
import { mixColor, type Palette, teamColor } from './palette.ts';
import type { Picture } from './picture.ts';
import type { Quads } from './quads.ts';
import { type Box, drawHatch, drawOutline, fillBox } from './shapes.ts';

/** Units between the slanting lines, and u/s that they move. */
const STEP = 48;
const DRIFT = 14;
/** Both colours come and go so often a second while it is contested. */
const CONTEST_HZ = 1.1;
const WHITE = 0xdfe8ff;
const INSET = 9;
const CROWN = { scale: 0.62, alpha: 0.5 };
/** Shares of light by state. */
const LIGHT = { idle: 0.5, held: 1, contested: 1, loose: 0.5 } as const;

/** Draws a zone; in a calm picture nothing comes and goes. */
export function drawZone(zone: Objective, { present, colors, calm }: ObjectiveScene, { marks, under }: Picture): void {
  const { x, y, halfWidth, halfHeight, state, untilTick } = zone;
  const time = present / TICK_HZ;
  const light = LIGHT[state];
  const box = { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
  const color = zoneColor(zone, colors.palette, calm ? 0 : time);
  fillBox(marks, box, color, 0.1 * light);
  hatch(zone, box, time, colors.palette, light, under);
  drawOutline(under, box, 22, color, light);
  drawCorners(under, box, color, light);
  under.add('crown', x, y, 0, CROWN.scale, CROWN.scale, color, CROWN.alpha * light);
  const left = (untilTick - present) / HILL.moveTicks;
  if (untilTick > 0 && left > 0) drawOutline(under, inset(box, INSET), 8, WHITE, 0.55, Math.min(1, left));
}

/** The colour of a zone's frame at a time in seconds; markers have it too. */
export function zoneColor({ state, team }: Objective, palette: Palette, time: number): number {
  if (state === 'held') return teamColor(team, palette);
  if (state !== 'contested') return WHITE;
  const share = 0.5 + 0.5 * Math.sin(time * CONTEST_HZ * 2 * Math.PI);
  return mixColor(teamColor(0, palette), teamColor(1, palette), share);
}

/** Contested, the lines are of both colours in turn. */
function hatch(zone: Objective, box: Box, time: number, palette: Palette, light: number, under: Quads): void {
  const shift = (time * DRIFT) % (2 * STEP);
  if (zone.state !== 'contested') {
    drawHatch(under, box, STEP, shift, 13, zoneColor(zone, palette, 0), 0.26 * light);
    return;
  }
  drawHatch(under, box, 2 * STEP, shift, 18, teamColor(0, palette), 0.42);
  drawHatch(under, box, 2 * STEP, shift + STEP, 18, teamColor(1, palette), 0.42);
}

function drawCorners(quads: Quads, { left, top, right, bottom }: Box, color: number, alpha: number): void {
  const scale = 0.8;
  const off = 9;
  quads.add('corner', left + off, top + off, 0, scale, scale, color, alpha);
  quads.add('corner', right - off, top + off, Math.PI / 2, scale, scale, color, alpha);
  quads.add('corner', right - off, bottom - off, Math.PI, scale, scale, color, alpha);
  quads.add('corner', left + off, bottom - off, -Math.PI / 2, scale, scale, color, alpha);
}

function inset({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left + by, top: top + by, right: right - by, bottom: bottom - by };
}
