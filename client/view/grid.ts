// The floor: near-black blue with a grid that bends around blasts. One quad with one shader; a blast is four numbers.

import type * as Phaser from 'phaser';
import type { ArenaMap } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';

/** Blasts at once; more replace the oldest. */
const BLASTS = 8;
const BLAST_S = 0.9;
/** Units that the grid goes on around the map, dimly: the view runs out there. */
const OUTSIDE = 1200;

const FRAGMENT = `
precision highp float;
varying vec2 outTexCoord;
uniform vec2 uSize;
uniform float uOutside;
uniform float uTime;
uniform float uPixel;
uniform vec4 uBlasts[${BLASTS}];
uniform float uCount;
float lines(vec2 p, float step, float width) {
  vec2 q = abs(fract(p / step + 0.5) - 0.5) * step;
  float d = min(q.x, q.y);
  return exp(-d * d / (width * width));
}
void main() {
  vec2 p = vec2(outTexCoord.x, 1.0 - outTexCoord.y) * (uSize + 2.0 * uOutside) - uOutside;
  vec2 bend = vec2(0.0);
  float heat = 0.0;
  for (int i = 0; i < ${BLASTS}; i++) {
    if (float(i) >= uCount) break;
    vec4 blast = uBlasts[i];
    vec2 away = p - blast.xy;
    float distance = length(away) + 0.001;
    float wave = (distance - blast.z) / 52.0;
    float push = exp(-wave * wave) * blast.w;
    bend += away / distance * push;
    heat += abs(push);
  }
  vec2 q = p - bend;
  float light = lines(q, 48.0, 1.15 * uPixel) * 0.42;
  // The wide lines: sparks of light run along them, each at its own time, and every crossing glints.
  vec2 wide = abs(fract(q / 240.0 + 0.5) - 0.5) * 240.0;
  vec2 line = exp(-wide * wide / (3.3 * uPixel * uPixel));
  vec2 lane = floor(q / 240.0 + 0.5);
  vec2 run = fract((p.yx + vec2(uTime * 150.0, uTime * -110.0)) / 1900.0 + fract(lane * 0.618));
  vec2 spark = run * run * run;
  light += dot(line, 0.52 + 1.7 * spark * spark) + exp(-dot(wide, wide) / 60.0) * 0.7;
  vec2 middle = p / uSize - 0.5;
  vec2 beyond = max(abs(p - uSize * 0.5) - uSize * 0.5, 0.0);
  float outside = length(beyond);
  float edge = smoothstep(0.85, 0.15, length(middle) * 1.2);
  vec3 floorColor = mix(vec3(0.012, 0.016, 0.058), vec3(0.042, 0.058, 0.235), edge);
  vec3 cool = mix(vec3(0.14, 0.22, 0.85), vec3(0.34, 0.12, 0.8), 0.5 + 0.5 * sin(p.x * 0.004 + p.y * 0.002 + uTime * 0.3));
  float hot = clamp(heat / 16.0, 0.0, 1.0);
  vec3 color = mix(cool, vec3(0.4, 0.95, 1.0), hot) * light * (1.0 + 2.4 * hot) * (0.5 + 0.5 * edge);
  color += floorColor;
  if (outside > 0.0) {
    float hatch = lines(vec2(p.x + p.y), 24.0, 2.4 * uPixel) * 0.5;
    float fade = exp(-outside / 420.0);
    float near = exp(-outside / 70.0);
    color = vec3(0.010, 0.014, 0.046) + (cool * (light * 0.3 + hatch * 0.17) + vec3(0.012, 0.018, 0.07)) * (0.35 + 0.65 * fade);
    color += vec3(0.022, 0.015, 0.1) * near;
  }
  gl_FragColor = vec4(color, 1.0);
}`;

interface Blast {
  x: number;
  y: number;
  age: number;
  strength: number;
  /** Units a second that the wave runs outward. */
  speed: number;
}

export class Grid {
  readonly #blasts: Blast[] = [];
  readonly #uniforms = new Float32Array(BLASTS * 4);
  readonly #shader: Phaser.GameObjects.Shader;
  #time = 0;
  /** False: the grid stays as it is. */
  waves = true;
  /** The light on its lines stands still. */
  calm = false;

  constructor(scene: Phaser.Scene, map: ArenaMap, depth: number) {
    const width = map.cols * TILE;
    const height = map.rows * TILE;
    const size = [width, height];
    const setupUniforms = (set: (name: string, value: unknown) => void): void => {
      set('uSize', size);
      set('uOutside', OUTSIDE);
      set('uTime', this.#time);
      // Lines stay at least a pixel thick when the camera is far.
      set('uPixel', Math.max(1, 1 / scene.cameras.main.zoom));
      set('uBlasts[0]', this.#uniforms);
      set('uCount', this.#blasts.length);
    };
    this.#shader = scene.add.shader(
      { name: 'floor', fragmentSource: FRAGMENT, setupUniforms },
      width / 2,
      height / 2,
      width + 2 * OUTSIDE,
      height + 2 * OUTSIDE,
    );
    this.#shader.setDepth(depth);
  }

  /** A blast pushes the grid outward; a negative strength pulls it in. Strength in units. */
  blast(x: number, y: number, strength: number, speed: number): void {
    if (!this.waves) return;
    if (this.#blasts.length >= BLASTS) this.#blasts.shift();
    this.#blasts.push({ x, y, age: 0, strength, speed });
  }

  /** Moves the waves on. */
  update(seconds: number): void {
    if (!this.calm) this.#time += seconds;
    for (const blast of this.#blasts) blast.age += seconds;
    while (this.#blasts[0] && this.#blasts[0].age > BLAST_S) this.#blasts.shift();
    this.#blasts.forEach(({ x, y, age, strength, speed }, i) => {
      const left = Math.max(0, 1 - age / BLAST_S);
      this.#uniforms[i * 4] = x;
      this.#uniforms[i * 4 + 1] = y;
      this.#uniforms[i * 4 + 2] = 10 + age * speed;
      this.#uniforms[i * 4 + 3] = strength * left * left;
    });
  }

  destroy(): void {
    this.#shader.destroy();
  }
}
