// The bolts' heads: the hotter, the longer, thicker and whiter, with a halo and light on the floor in the owner's colour.

import type { ShownBolt } from '../net/shownBolt.ts';
import { type Coloring, mixColor, seatColor } from './palette.ts';
import type { Particles } from './particles.ts';
import type { Picture } from './picture.ts';

/** By level. */
const CORE = ['bolt0', 'bolt1', 'bolt2', 'bolt3'] as const;
const CORE_WHITE = [0.35, 0.6, 0.85, 1] as const;
const CORE_SCALE = [0.85, 0.95, 1.02, 1.12] as const;
const HALO_SCALE = [0.62, 0.85, 1.1, 1.4] as const;
const HALO_ALPHA = [0.6, 0.8, 0.95, 1] as const;
const LIGHT_SCALE = [2, 2.6, 3.2, 4] as const;
const LIGHT_ALPHA = [0.3, 0.42, 0.55, 0.7] as const;

/** Embers a second. */
const EMBERS = [0, 8, 26, 60] as const;

export class BoltViews {
  readonly #picture: Picture;
  readonly #particles: Particles;
  /** Whether bolts light the floor around them. */
  lights = true;

  constructor(picture: Picture, particles: Particles) {
    this.#picture = picture;
    this.#particles = particles;
  }

  /** Draws those that are to be seen; `seconds` since the last frame. */
  draw(bolts: readonly ShownBolt[], colors: Coloring, seconds: number): void {
    for (const shown of bolts) if (shown.visible) this.#drawHead(shown, colors, seconds);
  }

  #drawHead(shown: ShownBolt, colors: Coloring, seconds: number): void {
    const { x, y, level } = shown;
    const { under, over } = this.#picture;
    const color = seatColor(shown.bolt.owner, colors);
    const angle = Math.atan2(shown.dy, shown.dx);
    const halo = HALO_SCALE[level] as number;
    const core = CORE_SCALE[level] as number;
    over.add('halo', x, y, angle, halo, halo, color, HALO_ALPHA[level] as number);
    over.add(CORE[level] as string, x, y, angle, core, core, mixColor(color, 0xffffff, CORE_WHITE[level] as number), 1);
    if (level > 0) this.#particles.embers(x, y, color, EMBERS[level] as number, seconds);
    if (!this.lights) return;
    const light = LIGHT_SCALE[level] as number;
    under.add('glow', x, y, 0, light, light, color, LIGHT_ALPHA[level] as number);
  }
}
