// Depths of the picture. Objects of one blend mode lie together, because each change of it costs a draw call.

export const LAYER = {
  floor: 0,
  walls: 1,
  /** Added light below the pucks: trails, glows, the aim line. */
  under: 2,
  /** Painted: bodies, bars, names. */
  pucks: 3,
  /** Added light above: pips, bolts, sparks, rings. */
  over: 4,
  /** Painted above everything: names and numbers. */
  text: 5,
} as const;
