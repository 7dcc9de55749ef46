// The effects, each described by zzfx's numbers and the peak that it is brought to. Those with a pitch are in the music's key.

import { ZZFX } from 'zzfx';

/** Of zzfx: shape 0 sine, 1 triangle, 2 saw, 3 tangent, 4 noise, 5 square. Gaps take its defaults. */
interface Recipe {
  hz: number;
  /** Seconds. */
  attack?: number;
  hold?: number;
  fade: number;
  shape?: number;
  curve?: number;
  slide?: number;
  slideMore?: number;
  /** Hz of a step, and seconds until it. */
  jump?: number;
  jumpAt?: number;
  repeat?: number;
  noise?: number;
  modulation?: number;
  crush?: number;
  echo?: number;
  sustain?: number;
  decay?: number;
  tremolo?: number;
  /** Hz above which it is cut off. */
  below?: number;
  /** Loudest sample, 0 to 1. */
  peak: number;
}

/** Hz by level: D, A, D, A, a fifth or a fourth up with each bounce. */
const BY_LEVEL = [294, 440, 587, 880] as const;

/** A bounce that counts: a string that is struck harder, higher and brighter each time. */
const bounce = (level: 0 | 1 | 2 | 3): Recipe => ({
  hz: (BY_LEVEL[level] * 2) / 3,
  fade: 0.16 + 0.05 * level,
  shape: level >= 2 ? 2 : 1,
  jump: BY_LEVEL[level] / 3,
  jumpAt: 0.018,
  below: 2400 + 1500 * level,
  peak: 0.42 + 0.14 * level,
});

