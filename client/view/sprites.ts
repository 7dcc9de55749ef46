// Short-lived sprites: rings, flashes and numbers that grow or rise and fade. A fixed pool, so a fight makes no garbage.

import * as Phaser from 'phaser';
import { ATLAS } from './atlas.ts';
import { LAYER } from './layers.ts';

interface Fading {
  image: Phaser.GameObjects.Image;
  age: number;
  seconds: number;
  from: number;
  to: number;
  alpha: number;
}

const POOL = 64;

export class FadingSprites {
  readonly #all: Fading[] = [];
  #next = 0;

  constructor(scene: Phaser.Scene) {
    for (let i = 0; i < POOL; i++) {
      const image = scene.add.image(0, 0, ATLAS, 'glow').setDepth(LAYER.over).setBlendMode(Phaser.BlendModes.ADD).setVisible(false);
      this.#all.push({ image, age: 0, seconds: 0, from: 0, to: 0, alpha: 0 });
    }
  }

  /**
   * Shows a frame of the atlas that goes from one scale to another while it fades. Returns the sprite, for what is
   * special about it.
   */
  add(frame: string, x: number, y: number, color: number, from: number, to: number, seconds: number, alpha = 1): Phaser.GameObjects.Image {
    const one = this.#all[this.#next++ % POOL] as Fading;
    Object.assign(one, { age: 0, seconds, from, to, alpha });
    return one.image.setVisible(true).setFrame(frame).setPosition(x, y).setTint(color).setScale(from).setAlpha(alpha).setRotation(0);
  }

  /** Moves them on. */
  update(seconds: number): void {
    for (const one of this.#all) {
      if (!one.image.visible) continue;
      one.age += seconds;
      const share = one.age / one.seconds;
      if (share >= 1) {
        one.image.setVisible(false);
        continue;
      }
      const out = 1 - (1 - share) ** 3;
      one.image.setScale(one.from + (one.to - one.from) * out).setAlpha(one.alpha * (1 - share));
    }
  }
}
