// Sound for tests: the page's own, rendered in a browser without a loudspeaker, and what numbers tell of it.

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundleOf } from './bundle.ts';
import type { Scene } from './soundEntry.ts';

/** Samples a second. */
export const RATE = 44_100;

/** A page that renders scenes. */
export class Studio {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser): Promise<Studio> {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundleOf(join(import.meta.dirname, 'soundEntry.ts')) });
    return new Studio(page);
  }

  /** Both channels of a scene. */
  async render(scene: Scene): Promise<[Float32Array, Float32Array]> {
    const [left, right] = await this.#page.evaluate((wanted) => (globalThis as never as Rendering).render(wanted), scene);
    return [samplesOf(left), samplesOf(right)];
  }

  /** A scene's channels as one. */
  async mono(scene: Scene): Promise<Float32Array> {
    const [left, right] = await this.render(scene);
    return left.map((sample, i) => (sample + (right[i] as number)) / 2);
  }
}

interface Rendering {
  render(scene: Scene): Promise<[string, string]>;
}

function samplesOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The loudest sample, 0 to 1. */
export function peakOf(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** Root mean square in dB below full. */
export function loudnessOf(samples: Float32Array): number {
  return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length + 1e-12);
}

/** The loudest tenth of a second, in dB below full. */
export function loudestOf(samples: Float32Array): number {
  const part = RATE / 10;
  let most = Number.NEGATIVE_INFINITY;
  for (let from = 0; from + part <= samples.length; from += part / 4)
    most = Math.max(most, loudnessOf(samples.subarray(from, from + part)));
  return most;
}

/** The largest step from one sample to the next: a click is one that stands out. */
export function largestStep(samples: Float32Array): number {
  let most = 0;
  for (let i = 1; i < samples.length; i++) most = Math.max(most, Math.abs((samples[i] as number) - (samples[i - 1] as number)));
  return most;
}

/** Strength of each band of a spectrum, `count` samples from `from` on under a Hann window; `count` is a power of two. */
export function spectrumOf(samples: Float32Array, from: number, count: number): Float64Array {
  const real = new Float64Array(count);
  const imaginary = new Float64Array(count);
  for (let i = 0; i < count; i++) real[i] = (samples[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / count));
  transform(real, imaginary);
  return Float64Array.from({ length: count / 2 }, (_, i) => Math.hypot(real[i] as number, imaginary[i] as number));
}

/** Hz of the strongest band, finer than the bands by their neighbours. */
export function pitchOf(samples: Float32Array, from = 0, count = 8192): number {
  const bands = spectrumOf(samples, from, count);
  let best = 1;
  for (let i = 2; i < bands.length - 1; i++) if ((bands[i] as number) > (bands[best] as number)) best = i;
  const [a, b, c] = [bands[best - 1] as number, bands[best] as number, bands[best + 1] as number];
  const shift = a + c === 2 * b ? 0 : (0.5 * (a - c)) / (a - 2 * b + c);
  return ((best + shift) * RATE) / count;
}

/** Hz of the tones that stand out between two frequencies: at least a fifth as strong as the strongest. */
export function tonesOf(samples: Float32Array, from: number, count: number, lowest: number, highest: number): number[] {
  const bands = spectrumOf(samples, from, count);
  const band = (hz: number): number => Math.round((hz * count) / RATE);
  const strongest = bands.slice(band(lowest), band(highest)).reduce((most, strength) => Math.max(most, strength), 0);
  const tones: number[] = [];
  for (let i = band(lowest); i < band(highest); i++) {
    const strength = bands[i] as number;
    // Within a quarter of a tone nothing is stronger.
    const reach = Math.max(2, Math.round(i * 0.029));
    const around = bands.subarray(Math.max(0, i - reach), i + reach + 1);
    if (strength > strongest / 5 && around.every((other) => other <= strength)) tones.push((i * RATE) / count);
  }
  return tones;
}

/** Hz around which a sound's strength lies. */
export function centroidOf(samples: Float32Array, from = 0, count = 8192): number {
  const bands = spectrumOf(samples, from, count);
  let sum = 0;
  let weighted = 0;
  bands.forEach((strength, i) => {
    sum += strength;
    weighted += (strength * i * RATE) / count;
  });
  return sum > 0 ? weighted / sum : 0;
}

/** The fast Fourier transform, in place. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j] as number, real[i] as number];
      [imaginary[i], imaginary[j]] = [imaginary[j] as number, imaginary[i] as number];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < size / 2; k++) {
        const angle = (-2 * Math.PI * k) / size;
        const a = start + k;
        const b = a + size / 2;
        const re = (real[b] as number) * Math.cos(angle) - (imaginary[b] as number) * Math.sin(angle);
        const im = (real[b] as number) * Math.sin(angle) + (imaginary[b] as number) * Math.cos(angle);
        real[b] = (real[a] as number) - re;
        imaginary[b] = (imaginary[a] as number) - im;
        real[a] = (real[a] as number) + re;
        imaginary[a] = (imaginary[a] as number) + im;
      }
    }
  }
}
