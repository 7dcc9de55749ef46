// The music's instruments, each note built from oscillators, a filter and an envelope. They work on any context, a running
// one or one that renders to a buffer, and leave nothing behind when a note has ended.

import type { Drum } from './score.ts';

/** Nothing may start or end at once: that would click. Seconds. */
const LEAST_ATTACK = 0.004;

export function hertz(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

interface Sound {
  wave: OscillatorType;
  /** Oscillators beside each other, and how far they are out of tune and apart: cents, -1 to 1. */
  detune: readonly number[];
  spread?: number;
  /** Cut-off of the low-pass in Hz at the start, and after `sweep` seconds. */
  bright: readonly [number, number];
  sweep: number;
  resonance: number;
  attack: number;
  /** Share of the loudness that stays after `decay` seconds. */
  decay: number;
  sustain: number;
  release: number;
  loud: number;
}

export const SOUNDS = {
  pad: {
    wave: 'sawtooth',
    detune: [-7, 7],
    spread: 0.7,
    bright: [420, 1150],
    sweep: 1.6,
    resonance: 0.6,
    attack: 0.5,
    decay: 1,
    sustain: 0.8,
    release: 0.7,
    loud: 0.066,
  },
  bass: {
    wave: 'sawtooth',
    detune: [0, 5],
    bright: [900, 240],
    sweep: 0.16,
    resonance: 3,
    attack: 0.006,
    decay: 0.18,
    sustain: 0.55,
    release: 0.06,
    loud: 0.165,
  },
  pulse: {
    wave: 'square',
    detune: [0],
    bright: [1900, 700],
    sweep: 0.1,
    resonance: 1.5,
    attack: 0.004,
    decay: 0.12,
    sustain: 0.25,
    release: 0.08,
    loud: 0.042,
  },
  arpeggio: {
    wave: 'triangle',
    detune: [0, 4],
    spread: 0.4,
    bright: [4200, 1600],
    sweep: 0.2,
    resonance: 0.8,
    attack: 0.004,
    decay: 0.16,
    sustain: 0.2,
    release: 0.22,
    loud: 0.09,
  },
  stinger: {
    wave: 'sawtooth',
    detune: [-5, 5],
    spread: 0.3,
    bright: [3800, 1700],
    sweep: 0.25,
    resonance: 1,
    attack: 0.006,
    decay: 0.2,
    sustain: 0.5,
    release: 0.3,
    loud: 0.3,
  },
} as const satisfies Record<string, Sound>;

/** Plays a note at a time of the context's clock, for so many seconds before its release. Returns the time of its end. */
export function playNote(out: AudioNode, name: keyof typeof SOUNDS, midi: number, at: number, seconds: number, loud = 1): number {
  const sound: Sound = SOUNDS[name];
  const { context } = out;
  const filter = new BiquadFilterNode(context, { type: 'lowpass', frequency: sound.bright[0], Q: sound.resonance });
  filter.frequency.setValueAtTime(sound.bright[0], at);
  filter.frequency.exponentialRampToValueAtTime(sound.bright[1], at + sound.sweep);
  const { gain, end } = envelope(context, at, Math.max(seconds, sound.attack), sound.loud * loud, sound);
  const sources = sound.detune.map((cents, i) => {
    const source = new OscillatorNode(context, { type: sound.wave, frequency: hertz(midi), detune: cents });
    const side = sound.detune.length > 1 ? (i * 2 - 1) * (sound.spread ?? 0) : 0;
    if (side === 0) source.connect(filter);
    else source.connect(new StereoPannerNode(context, { pan: side })).connect(filter);
    source.start(at);
    source.stop(end);
    return source;
  });
  filter.connect(gain).connect(out);
  sources[0]?.addEventListener('ended', () => gain.disconnect(), { once: true });
  return end;
}

function envelope(
  context: BaseAudioContext,
  at: number,
  seconds: number,
  loud: number,
  { attack, decay, sustain, release }: Pick<Sound, 'attack' | 'decay' | 'sustain' | 'release'>,
): { gain: GainNode; end: number } {
  const gain = new GainNode(context, { gain: 0 });
  const rise = Math.max(LEAST_ATTACK, attack);
  const off = at + seconds;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud, at + rise);
  // Towards what stays, as far as it comes until it is let go.
  const fallen = sustain + (1 - sustain) * Math.exp(-Math.max(0, seconds - rise) / decay);
  gain.gain.setTargetAtTime(loud * sustain, at + rise, decay);
  gain.gain.setValueAtTime(loud * fallen, off);
  gain.gain.linearRampToValueAtTime(0, off + release);
  return { gain, end: off + release + 0.01 };
}

const NOISE_S = 1;
const noises = new WeakMap<BaseAudioContext, AudioBuffer>();

/** White noise, the same each time. */
function noiseOf(context: BaseAudioContext): AudioBuffer {
  const known = noises.get(context);
  if (known) return known;
  const buffer = new AudioBuffer({ length: NOISE_S * context.sampleRate, sampleRate: context.sampleRate });
  const samples = buffer.getChannelData(0);
  let seed = 22222;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    samples[i] = seed / 2 ** 31;
  }
  noises.set(context, buffer);
  return buffer;
}

/** Band of the noise in Hz, its kind, seconds until it has faded, loudness. */
const HITS: Record<Exclude<Drum, 'kick'>, { type: BiquadFilterType; hz: number; seconds: number; loud: number }> = {
  clap: { type: 'bandpass', hz: 1700, seconds: 0.17, loud: 0.26 },
  hat: { type: 'highpass', hz: 7500, seconds: 0.045, loud: 0.07 },
  openHat: { type: 'highpass', hz: 6500, seconds: 0.2, loud: 0.06 },
};
const KICK = { from: 130, to: 46, sweep: 0.07, seconds: 0.26, loud: 0.42 } as const;

/** Strikes a drum at a time of the context's clock. */
export function strike(out: AudioNode, drum: Drum, at: number, loud = 1): void {
  const { context } = out;
  const { seconds, loud: usual } = drum === 'kick' ? KICK : HITS[drum];
  const peak = usual * loud;
  const struck = at + 0.002;
  const end = struck + seconds * 1.2;
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(peak, struck);
  gain.gain.setTargetAtTime(0, struck, seconds / 4);
  gain.gain.setValueAtTime(peak * Math.exp(-4), struck + seconds);
  gain.gain.linearRampToValueAtTime(0, end);
  const source = drum === 'kick' ? thump(context, at) : hiss(context, gain, HITS[drum]);
  if (drum === 'kick') source.connect(gain);
  gain.connect(out);
  source.start(at);
  source.stop(end + 0.01);
  source.addEventListener('ended', () => gain.disconnect(), { once: true });
}

function thump(context: BaseAudioContext, at: number): OscillatorNode {
  const source = new OscillatorNode(context, { type: 'sine', frequency: KICK.from });
  source.frequency.setValueAtTime(KICK.from, at);
  source.frequency.exponentialRampToValueAtTime(KICK.to, at + KICK.sweep);
  return source;
}

function hiss(context: BaseAudioContext, out: AudioNode, { type, hz }: { type: BiquadFilterType; hz: number }): AudioBufferSourceNode {
  const source = new AudioBufferSourceNode(context, { buffer: noiseOf(context), loop: true });
  source.connect(new BiquadFilterNode(context, { type, frequency: hz, Q: 0.9 })).connect(out);
  return source;
}
