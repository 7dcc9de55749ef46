// Depths of the picture. Objects of one blend mode lie together, because each change of it costs a draw call.

export const LAYER = {
  floor: 0,
  walls: 1,
  /** Painted on the floor: plates, zones, danger. */
  marks: 2,
  /** Added light below the pucks: trails, glows, the aim line. */
  under: 3,
  /** Painted: bodies, bars, names. */
  pucks: 4,
  /** Added light above: pips, bolts, sparks, rings. */
  over: 5,
  /** Painted above everything: names and numbers. */
  text: 6,
} as const;
