// The poster of a match: who won, the table and the awards at the left, the map with the best bank shot at the right.

import { emblemPath, rimPath } from '../../view/emblems.ts';
import { neon, spot } from '../../view/neon.ts';
import { cssColor } from '../../view/palette.ts';
import { awardIcon } from '../awardIcons.ts';
import type { PosterFacts } from './facts.ts';
import { drawMap, drawWay } from './mapPicture.ts';

/** Canvas pixels: as pages that show shared links want them. */
export const POSTER = { width: 1200, height: 675 };

type Canvas2D = CanvasRenderingContext2D;

const LEFT = 48;
const COLUMN = 400;
const MAP = { left: 490, top: 92, width: 670, height: 490 };
const INK = 0xe8efff;
const DIM = 0x9fb2e4;
export const TITLE_FONT = 'Audiowide, sans-serif';

/** The page's letters, with those of its language. */
export const posterFont = (): string =>
  `"Oxanium Variable", ${getComputedStyle(document.documentElement).getPropertyValue('--letters') || 'system-ui, sans-serif'}`;

/** Draws it, `POSTER` large. The fonts must be there. */
export function drawPoster(g: Canvas2D, facts: PosterFacts): void {
  drawBack(g, facts.color);
  const matrix = drawMap(g, facts.map, MAP.left, MAP.top, MAP.width, MAP.height);
  if (facts.bank) {
    drawWay(g, facts.bank.way, facts.bank.color, matrix);
    write(g, facts.bank.told, MAP.left + MAP.width / 2, 626, {
      size: 22,
      weight: 600,
      color: facts.bank.color,
      align: 'center',
      within: MAP.width,
    });
  }
  write(g, 'CAROM', LEFT, 74, { size: 34, font: TITLE_FONT, color: 0xffffff, glow: 0x22e6ff });
  write(g, facts.where, MAP.left + MAP.width, 66, { size: 20, color: DIM, align: 'right', within: MAP.width });
  const below = drawWinner(g, facts);
  const rows = drawTable(g, facts, below);
  drawAwards(g, facts, rows + 22);
}

function drawBack(g: Canvas2D, hue: number): void {
  g.fillStyle = '#03040d';
  g.fillRect(0, 0, POSTER.width, POSTER.height);
  const lines = new Path2D();
  for (let x = 24; x < POSTER.width; x += 48) lines.addPath(new Path2D(`M${x} 0V${POSTER.height}`));
  for (let y = 24; y < POSTER.height; y += 48) lines.addPath(new Path2D(`M0 ${y}H${POSTER.width}`));
  g.strokeStyle = 'rgba(70,90,255,.13)';
  g.lineWidth = 1.5;
  g.stroke(lines);
  spot(g, 120, 190, 520, hue, 1.8, 0.3);
  spot(g, MAP.left + MAP.width / 2, MAP.top + MAP.height / 2, 560, 0x3050ff, 1.6, 0.2);
}

/** Sign and sentence. Returns where it ends. */
function drawWinner(g: Canvas2D, { slot, team, headline, color }: PosterFacts): number {
  const sign = slot >= 0 ? emblemPath(slot) : team >= 0 ? rimPath(team) : '';
  let x = LEFT;
  if (sign) {
    const path = new Path2D();
    path.addPath(new Path2D(sign), new DOMMatrix().translate(LEFT + 36, 150).scale(3));
    neon(g, path, color, 7, 18, 1.2);
    x += 92;
  }
  write(g, headline, x, 164, { size: 44, weight: 800, color: 0xffffff, glow: color, within: COLUMN - (x - LEFT) });
  return 236;
}

/** Scores. Returns where they end. */
function drawTable(g: Canvas2D, { teamScores, players }: PosterFacts, top: number): number {
  let y = top;
  if (teamScores.length > 0) {
    const score = teamScores.map(({ score: points }) => points).join(' : ');
    write(g, score, LEFT, y + 8, { size: 40, weight: 800, color: INK });
    y += 50;
  }
  for (const { name, score, slot, color } of players.slice(0, teamScores.length > 0 ? 4 : 6)) {
    drawSign(g, emblemPath(slot), LEFT + 12, y - 7, 0.9, color, 3);
    write(g, name, LEFT + 36, y, { size: 21, weight: 600, color, within: COLUMN - 100 });
    write(g, String(score), LEFT + COLUMN - 16, y, { size: 21, weight: 700, color: INK, align: 'right' });
    y += 31;
  }
  return y;
}

function drawAwards(g: Canvas2D, { awards }: PosterFacts, top: number): void {
  let y = top;
  for (const { id, title, name, text, color } of awards) {
    if (y > POSTER.height - 30) return;
    drawSign(g, awardIcon(id), LEFT, y - 19, 1.1, color, 2);
    write(g, `${title}: ${name}`, LEFT + 40, y - 5, { size: 20, weight: 650, color: INK, within: COLUMN - 50 });
    write(g, text, LEFT + 40, y + 16, { size: 17, color: DIM, within: COLUMN - 50 });
    y += 54;
  }
}

/** A sign of lines whose own 0, 0 lies at a place. */
function drawSign(g: Canvas2D, sign: string, x: number, y: number, scale: number, color: number, width: number): void {
  g.save();
  g.translate(x, y);
  g.scale(scale, scale);
  g.strokeStyle = cssColor(color);
  g.lineWidth = width;
  g.lineJoin = g.lineCap = 'round';
  g.stroke(new Path2D(sign));
  g.restore();
}

interface Letters {
  size: number;
  weight?: number;
  font?: string;
  color: number;
  align?: CanvasTextAlign;
  glow?: number;
  /** Smaller letters if it is wider than this. */
  within?: number;
}

function write(
  g: Canvas2D,
  text: string,
  x: number,
  y: number,
  { size, weight = 500, font = posterFont(), color, align = 'left', glow, within }: Letters,
): void {
  g.save();
  g.font = `${weight} ${size}px ${font}`;
  const wide = g.measureText(text).width;
  if (within && wide > within) g.font = `${weight} ${Math.max(11, (size * within) / wide)}px ${font}`;
  g.textAlign = align;
  g.fillStyle = cssColor(color);
  if (glow !== undefined) {
    g.shadowColor = cssColor(glow);
    g.shadowBlur = size * 0.6;
    g.fillText(text, x, y);
  }
  g.fillText(text, x, y, within);
  g.restore();
}
