// One puck: a handful of rectangles of the atlas, and its name.

import type * as Phaser from 'phaser';
import { angleOf } from '#shared/aim.ts';
import { dashesOf, energyOf, isDashing, isParrying, isRooted, isShielded } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { DASH, ENERGY, PUCK } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import { PIP_TEXELS } from './atlas.ts';
import { GLYPHS, type Glyphs } from './glyphs.ts';
import { LAYER } from './layers.ts';
import { type Coloring, mixColor, seatColor } from './palette.ts';
import type { Picture } from './picture.ts';
import { TEXELS } from './puckArt.ts';
import type { Quads } from './quads.ts';
import { drawClamps, drawWorn } from './wornView.ts';

const SCALE = 1 / TEXELS;
/** Radians: where pips lie, measured from the aim. */
const PIP_ANGLES = [-0.44, 0, 0.44].map((angle) => Math.PI + angle);
const CHARGE_ANGLES = [Math.PI / 2 + 0.2, -Math.PI / 2 - 0.2];
/** Pips lie on a circle of this radius in units. */
const PIP_RADIUS = PIP_TEXELS * SCALE;
const NOSE = 36;
/** The bracket's radius is 106 texels. */
const MARK_SCALE = 53 / 106;
/** Bar and name of the marked puck lie outside its bracket. */
const MARK_ROOM = 19;
const BAR = { width: 54, height: 6, below: 48 };
/** Edge of the frame that bars are made of. */
const PX = 8;
const BAR_BACK = 0x05070f;
const LOW = { share: 0.35, color: 0xff4258 };
const WHITE = 0xffffff;
const NAME_ABOVE = 44;
/** A name's height in units; from far away it does not get smaller than so many CSS pixels. */
const NAME = { units: 19, leastPx: 10 };
/** The name of who carries something lies above that. */
const LOAD_ROOM = 50;
/** Light on the floor: scale and brightness, those of the marked puck, those of a dash. */
const POOL = { scale: 2.7, light: 0.62, marked: 1.25, dash: 1.2 };
/** Seconds of a hit's flash and of a parry's snap. */
const FLASH_S = 0.067;
const SQUASH_S = 0.2;
const SNAP_S = 0.28;
/** Seconds in which the bar follows the health. */
const BAR_S = 0.12;

export class PuckView {
  readonly #glyphs: Glyphs;
  readonly #picture: Picture;
  readonly #scene: Phaser.Scene;
  readonly #body: string;
  readonly #name: Phaser.GameObjects.BitmapText;
  #written = '';
  #health = PUCK.health as number;
  #sinceHit = 1;
  #sinceSnap = 1;

  constructor(scene: Phaser.Scene, picture: Picture, glyphs: Glyphs, slot: number) {
    this.#glyphs = glyphs;
    this.#picture = picture;
    this.#scene = scene;
    this.#body = `puck${slot}`;
    this.#name = scene.add.bitmapText(0, 0, GLYPHS, '', NAME.units).setOrigin(0.5, 1).setDepth(LAYER.text);
  }

  /** A hit is shown for a moment. */
  flash(): void {
    this.#sinceHit = 0;
  }

  /** A caught bolt is shown for a moment. */
  snap(): void {
    this.#sinceSnap = 0;
  }

