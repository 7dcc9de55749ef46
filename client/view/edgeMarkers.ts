// Arrows at the edge of the screen toward those who are beyond it.

import * as Phaser from 'phaser';
import type { ShownPuck } from '../net/session.ts';
import { ATLAS } from './atlas.ts';
import { LAYER } from './layers.ts';
import { type Palette, slotColor } from './palette.ts';

/** Units from the edge. */
const INSET = 34;
const SCALE = 0.6;

export class EdgeMarkers {
  readonly #scene: Phaser.Scene;
  readonly #markers: Phaser.GameObjects.Image[] = [];

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  /** Draws an arrow for each living puck outside the view. */
  draw(pucks: readonly ShownPuck[], palette: Palette): void {
    const { centerX, centerY, width, height } = this.#scene.cameras.main.worldView;
    let count = 0;
    for (const { slot, x, y, alive, me } of pucks) {
      const dx = x - centerX;
      const dy = y - centerY;
      const beyond = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
      if (!alive || me || beyond <= 1) continue;
      const share = Math.min((width / 2 - INSET) / Math.abs(dx), (height / 2 - INSET) / Math.abs(dy));
      this.#markerAt(count++)
        .setVisible(true)
        .setPosition(centerX + dx * share, centerY + dy * share)
        .setRotation(Math.atan2(dy, dx))
        .setTint(slotColor(slot, palette))
        .setAlpha(Math.max(0.35, 1.6 - beyond * 0.7));
    }
    for (let i = count; i < this.#markers.length; i++) this.#markers[i]?.setVisible(false);
  }

  #markerAt(index: number): Phaser.GameObjects.Image {
    const known = this.#markers[index];
    if (known) return known;
    const marker = this.#scene.add.image(0, 0, ATLAS, 'marker').setDepth(LAYER.over).setScale(SCALE).setBlendMode(Phaser.BlendModes.ADD);
    this.#markers.push(marker);
    return marker;
  }
}
