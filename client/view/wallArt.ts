// A map's walls as one texture: dark hatched bodies in neon outlines, the other kinds of tiles, and faint marks on the
// floor. The outlines lie exactly where bolts bounce.

import type * as Phaser from 'phaser';
import { type ArenaMap, WALL } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import { circle, neon } from './neon.ts';
import { roundedPath, type TileGroup, tileGroups } from './outlines.ts';
import { cssColor, mixColor } from './palette.ts';
import { drawSlick, drawTiles } from './tileArt.ts';

export const WALLS = 'walls';
/** Longest side of the texture; larger ones are not everywhere to be had. */
const MAX_TEXELS = 4096;
const TEXELS_A_UNIT = 1.25;
const CORNER = 7;

const COLORS = { border: 0x3d6bff, bar: 0xff3fd0, pillar: 0x35d6ff } as const;
const BORDER_EDGE = 0x8a3dff;
/** Units that a wall's shade lies below it, and reaches around that. */
const SHADE = { below: 12, reach: 26, layers: 12 };
/** Light on the floor around a wall, and in its glass along the edge: reach in units, brightness of a layer. */
const SPILL = { reach: 84, light: 0.013 };
const INSIDE = { reach: 26, light: 0.026, layers: 10 };

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
  const walls = tileGroups(map, WALL).map((group, i) => wallOf(map, group, i === 0));
  for (const wall of walls) drawShade(g, wall);
  for (const wall of walls) drawWall(g, map, wall);
  drawTiles(g, map);
  texture.refresh();
}

/** A wall that hangs together: the border, a pillar, or anything else. */
interface Wall {
  group: TileGroup;
  paths: Path2D[];
  kind: 'border' | 'pillar' | 'bar';
  color: number;
  cols: number;
  rows: number;
}

function wallOf(map: ArenaMap, group: TileGroup, border: boolean): Wall {
  const cols = new Set(group.tiles.map((tile) => tile % map.cols)).size;
  const rows = new Set(group.tiles.map((tile) => Math.floor(tile / map.cols))).size;
  const pillar = cols <= 2 && rows <= 2 && group.tiles.length === cols * rows;
  const kind = border ? 'border' : pillar ? 'pillar' : 'bar';
  return { group, paths: group.loops.map((loop) => roundedPath(loop, CORNER)), kind, color: COLORS[kind], cols, rows };
}

/** What a wall does to the floor around it: its shade, which lifts it, and its light. */
function drawShade(g: CanvasRenderingContext2D, { paths, color, kind }: Wall): void {
  g.save();
  g.lineJoin = 'round';
  for (const path of paths) {
    for (let i = 0; i < SHADE.layers; i++) {
      const out = 1 - i / SHADE.layers;
      if (kind !== 'border') {
        g.save();
        g.translate(0, SHADE.below);
        g.fillStyle = g.strokeStyle = 'rgba(1,2,8,.085)';
        g.lineWidth = SHADE.reach * out;
        g.stroke(path);
        g.fill(path);
        g.restore();
      }
      g.globalCompositeOperation = 'lighter';
      g.strokeStyle = cssColor(color, SPILL.light);
      g.lineWidth = 2 * SPILL.reach * out * out;
      g.stroke(path);
      g.globalCompositeOperation = 'source-over';
    }
  }
  g.restore();
}

function drawWall(g: CanvasRenderingContext2D, map: ArenaMap, wall: Wall): void {
  const { group, paths, kind, color } = wall;
  const border = kind === 'border';
  const body = new Path2D();
  if (border) body.rect(0, 0, map.cols * TILE, map.rows * TILE);
  for (const path of paths) body.addPath(path);
  drawBody(g, body, paths, color, map);
  for (const path of paths) neon(g, path, color, border ? 3.4 : 2.8, border ? 20 : 14, 0.7, 0.8);
  if (border) drawBorderEdge(g, group);
  if (kind === 'pillar') drawPillarMark(g, map, wall);
}

/** Dark glass, hatched, and lit from its edge. */
function drawBody(g: CanvasRenderingContext2D, body: Path2D, paths: Path2D[], color: number, map: ArenaMap): void {
  const width = map.cols * TILE;
  const height = map.rows * TILE;
  g.save();
  g.clip(body, 'evenodd');
  g.fillStyle = '#060a1c';
  g.fillRect(0, 0, width, height);
  g.strokeStyle = cssColor(mixColor(color, 0x5a78ff, 0.5), 0.2);
  g.lineWidth = 2;
  g.beginPath();
  for (let x = -height; x < width; x += 12) {
    g.moveTo(x, 0);
    g.lineTo(x + height, height);
  }
  g.stroke();
  g.globalCompositeOperation = 'lighter';
  for (const path of paths) {
    for (let i = 1; i <= INSIDE.layers; i++) {
      g.strokeStyle = cssColor(color, INSIDE.light);
      g.lineWidth = (2 * INSIDE.reach * i * i) / INSIDE.layers ** 2;
      g.stroke(path);
    }
  }
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

function drawPillarMark(g: CanvasRenderingContext2D, map: ArenaMap, { group, cols, rows }: Wall): void {
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
