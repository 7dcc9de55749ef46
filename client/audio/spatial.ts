// How a sound is heard from a place: its side, its loudness, and how dull it is far away.

/** Units at which a sound has half its loudness, and at which it is fully at one side. */
const HALF_AT = 600;
const SIDE_AT = 900;
/** Not more than this: a sound in one ear only is unpleasant. */
const MOST_SIDE = 0.8;
/** Up to so many units a sound is bright; from there on its highest tones halve each so many units. */
const BRIGHT_UNTIL = 450;
const DULL_HALF = 420;
const BRIGHTEST = 18_000;
const DULLEST = 700;

export interface Heard {
  gain: number;
  /** -1 left to 1 right. */
  pan: number;
  /** Hz; undefined when nothing is to be cut off. */
  cutoff: number | undefined;
}

/** What is heard of a sound that is `dx`, `dy` units away, to the right and below. */
export function heardFrom(dx: number, dy: number): Heard {
  const distance = Math.hypot(dx, dy);
  const cutoff = Math.max(DULLEST, BRIGHTEST * 2 ** (-(distance - BRIGHT_UNTIL) / DULL_HALF));
  return {
    gain: 1 / (1 + (distance / HALF_AT) ** 2),
    pan: Math.max(-1, Math.min(1, dx / SIDE_AT)) * MOST_SIDE,
    cutoff: distance <= BRIGHT_UNTIL ? undefined : cutoff,
  };
}