const RECIPES = {
  shot: { hz: 587, hold: 0.01, fade: 0.11, shape: 2, curve: 1.6, slide: -7, noise: 0.25, below: 4200, peak: 0.62 },
  bounce0: bounce(0),
  bounce1: bounce(1),
  bounce2: bounce(2),
  bounce3: bounce(3),
  clink: { hz: 180, fade: 0.05, shape: 4, below: 2600, peak: 0.2 },
  bumper: { hz: 220, hold: 0.02, fade: 0.24, shape: 1, curve: 1.4, slide: 9, slideMore: -0.5, modulation: 9, peak: 0.6 },
  kicked: { hz: 110, hold: 0.03, fade: 0.2, shape: 1, slide: 6, peak: 0.6 },
  glass: { hz: 2349, fade: 0.14, shape: 0, jump: 1175, jumpAt: 0.03, peak: 0.22 },
  sponge: { hz: 140, attack: 0.008, hold: 0.02, fade: 0.12, shape: 4, slide: -1, below: 500, peak: 0.45 },
  hit: { hz: 150, hold: 0.03, fade: 0.15, shape: 4, curve: 1.2, slide: -2, noise: 0.6, below: 2200, peak: 0.88 },
  hitGiven: { hz: 1175, fade: 0.08, shape: 1, curve: 1.5, jump: 587, jumpAt: 0.02, peak: 0.58 },
  hitTaken: { hz: 98, hold: 0.05, fade: 0.22, shape: 3, curve: 1.4, slide: -1.2, noise: 0.4, below: 1300, peak: 0.85 },
  block: { hz: 294, hold: 0.02, fade: 0.2, shape: 0, curve: 0.7, modulation: 14, peak: 0.42 },
  kill: { hz: 95, hold: 0.07, fade: 0.38, shape: 3, curve: 1.6, slide: -1.5, noise: 1, crush: 0.08, below: 2400, peak: 0.6 },
  killGiven: { hz: 294, hold: 0.16, fade: 0.4, shape: 2, curve: 1.3, jump: 146, jumpAt: 0.07, repeat: 0.15, below: 3600, peak: 0.62 },
  death: { hz: 147, hold: 0.12, fade: 0.75, shape: 3, curve: 1.5, slide: -0.6, noise: 0.7, crush: 0.12, below: 1500, peak: 0.9 },
  parry: { hz: 1175, hold: 0.02, fade: 0.5, shape: 0, curve: 0.8, jump: 587, jumpAt: 0.04, echo: 0.07, peak: 0.7 },
  dash: { hz: 196, attack: 0.02, hold: 0.04, fade: 0.16, shape: 4, curve: 0.6, slide: 5, below: 1800, peak: 0.42 },
  repair: { hz: 440, attack: 0.01, hold: 0.16, fade: 0.28, shape: 0, jump: 147, jumpAt: 0.07, peak: 0.4 },
  overcharge: {
    hz: 147,
    attack: 0.02,
    hold: 0.1,
    fade: 0.3,
    shape: 2,
    slide: 5,
    curve: 1.3,
    tremolo: 0.4,
    repeat: 0.06,
    below: 3000,
    peak: 0.55,
  },
  shield: { hz: 349, attack: 0.04, hold: 0.14, fade: 0.36, shape: 1, modulation: 5, jump: 174, jumpAt: 0.12, peak: 0.5 },
  dashBack: { hz: 880, attack: 0.005, fade: 0.1, shape: 0, jump: 294, jumpAt: 0.045, peak: 0.22 },
  energyBack: { hz: 587, attack: 0.005, fade: 0.09, shape: 1, peak: 0.22 },
  lowHealth: { hz: 73, hold: 0.04, fade: 0.16, shape: 0, curve: 0.6, slide: -0.4, peak: 0.5 },
  burn: { hz: 90, attack: 0.02, hold: 0.06, fade: 0.16, shape: 4, below: 900, peak: 0.5 },
  respawn: { hz: 220, attack: 0.05, hold: 0.1, fade: 0.3, shape: 1, slide: 4, slideMore: -0.1, peak: 0.5 },
  spawn: { hz: 330, attack: 0.03, hold: 0.05, fade: 0.18, shape: 0, slide: 3, peak: 0.3 },
  closing: { hz: 73, attack: 0.15, hold: 0.4, fade: 0.6, shape: 2, curve: 1.2, tremolo: 0.5, repeat: 0.2, below: 900, peak: 0.6 },
  vote: { hz: 587, attack: 0.005, hold: 0.03, fade: 0.12, shape: 1, jump: 293, jumpAt: 0.05, peak: 0.4 },
  emote: { hz: 698, attack: 0.005, hold: 0.05, fade: 0.14, shape: 0, jump: 182, jumpAt: 0.06, peak: 0.4 },
  chat: { hz: 880, attack: 0.005, hold: 0.02, fade: 0.1, shape: 0, peak: 0.32 },
  move: { hz: 440, attack: 0.003, fade: 0.045, shape: 1, peak: 0.16 },
  pick: { hz: 587, attack: 0.003, hold: 0.02, fade: 0.1, shape: 1, jump: 293, jumpAt: 0.03, peak: 0.3 },
} as const satisfies Record<string, Recipe>;

export type EffectName = keyof typeof RECIPES;
export const EFFECT_NAMES = Object.keys(RECIPES) as EffectName[];

/** An effect's samples, 44,100 a second. */
export function effectSamples(name: EffectName): Float32Array<ArrayBuffer> {
  const r: Recipe = RECIPES[name];
  // Its filter is a low-pass when negative, at twice the number.
  const numbers = [
    ...[1, 0, r.hz, r.attack, r.hold, r.fade, r.shape, r.curve, r.slide, r.slideMore, r.jump, r.jumpAt],
    ...[r.repeat, r.noise, r.modulation, r.crush, r.echo, r.sustain, r.decay, r.tremolo, -(r.below ?? 0) / 2],
  ];
  const samples = Float32Array.from(ZZFX.buildSamples(...numbers));
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const share = loudest > 0 ? r.peak / loudest : 0;
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * share;
  return samples;
}

/** Effects as buffers, each built when it is first needed. */
export class EffectBuffers {
  readonly #buffers = new Map<EffectName, AudioBuffer>();

  get(name: EffectName): AudioBuffer {
    const known = this.#buffers.get(name);
    if (known) return known;
    const samples = effectSamples(name);
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: ZZFX.sampleRate });
    buffer.copyToChannel(samples, 0);
    this.#buffers.set(name, buffer);
    return buffer;
  }

  /** Whether it is built already. */
  has(name: EffectName): boolean {
    return this.#buffers.has(name);
  }
}
