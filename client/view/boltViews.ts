// The bolts' heads: the hotter, the longer, thicker and whiter, with a halo and light on the floor in the owner's colour.

import * as Phaser from 'phaser';
import type { ShownBolt } from '../net/flights.ts';
import { ATLAS } from './atlas.ts';
import { LAYER } from './layers.ts';
import { mixColor, type Palette, slotColor } from './palette.ts';

/** By level. */
const CORE_WHITE = [0.35, 0.6, 0.85, 1] as const;
const CORE_SCALE = [0.85, 0.95, 1.02, 1.12] as const;
const HALO_SCALE = [0.62, 0.85, 1.1, 1.4] as const;
const HALO_ALPHA = [0.6, 0.8, 0.95, 1] as const;
const LIGHT_SCALE = [2, 2.6, 3.2, 4] as const;
const LIGHT_ALPHA = [0.3, 0.42, 0.55, 0.7] as const;

interface Head {
  core: Phaser.GameObjects.Image;
  halo: Phaser.GameObjects.Image;
  light: Phaser.GameObjects.Image;
}

export class BoltViews {
  readonly #scene: Phaser.Scene;
  readonly #heads: Head[] = [];
  /** Whether bolts light the floor around them. */
  lights = true;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  /** Draws those that are to be seen. */
  draw(bolts: Iterable<ShownBolt>, palette: Palette): void {
    let count = 0;
    for (const shown of bolts) {
      if (!shown.visible) continue;
      this.#heads[count] ??= this.#create();
      this.#drawHead(this.#heads[count++] as Head, shown, palette);
    }
    for (let i = count; i < this.#heads.length; i++) {
      const { core, halo, light } = this.#heads[i] as Head;
      core.visible = halo.visible = light.visible = false;
    }
  }

  #create(): Head {
    const add = (frame: string, depth: number): Phaser.GameObjects.Image =>
      this.#scene.add.image(0, 0, ATLAS, frame).setDepth(depth).setBlendMode(Phaser.BlendModes.ADD);
    return { light: add('glow', LAYER.under), halo: add('halo', LAYER.over), core: add('bolt0', LAYER.over) };
  }

  #drawHead({ core, halo, light }: Head, shown: ShownBolt, palette: Palette): void {
    const { x, y, level } = shown;
    const color = slotColor(shown.bolt.owner, palette);
    const angle = Math.atan2(shown.dy, shown.dx);
    core
      .setVisible(true)
      .setFrame(`bolt${level}`)
      .setPosition(x, y)
      .setRotation(angle)
      .setScale(CORE_SCALE[level] as number)
      .setTint(mixColor(color, 0xffffff, CORE_WHITE[level] as number));
    halo
      .setVisible(true)
      .setPosition(x, y)
      .setRotation(angle)
      .setScale(HALO_SCALE[level] as number)
      .setTint(color)
      .setAlpha(HALO_ALPHA[level] as number);
    light.setVisible(this.lights);
    if (!this.lights) return;
    light
      .setPosition(x, y)
      .setScale(LIGHT_SCALE[level] as number)
      .setTint(color)
      .setAlpha(LIGHT_ALPHA[level] as number);
  }
}
