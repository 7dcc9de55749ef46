// A map's walls as one texture: dark hatched bodies in neon outlines, the other kinds of tiles, and faint marks on the
// floor. The outlines lie exactly where bolts bounce.

import type * as Phaser from 'phaser';
import { type ArenaMap, WALL } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import { circle, neon } from './neon.ts';
import { roundedPath, type TileGroup, tileGroups } from './outlines.ts';
import { drawSlick, drawTiles } from './tileArt.ts';

export const WALLS = 'walls';
/** Longest side of the texture; larger ones are not everywhere to be had. */
const MAX_TEXELS = 4096;
const TEXELS_A_UNIT = 1.25;
const CORNER = 7;

const BORDER_COLOR = 0x3d6bff;
const BORDER_EDGE = 0x8a3dff;
const BAR_COLOR = 0xff3fd0;
const PILLAR_COLOR = 0x35d6ff;

/** Draws the walls of a map, in place of those drawn before. */
export function bakeWalls(textures: Phaser.Textures.TextureManager, map: ArenaMap): void {
  if (textures.exists(WALLS)) textures.remove(WALLS);
  const width = map.cols * TILE;
  const height = map.rows * TILE;
  const texels = Math.min(TEXELS_A_UNIT, MAX_TEXELS / Math.max(width, height));
  const texture = textures.createCanvas(WALLS, Math.round(width * texels), Math.round(height * texels));
  if (!texture) throw new Error('the browser gives no canvas to draw on');
  const g = texture.getContext();
  g.scale(texels, texels);
  drawSlick(g, map);
  drawFloorMarks(g, map);
  for (const [i, group] of tileGroups(map, WALL).entries()) drawGroup(g, map, group, i === 0);
  drawTiles(g, map);
  texture.refresh();
}

function drawGroup(g: CanvasRenderingContext2D, map: ArenaMap, group: TileGroup, border: boolean): void {
  const paths = group.loops.map((loop) => roundedPath(loop, CORNER));
  const body = new Path2D();
  if (border) body.rect(0, 0, map.cols * TILE, map.rows * TILE);
  for (const path of paths) body.addPath(path);
  drawBody(g, body, map);
  const cols = new Set(group.tiles.map((tile) => tile % map.cols)).size;
  const rows = new Set(group.tiles.map((tile) => Math.floor(tile / map.cols))).size;
  const pillar = !border && cols <= 2 && rows <= 2 && group.tiles.length === cols * rows;
  const color = border ? BORDER_COLOR : pillar ? PILLAR_COLOR : BAR_COLOR;
  for (const path of paths) neon(g, path, color, border ? 3.2 : 2.6, border ? 15 : 11, 0.62, 0.72);
  if (border) drawBorderEdge(g, group);
  if (pillar) drawPillarMark(g, map, group, cols, rows);
}

function drawBody(g: CanvasRenderingContext2D, body: Path2D, map: ArenaMap): void {
  const width = map.cols * TILE;
  const height = map.rows * TILE;
  g.save();
  g.clip(body, 'evenodd');
  g.fillStyle = '#060a1c';
  g.fillRect(0, 0, width, height);
  g.strokeStyle = 'rgba(90,120,255,.15)';
  g.lineWidth = 2;
  g.beginPath();
  for (let x = -height; x < width; x += 12) {
    g.moveTo(x, 0);
    g.lineTo(x + height, height);
  }
  g.stroke();
  g.restore();
}

/** A second, thinner line inside the border wall. */
function drawBorderEdge(g: CanvasRenderingContext2D, group: TileGroup): void {
  const outer = group.loops.map((loop) => ({ loop, size: Math.max(...loop) - Math.min(...loop) })).sort((a, b) => b.size - a.size)[0];
  if (!outer) return;
  const xs = outer.loop.filter((_, i) => i % 2 === 0);
  const ys = outer.loop.filter((_, i) => i % 2 === 1);
  const path = new Path2D();
  const x = Math.min(...xs) - 14;
  const y = Math.min(...ys) - 14;
  path.roundRect(x, y, Math.max(...xs) + 14 - x, Math.max(...ys) + 14 - y, CORNER + 10);
  neon(g, path, BORDER_EDGE, 1.4, 6, 0.6, 0.6);
}

function drawPillarMark(g: CanvasRenderingContext2D, map: ArenaMap, group: TileGroup, cols: number, rows: number): void {
  const first = group.tiles.reduce((a, b) => Math.min(a, b));
  const x = ((first % map.cols) + cols / 2) * TILE;
  const y = (Math.floor(first / map.cols) + rows / 2) * TILE;
  const mark = new Path2D();
  const radius = Math.min(cols, rows) * TILE * 0.3;
  for (let i = 0; i < 6; i++) mark.lineTo(x + radius * Math.cos((i * Math.PI) / 3), y + radius * Math.sin((i * Math.PI) / 3));
  mark.closePath();
  neon(g, mark, 0x2f7dff, 1.8, 6, 0.5, 0.65);
}

function drawFloorMarks(g: CanvasRenderingContext2D, map: ArenaMap): void {
  const x = (map.cols * TILE) / 2;
  const y = (map.rows * TILE) / 2;
  g.save();
  g.globalCompositeOperation = 'lighter';
  g.strokeStyle = 'rgba(70,120,255,.16)';
  g.lineWidth = 2;
  g.setLineDash([14, 10]);
  for (const radius of [150, 320]) g.stroke(circle(x, y, radius));
  g.setLineDash([]);
  g.strokeStyle = 'rgba(120,255,220,.2)';
  for (const spawn of map.spawns) {
    const mark = new Path2D();
    for (let i = 0; i < 6; i++) mark.lineTo(spawn.x + 30 * Math.cos((i * Math.PI) / 3), spawn.y + 30 * Math.sin((i * Math.PI) / 3));
    mark.closePath();
    g.stroke(mark);
  }
  g.restore();
}
