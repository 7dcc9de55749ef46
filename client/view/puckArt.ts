// A puck's body: lit glass in a neon rim with the player's emblem. The rim's shape says the team.

import { PUCK } from '#shared/tuning.ts';
import { emblemPath } from './emblems.ts';
import { arc, circle, neon, spot } from './neon.ts';
import { cssColor, mixColor } from './palette.ts';

/** Texels of the art in a world unit. */
export const TEXELS = 2;
/** Drawn a little larger than it collides: a fighter has to be seen before anything else. */
const DRAWN_RADIUS = PUCK.radius + 4;
const RADIUS = DRAWN_RADIUS * TEXELS;
const EMBLEM_SCALE = 2.25;

/** The second team's rim is a square that is about as large as the circle. */
const SQUARE = RADIUS - 7;
/** The first team's rim is a circle with this many notches. */
const NOTCHES = 4;

/** Draws it around 0, 0; `team` -1 for a puck on its own. */
export function drawPuckBody(g: CanvasRenderingContext2D, slot: number, color: number, team: number): void {
  const glass = team === 1 ? square(SQUARE + 3, 13) : circle(0, 0, RADIUS - 2);
  spot(g, 0, 0, 64, color, 1.6, 0.7);
  g.fillStyle = '#04060f';
  g.fill(glass);
  g.fillStyle = glassFill(g, color);
  g.fill(glass);
  if (team === 1) neon(g, square(SQUARE, 11), color, 8, 12, 1.5);
  else neon(g, circle(0, 0, RADIUS - 5), color, 8, 12, 1.5);
  if (team === 0) drawNotches(g, color);
  const emblem = new Path2D();
  emblem.addPath(new Path2D(emblemPath(slot)), new DOMMatrix().scale(EMBLEM_SCALE));
  neon(g, emblem, mixColor(color, 0xffffff, 0.35), 6, 9, 1.1);
  drawShine(g);
}

function glassFill(g: CanvasRenderingContext2D, color: number): CanvasGradient {
  const glass = g.createRadialGradient(0, 0, 4, 0, 0, RADIUS);
  glass.addColorStop(0, cssColor(mixColor(color, 0x0a1028, 0.3)));
  glass.addColorStop(0.5, cssColor(mixColor(color, 0x070a20, 0.5)));
  glass.addColorStop(0.8, cssColor(mixColor(color, 0x050818, 0.36)));
  glass.addColorStop(1, cssColor(color));
  return glass;
}

function square(half: number, corner: number): Path2D {
  const path = new Path2D();
  path.roundRect(-half, -half, 2 * half, 2 * half, corner);
  return path;
}

/** Gaps in the rim, and a short bright line in each. */
function drawNotches(g: CanvasRenderingContext2D, color: number): void {
  for (let i = 0; i < NOTCHES; i++) {
    const middle = (i + 0.5) * ((2 * Math.PI) / NOTCHES);
    g.strokeStyle = '#04060f';
    g.lineWidth = 13;
    g.stroke(arc(0, 0, RADIUS - 5, middle - 0.17, middle + 0.17));
    neon(g, arc(0, 0, RADIUS - 14, middle - 0.2, middle + 0.2), color, 4, 6, 0.8);
  }
}

function drawShine(g: CanvasRenderingContext2D): void {
  const shine = g.createLinearGradient(0, -RADIUS, 0, 0);
  shine.addColorStop(0, 'rgba(255,255,255,.2)');
  shine.addColorStop(1, 'rgba(255,255,255,0)');
  g.fillStyle = shine;
  g.beginPath();
  g.ellipse(0, -RADIUS * 0.48, RADIUS * 0.68, RADIUS * 0.4, 0, 0, 2 * Math.PI);
  g.fill();
}
