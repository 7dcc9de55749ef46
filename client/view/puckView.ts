// One puck as a handful of sprites on the atlas.

import * as Phaser from 'phaser';
import { angleOf } from '#shared/aim.ts';
import { dashesOf, energyOf, isDashing, isParrying, isShielded } from '#shared/sim/puck.ts';
import type { Puck } from '#shared/sim/types.ts';
import { DASH, ENERGY, PUCK } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/session.ts';
import { ATLAS, PIP_TEXELS } from './atlas.ts';
import { GLYPHS, type Glyphs } from './glyphs.ts';
import { LAYER } from './layers.ts';
import { mixColor, type Palette, slotColor } from './palette.ts';
import { TEXELS } from './puckArt.ts';

const SCALE = 1 / TEXELS;
/** Radians: where pips lie, measured from the aim. */
const PIP_ANGLES = [-0.44, 0, 0.44].map((angle) => Math.PI + angle);
const CHARGE_ANGLES = [Math.PI / 2 + 0.2, -Math.PI / 2 - 0.2];
/** Pips lie on a circle of this radius in units; frame middle to circle middle in frame widths gives the origin. */
const PIP_ORIGIN = 0.5 - PIP_TEXELS / 24;
const NOSE = 36;
/** The bracket's radius is 106 texels. */
const MARK_SCALE = 53 / 106;
/** Bar and name of the marked puck lie outside its bracket. */
const MARK_ROOM = 19;
const BAR = { width: 54, height: 6, below: 48 };
const NAME_ABOVE = 44;
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
  readonly #body: Phaser.GameObjects.Image;
  readonly #flashGlow: Phaser.GameObjects.Image;
  readonly #glow: Phaser.GameObjects.Image;
  /** Around the puck that one plays or watches. */
  readonly #mark: Phaser.GameObjects.Image;
  readonly #nose: Phaser.GameObjects.Image;
  readonly #pips: Phaser.GameObjects.Image[];
  readonly #charges: Phaser.GameObjects.Image[];
  readonly #shield: Phaser.GameObjects.Image;
  readonly #parry: Phaser.GameObjects.Image;
  readonly #barBack: Phaser.GameObjects.Image;
  readonly #bar: Phaser.GameObjects.Image;
  readonly #name: Phaser.GameObjects.BitmapText;
  #written = '';
  #health = PUCK.health as number;
  #sinceHit = 1;
  #sinceSnap = 1;
  #shown = false;

  constructor(scene: Phaser.Scene, glyphs: Glyphs, slot: number) {
    this.#glyphs = glyphs;
    const light = (frame: string, depth: number): Phaser.GameObjects.Image =>
      scene.add.image(0, 0, ATLAS, frame).setDepth(depth).setBlendMode(Phaser.BlendModes.ADD);
    this.#glow = light('glow', LAYER.under);
    this.#body = scene.add.image(0, 0, ATLAS, `puck${slot}`).setDepth(LAYER.pucks);
    this.#barBack = scene.add.image(0, 0, ATLAS, 'px').setDepth(LAYER.pucks).setTint(0x05070f).setAlpha(0.85);
    this.#bar = scene.add.image(0, 0, ATLAS, 'px').setDepth(LAYER.pucks).setOrigin(0, 0.5);
    this.#name = scene.add.bitmapText(0, 0, GLYPHS, '', 19).setOrigin(0.5, 1).setDepth(LAYER.text);
    this.#pips = PIP_ANGLES.map(() => light('pip', LAYER.over).setOrigin(PIP_ORIGIN, 0.5).setScale(SCALE));
    this.#charges = CHARGE_ANGLES.map(() => light('charge', LAYER.over).setOrigin(PIP_ORIGIN, 0.5).setScale(SCALE));
    this.#mark = light('bracket', LAYER.over).setScale(MARK_SCALE).setVisible(false);
    this.#nose = light('nose', LAYER.over).setScale(0.5);
    this.#shield = light('shield', LAYER.over);
    this.#parry = light('parry', LAYER.over);
    this.#flashGlow = light('glow', LAYER.over).setScale(0.9);
    this.#barBack.setDisplaySize(BAR.width + 2, BAR.height + 2);
  }

  /** A hit is shown for a moment. */
  flash(): void {
    this.#sinceHit = 0;
  }

  /** A caught bolt is shown for a moment. */
  snap(): void {
    this.#sinceSnap = 0;
  }

  hide(): void {
    if (this.#shown) this.#setVisible(false);
  }

  /** Puts everything in its place; `marked` for the puck that one plays or watches. */
  draw(shown: ShownPuck, marked: boolean, name: string, palette: Palette, seconds: number): void {
    if (!shown.alive) {
      this.#health = PUCK.health;
      this.hide();
      return;
    }
    if (!this.#shown) this.#setVisible(true);
    const { x, y, puck } = shown;
    const color = slotColor(shown.slot, palette);
    const angle = angleOf(puck.aim);
    this.#sinceHit += seconds;
    this.#sinceSnap += seconds;
    const faint = shown.connected ? 1 : 0.4;
    this.#glow
      .setPosition(x, y)
      .setTint(color)
      .setScale(POOL.scale * (marked ? POOL.marked : 1) * (isDashing(puck) ? POOL.dash : 1))
      .setAlpha(Math.min(1, POOL.light * (marked ? POOL.marked : 1) * (isDashing(puck) ? POOL.dash : 1)) * faint);
    this.#mark
      .setVisible(marked)
      .setPosition(x, y)
      .setTint(mixColor(color, 0xffffff, 0.55))
      .setRotation(puck.step * 0.008);
    this.#drawBody(x, y, angle, faint);
    this.#drawAround(puck, x, y, angle, color, marked);
    this.#drawGuards(puck, x, y, angle, color);
    this.#drawBar(x, y, puck.health, color, marked, seconds);
    this.#drawName(x, y, name, color, marked);
  }

  #drawBody(x: number, y: number, angle: number, faint: number): void {
    const squash = this.#sinceHit < SQUASH_S ? 0.22 * (1 - this.#sinceHit / SQUASH_S) : 0;
    this.#body
      .setPosition(x, y)
      .setScale(SCALE * (1 + squash), SCALE * (1 - squash))
      .setAlpha(faint);
    this.#flashGlow.setVisible(this.#sinceHit < FLASH_S).setPosition(x, y);
    this.#nose
      .setPosition(x + Math.cos(angle) * NOSE, y + Math.sin(angle) * NOSE)
      .setRotation(angle)
      .setAlpha(0.9);
  }

  #drawAround(puck: Puck, x: number, y: number, angle: number, color: number, marked: boolean): void {
    const bright = marked ? 1 : 0.75;
    const energy = energyOf(puck);
    const energyPart = chargePart(puck.step, puck.energyFullAt, ENERGY.chargeTicks);
    this.#pips.forEach((pip, i) => {
      const alpha = i < energy ? 1 : i === energy ? 0.12 + 0.35 * energyPart : 0.12;
      pip
        .setPosition(x, y)
        .setRotation(angle + (PIP_ANGLES[i] as number))
        .setTint(color)
        .setAlpha(alpha * bright);
    });
    const dashes = dashesOf(puck);
    const dashPart = chargePart(puck.step, puck.dashFullAt, DASH.chargeTicks);
    this.#charges.forEach((charge, i) => {
      const alpha = i < dashes ? 1 : i === dashes ? 0.1 + 0.35 * dashPart : 0.1;
      charge
        .setPosition(x, y)
        .setRotation(angle + (CHARGE_ANGLES[i] as number))
        .setAlpha(alpha * bright);
    });
  }

  #drawGuards(puck: Puck, x: number, y: number, angle: number, color: number): void {
    const shielded = isShielded(puck);
    this.#shield.setVisible(shielded);
    if (shielded) {
      const pulse = 0.6 + 0.25 * Math.sin(puck.step * 0.25);
      this.#shield
        .setPosition(x, y)
        .setTint(mixColor(color, 0xffffff, 0.4))
        .setScale(0.62)
        .setAlpha(pulse)
        .setRotation(puck.step * 0.03);
    }
    const snapping = this.#sinceSnap < SNAP_S;
    const parrying = isParrying(puck);
    this.#parry.setVisible(snapping || parrying);
    if (!snapping && !parrying) return;
    const snap = snapping ? this.#sinceSnap / SNAP_S : 0;
    this.#parry
      .setPosition(x, y)
      .setRotation(angle)
      .setTint(snapping ? 0xffffff : mixColor(color, 0xffffff, 0.7))
      .setScale(0.58 + snap * 0.35)
      .setAlpha(snapping ? 1 - snap * snap : 0.9);
  }

  #drawBar(x: number, y: number, health: number, color: number, marked: boolean, seconds: number): void {
    this.#health += (health - this.#health) * Math.min(1, seconds / BAR_S);
    const share = Math.max(0, this.#health / PUCK.health);
    const low = health <= PUCK.health * 0.35;
    const below = y + BAR.below + (marked ? MARK_ROOM : 0);
    this.#barBack.setPosition(x, below).setAlpha(marked ? 0.95 : 0.8);
    this.#bar
      .setPosition(x - BAR.width / 2, below)
      .setDisplaySize(Math.max(0.01, BAR.width * share), BAR.height - 1)
      .setTint(low ? 0xff4258 : mixColor(color, 0xffffff, 0.15));
  }

  #drawName(x: number, y: number, name: string, color: number, marked: boolean): void {
    if (name !== this.#written) {
      this.#written = name;
      this.#name.setText(this.#glyphs.need(name));
    }
    this.#name
      .setPosition(x, y - NAME_ABOVE - (marked ? MARK_ROOM : 0))
      .setTint(mixColor(color, 0xffffff, 0.3))
      .setAlpha(marked ? 1 : 0.95);
  }

  #setVisible(on: boolean): void {
    this.#shown = on;
    for (const part of [this.#body, this.#glow, this.#nose, this.#barBack, this.#bar, this.#name, ...this.#pips, ...this.#charges]) {
      part.setVisible(on);
    }
    if (on) return;
    for (const part of [this.#shield, this.#parry, this.#flashGlow, this.#mark]) part.setVisible(false);
  }
}

/** How far the next charge has come, 0 to 1. */
function chargePart(step: number, fullAt: number, chargeTicks: number): number {
  if (step >= fullAt) return 1;
  const left = (fullAt - step) % chargeTicks;
  return left === 0 ? 0 : 1 - left / chargeTicks;
}
