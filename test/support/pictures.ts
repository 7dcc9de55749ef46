// Compares pictures the way people do: browsers smooth edges and letters a little differently, and that must not matter;
// a missing glow or another colour must.

import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A picture file's pixels; `shrink` averages so many by so many into one. */
export async function pixelsOf(file: Buffer | string, shrink = 1): Promise<Pixels> {
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const size = { width: Math.round(width / shrink), height: Math.round(height / shrink) };
  const { data } = await sharp(file)
    .resize({ ...size, kernel: 'linear', fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.length), ...size };
}

/** How many pixels differ at all. */
export async function differing(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([pixelsOf(a), pixelsOf(b)]);
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let i = 0; i < one.data.length; i += 4) {
    if ([0, 1, 2, 3].some((part) => one.data[i + part] !== other.data[i + part])) count++;
  }
  return count;
}

/** Pixels are compared at this share of the size: what is finer is a matter of smoothing. */
const SHRINK = 4;
/** Of pixelmatch: a smaller difference of colours (0 to 1) is none. */
const THRESHOLD = 0.06;

/** Share of a picture, 0 to 1, that a person would call different. */
export async function seenDifference(a: Buffer | string, b: Buffer | string): Promise<number> {
  const [one, other] = await Promise.all([pixelsOf(a, SHRINK), pixelsOf(b, SHRINK)]);
  if (one.width !== other.width || one.height !== other.height) return 1;
  const { width, height } = one;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: THRESHOLD, includeAA: true }) / (width * height);
}
