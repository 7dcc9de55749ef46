// The pucks: body with emblem, glow, health below, energy and dash charges around the rim, spawn shield, parry, name.

import type * as Phaser from 'phaser';
import { MAX_PUCKS } from '#shared/tuning.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import type { Glyphs } from './glyphs.ts';
import type { Coloring } from './palette.ts';
import type { Picture } from './picture.ts';
import { PuckView } from './puckView.ts';

export class PuckViews {
  readonly #scene: Phaser.Scene;
  readonly #picture: Picture;
  readonly #glyphs: Glyphs;
  readonly #views: (PuckView | undefined)[] = [];
  readonly #seen = new Uint8Array(MAX_PUCKS);

  constructor(scene: Phaser.Scene, picture: Picture, glyphs: Glyphs) {
    this.#scene = scene;
    this.#picture = picture;
    this.#glyphs = glyphs;
  }

  /** Draws those who are shown, hides the others. `marked` is the slot that one plays or watches; `seconds` since the last frame. */
  draw(pucks: readonly ShownPuck[], marked: number, nameOf: (slot: number) => string, colors: Coloring, seconds: number): void {
    this.#seen.fill(0);
    for (const shown of pucks) {
      this.#seen[shown.slot] = 1;
      this.#views[shown.slot] ??= new PuckView(this.#scene, this.#picture, this.#glyphs, shown.slot);
      this.#views[shown.slot]?.draw(shown, shown.slot === marked, nameOf(shown.slot), colors, seconds);
    }
    this.#views.forEach((view, slot) => {
      if (!this.#seen[slot]) view?.hide();
    });
  }

  /** A hit: white for a moment, and squashed along its direction. */
  flash(slot: number): void {
    this.#views[slot]?.flash();
  }

  /** A bolt was caught: the arc snaps. */
  snap(slot: number): void {
    this.#views[slot]?.snap();
  }
}
