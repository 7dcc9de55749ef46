// Damage as a number that rises and fades, larger and whiter with the bolt's heat.

import type * as Phaser from 'phaser';
import { GLYPHS } from './glyphs.ts';
import { LAYER } from './layers.ts';

const POOL = 16;
const SECONDS = 0.75;
const RISE = 54;
const TINTS = [0xc4dcff, 0xbfe9ff, 0xffe9a8, 0xffffff] as const;

interface Number2D {
  text: Phaser.GameObjects.BitmapText;
  age: number;
  y: number;
}

export class DamageNumbers {
  readonly #all: Number2D[] = [];
  #next = 0;

  constructor(scene: Phaser.Scene) {
    for (let i = 0; i < POOL; i++) {
      const text = scene.add.bitmapText(0, 0, GLYPHS, '', 24).setOrigin(0.5).setDepth(LAYER.text).setVisible(false);
      this.#all.push({ text, age: 0, y: 0 });
    }
  }

  /** `color` for the smaller number that only says what a hit would do. */
  add(x: number, y: number, damage: number, level: number, color?: number): void {
    const one = this.#all[this.#next++ % POOL] as Number2D;
    one.age = 0;
    one.y = y;
    one.text
      .setVisible(true)
      .setText(String(damage))
      .setFontSize((color === undefined ? 24 : 15) + level * 6)
      .setTint(color ?? TINTS[level] ?? 0xffffff)
      .setPosition(x, y);
  }

  update(seconds: number): void {
    for (const one of this.#all) {
      if (!one.text.visible) continue;
      one.age += seconds;
      const share = one.age / SECONDS;
      one.text
        .setVisible(share < 1)
        .setAlpha(1 - share ** 4)
        .setY(one.y - RISE * (1 - (1 - share) ** 2));
    }
  }
}
