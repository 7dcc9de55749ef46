// What moves, in four sheets one above the other: marks on the floor, added light below the pucks, what is painted,
// added light above.

import type * as Phaser from 'phaser';
import { BlendModes } from '../scenes/phaser.ts';
import { LAYER } from './layers.ts';
import { Quads } from './quads.ts';

export class Picture {
  readonly marks: Quads;
  readonly under: Quads;
  readonly pucks: Quads;
  readonly over: Quads;

  constructor(scene: Phaser.Scene) {
    this.marks = new Quads(scene, LAYER.marks, BlendModes.NORMAL);
    this.under = new Quads(scene, LAYER.under, BlendModes.ADD);
    this.pucks = new Quads(scene, LAYER.pucks, BlendModes.NORMAL);
    this.over = new Quads(scene, LAYER.over, BlendModes.ADD);
  }

  /** Starts a new frame: the sheets are empty. */
  begin(): void {
    this.marks.begin();
    this.under.begin();
    this.pucks.begin();
    this.over.begin();
  }
}