  /** Not drawn in this frame. */
  hide(): void {
    this.#name.visible = false;
    if (!this.#written) return;
    // A name that nobody sees needs no glyphs.
    this.#written = '';
    this.#name.setText('');
  }

  /** Draws everything in its place; `marked` for the puck that one plays or watches. */
  draw(shown: ShownPuck, marked: boolean, name: string, colors: Coloring, seconds: number): void {
    if (!shown.alive) {
      this.#health = PUCK.health;
      this.hide();
      return;
    }
    const { x, y, puck } = shown;
    const { under, over } = this.#picture;
    const color = seatColor(shown.slot, colors);
    const angle = angleOf(puck.aim);
    this.#sinceHit += seconds;
    this.#sinceSnap += seconds;
    const faint = shown.connected ? 1 : 0.4;
    const brighter = (marked ? POOL.marked : 1) * (isDashing(puck) ? POOL.dash : 1);
    under.add('glow', x, y, 0, POOL.scale * brighter, POOL.scale * brighter, color, Math.min(1, POOL.light * brighter) * faint);
    if (marked) over.add('bracket', x, y, puck.step * 0.008, MARK_SCALE, MARK_SCALE, mixColor(color, WHITE, 0.55), 1);
    this.#drawBody(x, y, angle, faint);
    drawAround(over, puck, x, y, angle, color, marked ? 1 : 0.75);
    drawWorn(puck, x, y, angle, this.#picture);
    drawClamps(puck, x, y, color, this.#picture);
    this.#drawGuards(puck, x, y, angle, color);
    this.#drawBar(x, y, puck.health, color, marked, seconds);
    this.#drawName(x, y - (puck.carries >= 0 ? LOAD_ROOM : 0), name, color, marked);
  }

  #drawBody(x: number, y: number, angle: number, faint: number): void {
    const { pucks, over } = this.#picture;
    const squash = this.#sinceHit < SQUASH_S ? 0.22 * (1 - this.#sinceHit / SQUASH_S) : 0;
    pucks.add(this.#body, x, y, 0, SCALE * (1 + squash), SCALE * (1 - squash), WHITE, faint);
    if (this.#sinceHit < FLASH_S) over.add('glow', x, y, 0, 0.9, 0.9, WHITE, 1);
    over.add('nose', x + Math.cos(angle) * NOSE, y + Math.sin(angle) * NOSE, angle, 0.5, 0.5, WHITE, 0.9);
  }

  #drawGuards(puck: Puck, x: number, y: number, angle: number, color: number): void {
    const { over } = this.#picture;
    if (isShielded(puck) && !isRooted(puck)) {
      const pulse = 0.6 + 0.25 * Math.sin(puck.step * 0.25);
      over.add('shield', x, y, puck.step * 0.03, 0.62, 0.62, mixColor(color, WHITE, 0.4), pulse);
    }
    if (this.#sinceSnap < SNAP_S) {
      const snap = this.#sinceSnap / SNAP_S;
      const scale = 0.58 + snap * 0.35;
      over.add('parry', x, y, angle, scale, scale, WHITE, 1 - snap * snap);
    } else if (isParrying(puck)) {
      over.add('parry', x, y, angle, 0.58, 0.58, mixColor(color, WHITE, 0.7), 0.9);
    }
  }

  #drawBar(x: number, y: number, health: number, color: number, marked: boolean, seconds: number): void {
    const { pucks } = this.#picture;
    this.#health += (health - this.#health) * Math.min(1, seconds / BAR_S);
    const width = Math.max(0.01, BAR.width * Math.max(0, this.#health / PUCK.health));
    const tint = health <= PUCK.health * LOW.share ? LOW.color : mixColor(color, WHITE, 0.15);
    const below = y + BAR.below + (marked ? MARK_ROOM : 0);
    pucks.add('px', x, below, 0, (BAR.width + 2) / PX, (BAR.height + 2) / PX, BAR_BACK, marked ? 0.95 : 0.8);
    pucks.add('px', x + (width - BAR.width) / 2, below, 0, width / PX, (BAR.height - 1) / PX, tint, 1);
  }

  #drawName(x: number, y: number, name: string, color: number, marked: boolean): void {
    const text = this.#name;
    if (name !== this.#written) {
      this.#written = name;
      this.#glyphs.write(text, name);
    }
    text.visible = true;
    const { cameras, scale } = this.#scene;
    text
      .setScale(Math.max(1, NAME.leastPx / (NAME.units * cameras.main.zoom * scale.zoom)))
      .setPosition(x, y - NAME_ABOVE - (marked ? MARK_ROOM : 0))
      .setTint(mixColor(color, WHITE, 0.3))
      .setAlpha(marked ? 1 : 0.95);
  }
}

/** Energy and dash charges around the rim. */
function drawAround(over: Quads, puck: Puck, x: number, y: number, angle: number, color: number, bright: number): void {
  const energy = energyOf(puck);
  const energyPart = chargePart(puck.step, puck.energyFullAt, ENERGY.chargeTicks);
  for (let i = 0; i < PIP_ANGLES.length; i++) {
    const alpha = i < energy ? 1 : i === energy ? 0.12 + 0.35 * energyPart : 0.12;
    drawOnRim(over, 'pip', x, y, angle + (PIP_ANGLES[i] as number), color, alpha * bright);
  }
  const dashes = dashesOf(puck);
  const dashPart = chargePart(puck.step, puck.dashFullAt, DASH.chargeTicks);
  for (let i = 0; i < CHARGE_ANGLES.length; i++) {
    const alpha = i < dashes ? 1 : i === dashes ? 0.1 + 0.35 * dashPart : 0.1;
    drawOnRim(over, 'charge', x, y, angle + (CHARGE_ANGLES[i] as number), WHITE, alpha * bright);
  }
}

function drawOnRim(over: Quads, frame: string, x: number, y: number, angle: number, color: number, alpha: number): void {
  over.add(frame, x + Math.cos(angle) * PIP_RADIUS, y + Math.sin(angle) * PIP_RADIUS, angle, SCALE, SCALE, color, alpha);
}

/** How far the next charge has come, 0 to 1. */
function chargePart(step: number, fullAt: number, chargeTicks: number): number {
  if (step >= fullAt) return 1;
  const left = (fullAt - step) % chargeTicks;
  return left === 0 ? 0 : 1 - left / chargeTicks;
}
