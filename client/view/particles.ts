// Sparks, debris and dash dust, burst where they are told. They only fly straight and fade, which takes a few
// multiplications: Phaser's emitters, made for everything, took several times the rest of a frame in a crowded fight.

import type { Quads } from './quads.ts';

/** What particles of a kind have in common; ranges are from and to. */
interface Kind {
  frame: string;
  /** Alive at once: a crowded fight is bright enough. */
  most: number;
  seconds: readonly [number, number];
  /** u/s */
  speed: readonly [number, number];
  /** Scale at birth and at the end, along the flight and across. */
  long: readonly [number, number];
  wide: readonly [number, number];
  alpha: number;
  /** Whether it stays bright at first and then fades faster. */
  lasting: boolean;
}

const SPARK: Kind = {
  frame: 'spark',
  most: 160,
  seconds: [0.16, 0.48],
  speed: [80, 560],
  long: [0.75, 0.1],
  wide: [0.4, 0.1],
  alpha: 1,
  lasting: true,
};
const DEBRIS: Kind = {
  frame: 'dot',
  most: 120,
  seconds: [0.4, 1.1],
  speed: [20, 250],
  long: [0.5, 0],
  wide: [0.5, 0],
  alpha: 0.95,
  lasting: false,
};
const DUST: Kind = {
  frame: 'dot',
  most: 60,
  seconds: [0.38, 0.38],
  speed: [0, 26],
  long: [0.7, 0],
  wide: [0.7, 0],
  alpha: 0.6,
  lasting: false,
};

const EMBER: Kind = {
  frame: 'dot',
  most: 90,
  seconds: [0.25, 0.6],
  speed: [10, 90],
  long: [0.34, 0],
  wide: [0.34, 0],
  alpha: 0.9,
  lasting: true,
};

interface Particle {
  x: number;
  y: number;
  vx: number;
  vy: number;
  angle: number;
  color: number;
  age: number;
  seconds: number;
}

export class Particles {
  readonly #sparks = new Swarm(SPARK);
  readonly #debris = new Swarm(DEBRIS);
  readonly #dust = new Swarm(DUST);
  readonly #embers = new Swarm(EMBER);
  /** Share of the particles that are made, 0 to 1. */
  amount = 1;

  sparks(x: number, y: number, color: number, count: number): void {
    this.#sparks.burst(x, y, color, Math.round(count * this.amount));
  }

  debris(x: number, y: number, color: number, count: number): void {
    this.#debris.burst(x, y, color, Math.round(count * this.amount));
  }

  dust(x: number, y: number, color: number): void {
    this.#dust.burst(x, y, color, Math.round(this.amount));
  }

  /** What a hot bolt leaves behind: `count` in a second on average. */
  embers(x: number, y: number, color: number, count: number, seconds: number): void {
    if (Math.random() < count * seconds * this.amount) this.#embers.burst(x, y, color, 1);
  }

  /** Moves them on and draws them. */
  draw(seconds: number, quads: Quads): void {
    this.#embers.draw(seconds, quads);
    this.#sparks.draw(seconds, quads);
    this.#debris.draw(seconds, quads);
    this.#dust.draw(seconds, quads);
  }
}

/** All particles of a kind: those alive lie before the others. */
class Swarm {
  readonly #kind: Kind;
  readonly #all: Particle[];
  #alive = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#all = Array.from({ length: kind.most }, () => ({ x: 0, y: 0, vx: 0, vy: 0, angle: 0, color: 0, age: 0, seconds: 1 }));
  }

  /** Starts some in all directions. */
  burst(x: number, y: number, color: number, count: number): void {
    const { most, seconds, speed } = this.#kind;
    for (let i = 0; i < count && this.#alive < most; i++) {
      const one = this.#all[this.#alive++] as Particle;
      const fast = between(speed, Math.random());
      one.angle = Math.random() * 2 * Math.PI;
      one.x = x;
      one.y = y;
      one.vx = Math.cos(one.angle) * fast;
      one.vy = Math.sin(one.angle) * fast;
      one.color = color;
      one.age = 0;
      one.seconds = between(seconds, Math.random());
    }
  }

  /** Draws them as they are, then moves them on: what burst in this frame is seen at its place, however long frames take. */
  draw(seconds: number, quads: Quads): void {
    const { frame, long, wide, alpha, lasting } = this.#kind;
    for (let i = this.#alive - 1; i >= 0; i--) {
      const one = this.#all[i] as Particle;
      const share = one.age / one.seconds;
      const faded = lasting ? share * share : share;
      quads.add(frame, one.x, one.y, one.angle, between(long, share), between(wide, share), one.color, alpha * (1 - faded));
      one.age += seconds;
      one.x += one.vx * seconds;
      one.y += one.vy * seconds;
      if (one.age >= one.seconds) this.#bury(i);
    }
  }

  /** The last one alive takes its place. */
  #bury(index: number): void {
    const last = --this.#alive;
    const dead = this.#all[index] as Particle;
    this.#all[index] = this.#all[last] as Particle;
    this.#all[last] = dead;
  }
}

const between = ([from, to]: readonly [number, number], share: number): number => from + (to - from) * share;
