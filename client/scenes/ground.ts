// What lies still: floor and walls of the map that is shown, and the bloom over all.

import type * as Phaser from 'phaser';
import type { ArenaMap } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import { Grid } from '../view/grid.ts';
import { LAYER } from '../view/layers.ts';
import { bakeWalls, WALLS } from '../view/wallArt.ts';
import { Actions } from './phaser.ts';

export class Ground {
  readonly #scene: Phaser.Scene;
  #map: ArenaMap | undefined;
  #grid: Grid | undefined;
  #walls: Phaser.GameObjects.Image | undefined;
  #bloom: Phaser.Types.Actions.AddEffectBloomReturn | undefined;
  #waves = true;
  #calm = false;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  get grid(): Grid | undefined {
    return this.#grid;
  }

  /** Whether blasts bend the grid. */
  set waves(on: boolean) {
    this.#waves = on;
    if (this.#grid) this.#grid.waves = on;
  }

  /** Whether the light on the grid stands still. */
  set calm(on: boolean) {
    this.#calm = on;
    if (this.#grid) this.#grid.calm = on;
  }

  /** Draws a map's floor and walls, once. */
  show(map: ArenaMap): void {
    if (map === this.#map) return;
    this.#map = map;
    this.#grid?.destroy();
    this.#walls?.destroy();
    bakeWalls(this.#scene.textures, map);
    this.#grid = new Grid(this.#scene, map, LAYER.floor);
    this.#grid.waves = this.#waves;
    this.#grid.calm = this.#calm;
    const width = map.cols * TILE;
    const height = map.rows * TILE;
    this.#walls = this.#scene.add
      .image(width / 2, height / 2, WALLS)
      .setDisplaySize(width, height)
      .setDepth(LAYER.walls);
  }

  update(seconds: number): void {
    this.#grid?.update(seconds);
  }

  /** Lets bright things shine beyond their edges. */
  setBloom(on: boolean): void {
    const camera = this.#scene.cameras.main;
    if (on && !this.#bloom) {
      this.#bloom = Actions.AddEffectBloom(camera, {
        threshold: 0.4,
        blurRadius: 2,
        blurSteps: 4,
        blurQuality: 0,
        blendAmount: 0.55,
        useInternal: true,
      })[0];
    } else if (!on && this.#bloom) {
      camera.filters.internal.clear();
      this.#bloom = undefined;
    }
  }
}
