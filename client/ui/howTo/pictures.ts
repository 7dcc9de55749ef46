// The pictures of "How to play": how one moves and aims, the bounce rule, the dash, the parry, what lies around.

import { type ComponentChild, h } from 'preact';
import { PICKUPS } from '#shared/pickups/index.ts';
import { BOLT } from '#shared/tuning.ts';
import { cssColor } from '../../view/palette.ts';
import { pickupLook } from '../../view/pickupArt.ts';
import { hue, Leg, Puck, pop, Scene, Wall } from './pieces.ts';

const ME = 0;
const FOE = 4;
/** Of the foe's colour in every palette. */
const FOE_SEAT = 1;

/** One steers whichever way, and aims another. */
export function AimPicture(): ComponentChild {
  const color = hue(ME);
  return h(Scene, null, [
    h('path', { class: 'path', d: 'M132 102L256 66' }),
    h(Leg, { d: 'M132 102L256 66', level: 0 }),
    h(
      'g',
      { style: { color } },
      [0, 90, 180, 270].map((turn) =>
        h('path', { key: turn, class: 'arrow', d: 'M36-9l9 9-9 9', transform: `translate(92 112) rotate(${turn})` }),
      ),
    ),
    h(Puck, { x: 92, y: 112, color, slot: ME }),
    h(Puck, { x: 278, y: 60, color: hue(FOE_SEAT), slot: FOE, className: 'hit' }),
    h('circle', { ...pop(1), class: 'pop burst heat1', cx: 278, cy: 60, r: 27 }),
  ]);
}

/** Three legs, each thicker, hotter, and with a higher number. */
export function BouncePicture(): ComponentChild {
  const [direct, once, twice] = BOLT.damage;
  const number = (x: number, y: number, level: number, value: number | undefined): ComponentChild =>
    h('text', { ...pop(level), class: `pop damage heat${level}`, x, y }, value);
  return h(Scene, null, [
    h(Wall, { x: 0, y: 0, width: 320, height: 16 }),
    h(Wall, { x: 0, y: 164, width: 320, height: 16 }),
    h(Leg, { d: 'M50 106L116 19', level: 0 }),
    h(Leg, { d: 'M116 19L204 161', level: 1 }),
    h(Leg, { d: 'M204 161L262 75', level: 2 }),
    number(58, 54, 0, direct),
    number(192, 84, 1, once),
    number(268, 146, 2, twice),
    h(Puck, { x: 40, y: 120, color: hue(ME), slot: ME }),
    h(Puck, { x: 272, y: 60, color: hue(FOE_SEAT), slot: FOE, className: 'hit' }),
    h('circle', { ...pop(3), class: 'pop burst heat3', cx: 272, cy: 60, r: 27 }),
  ]);
}

/** Out of a bolt's way: where one was is fading. */
export function DashPicture(): ComponentChild {
  const color = hue(ME);
  return h(Scene, null, [
    h(Leg, { d: 'M278 56L20 56', level: 1, at: 1 }),
    h('path', { class: 'streak', d: 'M96 56L190 124', style: { color } }),
    [0, 1, 2].map((i) => h(Puck, { key: i, x: 96 + i * 30, y: 56 + i * 22, color, slot: ME, opacity: 0.18 + i * 0.14 })),
    h('g', { transform: 'translate(190 124) rotate(36)', style: { color } }, [
      h('path', { class: 'arrow', d: 'M28-9l9 9-9 9' }),
      h('path', { class: 'arrow', d: 'M40-9l9 9-9 9' }),
    ]),
    h(Puck, { x: 190, y: 124, color, slot: ME }),
    h(Puck, { x: 294, y: 56, color: hue(FOE_SEAT), slot: FOE }),
  ]);
}

/** A bolt comes, and goes back hotter and in the colour of who sent it back. */
export function ParryPicture(): ComponentChild {
  return h(Scene, null, [
    h(Leg, { d: 'M272 42L112 82', level: 1, at: 0 }),
    h(Leg, { d: 'M112 90L262 136', level: 3, at: 1.4 }),
    h('path', { ...pop(1), class: 'pop shield', d: 'M98 52A44 44 0 0 1 98 122' }),
    h(Puck, { x: 64, y: 88, color: hue(ME), slot: ME }),
    h(Puck, { x: 288, y: 38, color: hue(FOE_SEAT), slot: FOE }),
    h(Puck, { x: 280, y: 142, color: hue(2), slot: 2, className: 'hit' }),
    h('circle', { ...pop(2.4), class: 'pop burst heat3', cx: 280, cy: 142, r: 27 }),
  ]);
}

/** Each kind on its plate. */
export function PickupsPicture(): ComponentChild {
  const kinds = Object.keys(PICKUPS);
  return h(
    Scene,
    null,
    kinds.map((id, i) => {
      const { path, color } = pickupLook(id);
      return h('g', { key: id, transform: `translate(${(320 * (i + 0.5)) / kinds.length} 90)`, style: { color: cssColor(color) } }, [
        h('path', { class: 'plate', d: 'M40 0L20 35H-20L-40 0-20-35H20Z' }),
        h('path', { class: 'thing', d: path, transform: 'scale(2)' }),
      ]);
    }),
  );
}
