// The scenes that guard the look: everything that the game draws, set up by hand and stepped by a fixed count of ticks, so
// that neither the bots' wits nor the maps decide what is to be seen. `npm run pixels` draws the pictures to compare with.

import { join } from 'node:path';
import { AIM_STEPS } from '#shared/sim/math.ts';
import type { Studio } from '../../scripts/studio/studio.ts';
import type { BoltAt, PuckAt } from '../../scripts/studio/studioMatch.ts';
import { tiledSource } from '../support/maps.ts';

export const QUALITIES = ['low', 'medium', 'high'] as const;
export type DrawnQuality = (typeof QUALITIES)[number];
export const SIZE = { width: 640, height: 360 };

export interface Scene {
  name: string;
  mode: string;
  rows: string[];
  pucks: PuckAt[];
  bolts: BoltAt[];
  /** Ticks until the picture. */
  ticks: number;
}

const HALL = [
  '#################################',
  '#s....0................1.......s#',
  '#...............................#',
  '#....##....~~~~~~~..........##..#',
  '#....#.....~~~~~~~...........#..#',
  '#....#.......................#..#',
  '#...........GG.....GG...........#',
  '#...........G.......G...........#',
  '#..F......r.....h.....o......f..#',
  '#..........BB.......BB..........#',
  '#...........G.......G...........#',
  '#...........GG.....GG...........#',
  '#....#.......................#..#',
  '#....#....PP....##.....PP....#..#',
  '#....##.........##..........##..#',
  '#...............................#',
  '#s....0................1.......s#',
  '#...............................#',
  '#################################',
];
const NAMES = ['Nova', 'Vanta', 'Hex', 'Kestrel', 'Mirko', 'Lumen', 'Zigzag', 'Orbit'];

/** Steps of aim from degrees, clockwise on the screen from the right. */
const degrees = (angle: number): number => Math.round((angle / 360) * AIM_STEPS) & (AIM_STEPS - 1);

function puck(slot: number, x: number, y: number, angle: number, more: Partial<PuckAt> = {}): PuckAt {
  return { slot, name: NAMES[slot % NAMES.length] as string, x, y, aim: degrees(angle), ...more };
}

const bolt = (owner: number, x: number, y: number, angle: number, level: number, after = 0): BoltAt => ({
  owner,
  x,
  y,
  aim: degrees(angle),
  level,
  after,
});

/** Bolts of every heat, some that have just bounced, and one that has just killed. */
const FIGHT: BoltAt[] = [
  bolt(0, 330, 400, -12, 0, 44),
  bolt(1, 1230, 330, 200, 1, 40),
  bolt(2, 420, 760, -40, 2, 26),
  bolt(3, 1120, 760, 222, 3, 30),
  bolt(4, 700, 130, 70, 1, 22),
  bolt(5, 900, 640, -80, 0, 8),
  bolt(6, 250, 250, 95, 2, 34),
  bolt(2, 640, 620, 0, 3, 40),
];
const PUCKS: PuckAt[] = [
  puck(0, 270, 420, -12, { health: 100 }),
  puck(1, 1290, 330, 200, { health: 62, guard: 1 }),
  puck(2, 380, 780, -40, { health: 35, overcharge: 2 }),
  puck(3, 1180, 790, 222, { health: 80 }),
  puck(4, 690, 100, 70),
  puck(5, 900, 700, -80, { health: 20 }),
  puck(6, 250, 200, 95, { shieldEndsAt: 600 }),
  puck(7, 880, 625, 180, { health: 60 }),
];

export const SCENES: readonly Scene[] = [
  { name: 'free', mode: 'ffa', rows: HALL, pucks: PUCKS, bolts: FIGHT, ticks: 58 },
  {
    name: 'teams',
    mode: 'ctf',
    rows: HALL,
    pucks: PUCKS.map((one) => (one.slot === 5 ? { ...one, x: 160, y: 430 } : one)),
    bolts: FIGHT,
    ticks: 58,
  },
];

/** Where the picture of a scene lies. */
export const goldenOf = ({ name }: Scene, quality: DrawnQuality): string => join(import.meta.dirname, `${name}-${quality}.png`);

/** Draws a scene, whole, with its effects. */
export async function drawScene(
  studio: Studio,
  scene: Scene,
  quality: DrawnQuality,
  palette: 'neon' | 'contrast' = 'neon',
): Promise<Buffer> {
  const { mode, rows, pucks, bolts, ticks } = scene;
  const map = JSON.stringify(tiledSource(rows, mode));
  await studio.show({ map, setting: { mode, seed: 7, pucks, bolts }, settings: { quality, palette, calm: false } });
  await studio.run(ticks);
  return studio.picture();
}
