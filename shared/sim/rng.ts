// The world's one generator: mulberry32. Its state is a uint32 in the world, so a clone continues alike.

/** Whoever holds the state of a generator. */
export interface Seeded {
  rng: number;
}

/** The next number in [0, 1); advances `holder.rng`. */
export function random(holder: Seeded): number {
  holder.rng = (holder.rng + 0x6d2b79f5) >>> 0;
  let t = holder.rng;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** An integer in [0, below). */
export function randomInt(holder: Seeded, below: number): number {
  return Math.floor(random(holder) * below);
}
