// A map as a drawing, with a bolt's way across it: each leg hotter than the one before.

import { type ArenaMap, stopsBolts } from '#shared/sim/map.ts';
import { BOLT, TILE } from '#shared/tuning.ts';
import { circle, neon, spot } from '../../view/neon.ts';
import { mixColor } from '../../view/palette.ts';

type Canvas2D = CanvasRenderingContext2D;

const EDGE = 0x3d6bff;
const WALL = 0xff3fd0;

/** Draws a map into a rectangle, as large as it fits. Returns what turns the map's units into the canvas's. */
export function drawMap(g: Canvas2D, map: ArenaMap, left: number, top: number, width: number, height: number): DOMMatrix {
  const scale = Math.min(width / (map.cols * TILE), height / (map.rows * TILE));
  const matrix = new DOMMatrix()
    .translate(left + (width - map.cols * TILE * scale) / 2, top + (height - map.rows * TILE * scale) / 2)
    .scale(scale);
  const body = new Path2D();
  const border = new Path2D();
  const blocks = new Path2D();
  for (let row = 0; row < map.rows; row++) {
    for (let col = 0; col < map.cols; col++) {
      if (!stopsBolts(map, col, row)) continue;
      const atBorder = col === 0 || row === 0 || col === map.cols - 1 || row === map.rows - 1;
      addTile(map, col, row, body, atBorder ? border : blocks);
    }
  }
  g.save();
  g.setTransform(g.getTransform().multiply(matrix));
  g.fillStyle = 'rgba(16,24,78,.5)';
  g.fillRect(0, 0, map.cols * TILE, map.rows * TILE);
  g.fillStyle = '#050818';
  g.fill(body);
  neon(g, border, EDGE, 5, 16, 0.5, 0.6);
  neon(g, blocks, WALL, 5, 16, 0.5, 0.6);
  const frame = new Path2D();
  frame.rect(0, 0, map.cols * TILE, map.rows * TILE);
  neon(g, frame, EDGE, 6, 26, 0.6, 0.7);
  g.restore();
  return matrix;
}

/** A tile of wall, and those of its sides that bolts can strike. */
function addTile(map: ArenaMap, col: number, row: number, body: Path2D, edges: Path2D): void {
  const [x, y] = [col * TILE, row * TILE];
  body.rect(x, y, TILE, TILE);
  const side = (toCol: number, toRow: number, x0: number, y0: number, x1: number, y1: number): void => {
    const inside = toCol >= 0 && toRow >= 0 && toCol < map.cols && toRow < map.rows;
    if (!inside || stopsBolts(map, toCol, toRow)) return;
    edges.moveTo(x0, y0);
    edges.lineTo(x1, y1);
  };
  side(col, row - 1, x, y, x + TILE, y);
  side(col, row + 1, x, y + TILE, x + TILE, y + TILE);
  side(col - 1, row, x, y, x, y + TILE);
  side(col + 1, row, x + TILE, y, x + TILE, y + TILE);
}

/** Draws a bolt's way (x and y in turn, in units of the map) from its muzzle to its hit. */
export function drawWay(g: Canvas2D, way: readonly number[], color: number, matrix: DOMMatrix): void {
  g.save();
  g.setTransform(g.getTransform().multiply(matrix));
  const legs = way.length / 2 - 1;
  for (let leg = 0; leg < legs; leg++) {
    const [x0, y0, x1, y1] = way.slice(leg * 2, leg * 2 + 4) as [number, number, number, number];
    const heat = Math.min(BOLT.maxLevel, leg);
    const path = new Path2D();
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
    neon(g, path, mixColor(color, 0xffffff, heat * 0.2), 8 + heat * 6, 22 + heat * 10, 0.8 + heat * 0.25);
    if (leg < legs - 1) spot(g, x1, y1, 70 + heat * 20, 0xffffff, 2.5, 0.8);
  }
  const [endX, endY] = way.slice(-2) as [number, number];
  spot(g, endX, endY, 150, color, 1.6, 0.9);
  spot(g, endX, endY, 70, 0xffffff, 2, 1);
  neon(g, circle(endX, endY, 62), color, 7, 22, 0.9);
  neon(g, circle(endX, endY, 110), color, 3, 12, 0.6, 0.5);
  const [startX, startY] = way as [number, number];
  neon(g, circle(startX, startY, 24), color, 9, 18, 1);
  g.restore();
}
