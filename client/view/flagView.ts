// A flag: on its base, above its carrier, or lying about with a ring of the time until it goes home.

import type { Objective } from '#shared/sim/types.ts';
import { FLAGS, TICK_HZ } from '#shared/tuning.ts';
import { FLAG_FOOT } from './objectiveArt.ts';
import type { ObjectiveScene } from './objectiveViews.ts';
import { teamColor } from './palette.ts';
import type { Picture } from './picture.ts';
import { drawTimeRing } from './shapes.ts';

const SCALE = 0.72;
const CARRIED_SCALE = 0.6;
/** Where a carried flag's foot is, seen from the carrier's middle. */
const CARRIED = { x: 12, y: -18 };
const BASE_SCALE = 0.5;
const RING_RADIUS = 38;
/** Radians that a flag sways by, and how often a second. */
const SWAY = { angle: 0.05, hz: 0.6 };
const PULSE_HZ = 1;

/** Draws a flag and its base. */
export function drawFlag(flag: Objective, scene: ObjectiveScene, picture: Picture): void {
  const { present, colors } = scene;
  const color = teamColor(flag.team, colors.palette);
  const time = present / TICK_HZ;
  const pulse = 0.5 + 0.5 * Math.sin(time * PULSE_HZ * 2 * Math.PI);
  drawBase(flag, scene, color, pulse, picture);
  if (flag.state === 'held') {
    picture.under.add('glow', flag.x, flag.y, 0, 2.2, 2.2, color, 0.55);
    picture.under.add('ring', flag.x, flag.y, 0, 0.34 + 0.04 * pulse, 0.34 + 0.04 * pulse, color, 0.7);
    plant(flag.team, flag.x + CARRIED.x, flag.y + CARRIED.y, CARRIED_SCALE, time, picture);
    return;
  }
  picture.under.add('glow', flag.x, flag.y - 20, 0, 2.2, 2.2, color, 0.55);
  if (flag.state === 'loose') {
    const left = (flag.untilTick - present) / FLAGS.returnTicks;
    drawTimeRing(picture.under, flag.x, flag.y, RING_RADIUS, Math.max(0, Math.min(1, left)), color, 1);
    picture.under.add('ring', flag.x, flag.y, 0, 0.2 + 0.26 * pulse, 0.2 + 0.26 * pulse, 0xffffff, 0.5 * (1 - pulse));
  }
  plant(flag.team, flag.x, flag.y + 6, SCALE, time, picture);
}

/** The base is bright while its flag is home, and calls who brings another. */
function drawBase(flag: Objective, { map, pucks, me }: ObjectiveScene, color: number, pulse: number, picture: Picture): void {
  const home = map.flags.find(({ team }) => team === flag.team);
  if (!home) return;
  const { x, y } = home;
  const there = flag.state === 'idle';
  picture.marks.add(`base${flag.team}`, x, y, 0, BASE_SCALE, BASE_SCALE, 0xffffff, there ? 1 : 0.45);
  if (pucks.some(({ slot, puck }) => slot === me && puck.team === flag.team && puck.carries >= 0)) {
    const scale = 0.42 + 0.12 * pulse;
    picture.under.add('ring', x, y, 0, scale, scale, there ? 0xffffff : color, there ? 0.9 - 0.5 * pulse : 0.3);
  }
}

/** Draws a flag whose pole stands at a place. */
function plant(team: number, x: number, y: number, scale: number, time: number, { pucks }: Picture): void {
  const angle = SWAY.angle * Math.sin(time * SWAY.hz * 2 * Math.PI + team * 2);
  const footX = FLAG_FOOT.x * scale;
  const footY = FLAG_FOOT.y * scale;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  pucks.add(`flag${team}`, x - (footX * cos - footY * sin), y - (footX * sin + footY * cos), angle, scale, scale, 0xffffff, 1);
}
