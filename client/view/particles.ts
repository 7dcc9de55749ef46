// Sparks, debris and dash dust: three emitters on the atlas that burst where they are told.

import * as Phaser from 'phaser';
import { ATLAS } from './atlas.ts';
import { LAYER } from './layers.ts';

/** Alive at once: a crowded fight is bright enough, and each costs every frame. */
const MOST = { sparks: 160, debris: 120, dust: 60 };

export class Particles {
  readonly #sparks: Phaser.GameObjects.Particles.ParticleEmitter;
  readonly #debris: Phaser.GameObjects.Particles.ParticleEmitter;
  readonly #dust: Phaser.GameObjects.Particles.ParticleEmitter;
  #color = 0xffffff;
  /** Degrees, of the spark that is being made. */
  #angle = 0;
  /** Share of the particles that are made, 0 to 1. */
  amount = 1;

  constructor(scene: Phaser.Scene) {
    const shared = { emitting: false, blendMode: Phaser.BlendModes.ADD, tint: { onEmit: () => this.#color } };
    this.#sparks = scene.add.particles(0, 0, ATLAS, {
      ...shared,
      frame: 'spark',
      maxAliveParticles: MOST.sparks,
      lifespan: { min: 160, max: 480 },
      speed: { min: 80, max: 560 },
      scaleX: { start: 0.75, end: 0.1 },
      scaleY: { start: 0.4, end: 0.1 },
      alpha: { start: 1, end: 0, ease: 'Quad.easeIn' },
      // A spark points where it flies; its rotation is asked for before its direction.
      rotate: {
        onEmit: () => {
          this.#angle = Math.random() * 360;
          return this.#angle;
        },
      },
      angle: { onEmit: () => this.#angle },
    });
    this.#debris = scene.add.particles(0, 0, ATLAS, {
      ...shared,
      frame: 'dot',
      maxAliveParticles: MOST.debris,
      lifespan: { min: 400, max: 1100 },
      speed: { min: 20, max: 250 },
      scale: { start: 0.5, end: 0 },
      alpha: { start: 0.95, end: 0 },
    });
    this.#dust = scene.add.particles(0, 0, ATLAS, {
      ...shared,
      frame: 'dot',
      maxAliveParticles: MOST.dust,
      lifespan: 380,
      speed: { min: 0, max: 26 },
      scale: { start: 0.7, end: 0 },
      alpha: { start: 0.6, end: 0 },
    });
    for (const emitter of [this.#sparks, this.#debris, this.#dust]) emitter.setDepth(LAYER.over);
  }

  sparks(x: number, y: number, color: number, count: number): void {
    this.#burst(this.#sparks, x, y, color, count);
  }

  debris(x: number, y: number, color: number, count: number): void {
    this.#burst(this.#debris, x, y, color, count);
  }

  dust(x: number, y: number, color: number): void {
    this.#burst(this.#dust, x, y, color, 1);
  }

  #burst(emitter: Phaser.GameObjects.Particles.ParticleEmitter, x: number, y: number, color: number, count: number): void {
    const made = Math.round(count * this.amount);
    if (made === 0) return;
    this.#color = color;
    emitter.explode(made, x, y);
  }
}
