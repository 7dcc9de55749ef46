// Signs at the edge of the screen toward what is beyond it: enemies, mates, flags, zones.

import type { Objective } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { ObjectiveScene } from './objectiveViews.ts';
import { seatColor, teamColor, teamOf } from './palette.ts';
import type { Quads } from './quads.ts';
import { zoneColor } from './zoneView.ts';

/** Units from the edge; objectives keep clear of the clock above. */
const INSET = { puck: { top: 34, other: 34 }, objective: { top: 104, other: 60 } };
const SCALE = 0.6;
const OBJECTIVE_SCALE = 0.4;
/** From a sign of an objective to its arrow. */
const ARROW = 33;
/** What is farther from the middle than half the view is beyond the edge. */
const edge = { x: 0, y: 0, angle: 0, beyond: 0 };

/** Draws a sign for each living puck outside the view, where one plays, and for each objective. */
export function drawEdgeMarkers(scene: ObjectiveScene, quads: Quads): void {
  if (scene.me >= 0) for (const shown of scene.pucks) markPuck(shown, scene, quads);
  for (const objective of scene.objectives) markObjective(objective, scene, quads);
}

function markPuck({ slot, x, y, alive, me, puck }: ShownPuck, { view, colors, me: own }: ObjectiveScene, quads: Quads): void {
  // A carrier has the sign of what they carry.
  if (!alive || me || puck.carries >= 0 || !isBeyond(x, y, view, INSET.puck)) return;
  const mate = colors.teams > 0 && teamOf(slot, colors.teams) === teamOf(own, colors.teams);
  const alpha = Math.max(0.35, 1.6 - edge.beyond * 0.7) * (mate ? 0.75 : 1);
  quads.add(mate ? 'mate' : 'marker', edge.x, edge.y, edge.angle, SCALE, SCALE, seatColor(slot, colors), alpha);
}

function markObjective(objective: Objective, { view, colors, me, present, calm }: ObjectiveScene, quads: Quads): void {
  const { kind, team, holder, x, y } = objective;
  // What one carries oneself is in view.
  if (kind === 'bounds' || (holder >= 0 && holder === me) || !isBeyond(x, y, view, INSET.objective)) return;
  const flag = kind === 'flag';
  const color = flag ? teamColor(team, colors.palette) : zoneColor(objective, colors.palette, calm ? 0 : present / TICK_HZ);
  const urgent = flag && objective.state !== 'idle';
  const pulse = urgent && !calm ? 0.75 + 0.25 * Math.sin((present / TICK_HZ) * 2 * Math.PI) : 0.9;
  quads.add('glow', edge.x, edge.y, 0, 0.75, 0.75, color, 0.45 * pulse);
  quads.add(flag ? `flag${team}` : 'crown', edge.x, edge.y, 0, OBJECTIVE_SCALE, OBJECTIVE_SCALE, flag ? 0xffffff : color, pulse);
  const arrowX = edge.x + Math.cos(edge.angle) * ARROW;
  const arrowY = edge.y + Math.sin(edge.angle) * ARROW;
  quads.add('marker', arrowX, arrowY, edge.angle, SCALE, SCALE, color, pulse);
}

/** Whether a place is out of view; then `edge` is where a sign for it belongs. */
function isBeyond(x: number, y: number, view: ObjectiveScene['view'], inset: { top: number; other: number }): boolean {
  const halfWidth = view.width / 2;
  const halfHeight = view.height / 2;
  const dx = x - view.x - halfWidth;
  const dy = y - view.y - halfHeight;
  edge.beyond = Math.max(Math.abs(dx) / halfWidth, Math.abs(dy) / halfHeight);
  if (edge.beyond <= 1) return false;
  const share = Math.min((halfWidth - inset.other) / Math.abs(dx), (halfHeight - (dy < 0 ? inset.top : inset.other)) / Math.abs(dy));
  edge.x = view.x + halfWidth + dx * share;
  edge.y = view.y + halfHeight + dy * share;
  edge.angle = Math.atan2(dy, dx);
  return true;
}
