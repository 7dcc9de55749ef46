// One sign per seat and one rim per team, so that colour is never the only cue: outlines as SVG paths in a box of -10 to
// 10, used by the canvas art and by the HUD alike.

const PATHS = [
  'M0-9L8.5 6.5H-8.5Z',
  'M0-9.5L8 0 0 9.5-8 0Z',
  'M7.5 0A7.5 7.5 0 1 1-7.5 0A7.5 7.5 0 1 1 7.5 0Z',
  'M0-9.5L2.7-3.5 9-2.9 4.3 1.3 5.7 7.7 0 4.4-5.7 7.7-4.3 1.3-9-2.9-2.7-3.5Z',
  'M-7-7L7 7M7-7L-7 7',
  'M0-9.2L8 -4.6V4.6L0 9.2-8 4.6V-4.6Z',
  'M-8 0L0-8 8 0M-8 8L0 0 8 8',
  'M0-9V9M-9 0H9',
  'M-7-7H7V7H-7Z',
  'M0 9L-8.5-6.5H8.5Z',
  'M3.5-9.5L-5.5 1.5H1L-3.5 9.5 5.5-1.5H-1Z',
  'M3.5-8.6A9 9 0 1 0 3.5 8.6A10.5 10.5 0 0 1 3.5-8.6Z',
  'M-7-8.5H7L-7 8.5H7Z',
  'M-7-6V6M0-9V9M7-6V6',
  'M0-9V9M-8-4.5L8 4.5M8-4.5L-8 4.5',
  'M0 8.5L-7.4 1A4.7 4.7 0 0 1 0-4.6A4.7 4.7 0 0 1 7.4 1Z',
] as const;

/** The sign of a seat. */
export function emblemPath(slot: number): string {
  return PATHS[slot % PATHS.length] as string;
}

const RIMS = ['M9.5 0A9.5 9.5 0 1 1-9.5 0A9.5 9.5 0 1 1 9.5 0Z', 'M-8.5-8.5H8.5V8.5H-8.5Z'] as const;

/** The shape of a team's rim. */
export function rimPath(team: number): string {
  return RIMS[team] ?? RIMS[0];
}
