// The kinds of tiles besides walls: thin panes of glass, matt sponge, springy bumpers, slick floor. What stops bolts has a
// closed outline, and of those only sponge does not glow: it gives nothing back.

import { type ArenaMap, BUMPER, GLASS, SLICK, SPONGE } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import { arc, circle, neon } from './neon.ts';
import { roundedPath, type TileGroup, tileGroups } from './outlines.ts';

type Canvas2D = CanvasRenderingContext2D;

const GLASS_COLOR = 0xa8e4ff;
export const BUMPER_COLOR = 0xffe03a;
const HOT = 0xffb52a;
const CORNER = 7;

/** Draws all that stands on the floor. */
export function drawTiles(g: Canvas2D, map: ArenaMap): void {
  for (const group of tileGroups(map, SPONGE)) drawSponge(g, map, group, outline(group, CORNER));
  for (const group of tileGroups(map, GLASS)) drawGlass(g, map, outline(group, 2));
  for (const group of tileGroups(map, BUMPER)) drawBumper(g, map, group, outline(group, CORNER + 5));
}

/** Draws the slick floor, which lies below all. */
export function drawSlick(g: Canvas2D, map: ArenaMap): void {
  for (const group of tileGroups(map, SLICK)) drawIce(g, map, group, outline(group, 14));
}

function outline(group: TileGroup, corner: number): Path2D {
  const path = new Path2D();
  for (const loop of group.loops) path.addPath(roundedPath(loop, corner));
  return path;
}

/** Draws inside of a path only. */
function within(g: Canvas2D, path: Path2D, draw: () => void): void {
  g.save();
  g.clip(path, 'evenodd');
  draw();
  g.restore();
}

/** Slanting lines over the whole map. */
function slant(g: Canvas2D, map: ArenaMap, step: number, offset: number, width: number, style: string): void {
  const height = map.rows * TILE;
  g.strokeStyle = style;
  g.lineWidth = width;
  g.beginPath();
  for (let x = -height + offset; x < map.cols * TILE; x += step) {
    g.moveTo(x, height);
    g.lineTo(x + height, 0);
  }
  g.stroke();
}

/** One sees through it, and bolts fly through it: hardly a body, reflections, a thin double edge. */
function drawGlass(g: Canvas2D, map: ArenaMap, path: Path2D): void {
  within(g, path, () => {
    g.fillStyle = 'rgba(110,210,255,.11)';
    g.fillRect(0, 0, map.cols * TILE, map.rows * TILE);
    slant(g, map, 58, 0, 9, 'rgba(170,232,255,.20)');
    slant(g, map, 58, 14, 3, 'rgba(190,240,255,.26)');
    g.strokeStyle = 'rgba(190,235,255,.34)';
    g.lineWidth = 11;
    g.stroke(path);
    g.strokeStyle = 'rgba(8,14,34,.5)';
    g.lineWidth = 7;
    g.stroke(path);
  });
  neon(g, path, GLASS_COLOR, 1.4, 4, 0.4, 0.85);
}

/** Dull and porous, with a soft dark edge: nothing comes back from it. */
function drawSponge(g: Canvas2D, map: ArenaMap, group: TileGroup, path: Path2D): void {
  within(g, path, () => {
    g.fillStyle = '#1d1b26';
    g.fillRect(0, 0, map.cols * TILE, map.rows * TILE);
    for (const tile of group.tiles) drawPores(g, tile, map.cols);
    g.strokeStyle = 'rgba(0,0,0,.4)';
    g.lineWidth = 16;
    g.stroke(path);
  });
  g.save();
  g.lineJoin = 'round';
  g.strokeStyle = '#6a6478';
  g.lineWidth = 3.4;
  g.stroke(path);
  g.restore();
}

/** Holes of many sizes, at places that only the tile's number decides. */
function drawPores(g: Canvas2D, tile: number, cols: number): void {
  const left = (tile % cols) * TILE;
  const top = Math.floor(tile / cols) * TILE;
  let seed = tile * 7919 + 13;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed / 0x7fff_ffff;
  };
  for (let i = 0; i < 16; i++) {
    const hole = circle(left + next() * TILE, top + next() * TILE, 1.6 + next() * next() * 5.5);
    g.fillStyle = '#0c0b12';
    g.fill(hole);
    g.strokeStyle = 'rgba(150,140,170,.28)';
    g.lineWidth = 1;
    g.stroke(hole);
  }
}

/** Hot, with rings like a spring's coils inside, and an arrow outward on each side that kicks. */
function drawBumper(g: Canvas2D, map: ArenaMap, group: TileGroup, path: Path2D): void {
  within(g, path, () => {
    g.fillStyle = '#171003';
    g.fillRect(0, 0, map.cols * TILE, map.rows * TILE);
    for (const [width, alpha] of [
      [34, 0.16],
      [22, 0.2],
      [10, 0.3],
    ] as const) {
      g.strokeStyle = `rgba(255,190,40,${alpha})`;
      g.lineWidth = width;
      g.stroke(path);
    }
  });
  const tiles = new Set(group.tiles);
  for (const tile of group.tiles) drawArrows(g, tile, tiles, map.cols);
  neon(g, path, BUMPER_COLOR, 4, 14, 1.1);
}

function drawArrows(g: Canvas2D, tile: number, group: ReadonlySet<number>, cols: number): void {
  const x = (tile % cols) * TILE + TILE / 2;
  const y = Math.floor(tile / cols) * TILE + TILE / 2;
  for (const [step, dx, dy] of [
    [1, 1, 0],
    [-1, -1, 0],
    [cols, 0, 1],
    [-cols, 0, -1],
  ] as const) {
    if (group.has(tile + step)) continue;
    const arrow = new Path2D();
    // The tip points out of the tile, the ends lie to its sides.
    for (const [along, across] of [
      [7, -6.5],
      [13.5, 0],
      [7, 6.5],
    ] as const) {
      arrow.lineTo(x + dx * along - dy * across, y + dy * along + dx * across);
    }
    neon(g, arrow, HOT, 3, 5, 0.8, 0.9);
  }
}

/** A sheen that fades inward, tracks of skates and some glints; its edge is no line, for nothing stops there. */
function drawIce(g: Canvas2D, map: ArenaMap, group: TileGroup, path: Path2D): void {
  within(g, path, () => {
    g.fillStyle = 'rgba(70,200,255,.10)';
    g.fillRect(0, 0, map.cols * TILE, map.rows * TILE);
    g.strokeStyle = 'rgba(130,232,255,.028)';
    for (let width = 4; width <= 56; width += 4) {
      g.lineWidth = width;
      g.stroke(path);
    }
    for (const tile of group.tiles) drawTrack(g, tile, map.cols);
  });
  for (const tile of group.tiles) if (tile % 7 === 0) drawGlint(g, tile, map.cols);
}

/** A place on a tile that only its number decides. */
function placeOn(tile: number, cols: number): { x: number; y: number } {
  return { x: (tile % cols) * TILE + ((tile * 37) % TILE), y: Math.floor(tile / cols) * TILE + ((tile * 23) % TILE) };
}

/** Two curves side by side, as a skate leaves them, on every other tile. */
function drawTrack(g: Canvas2D, tile: number, cols: number): void {
  if (tile % 2 === 1) return;
  const { x, y } = placeOn(tile, cols);
  const radius = 46 + (tile % 5) * 14;
  const from = (tile % 7) * 0.9;
  g.strokeStyle = 'rgba(190,244,255,.30)';
  g.lineWidth = 1.4;
  for (const off of [0, 5]) g.stroke(arc(x, y, radius + off, from, from + 1));
}

/** A small star of light. */
function drawGlint(g: Canvas2D, tile: number, cols: number): void {
  const { x, y } = placeOn(tile, cols);
  const size = 5 + (tile % 3) * 2;
  neon(g, new Path2D(`M${x - size} ${y}H${x + size}M${x} ${y - size}V${y + size}`), 0x9fefff, 1.2, 4, 0.5, 0.8);
}
