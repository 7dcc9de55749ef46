// A sign for each award, drawn for this page: lines on a field of 24 by 24.

const PATHS: Record<string, string> = {
  longestBank: 'M2 19L8 5l5 14 4-9M17 10l5-3M17 10l-1-5.5',
  bestReturn: 'M4 12a8 8 0 1 0 3-6.2M7 2v4.5h4.5',
  flagRunner: 'M6 22V3M6 4h13l-4 4.5 4 4.5H6',
  hillHolder: 'M4 19h16M4.5 16L3 7l5 3.5L12 4l4 6.5L21 7l-1.5 9z',
  survivor: 'M12 20.500C5 15 2.5 11.5 3.5 8c1-3.5 6-4 8.5 0 2.5-4 7.5-3.5 8.5 0 1 3.5-1.5 7-8.5 12.500z',
  mostDirect: 'M2.5 12H21M15 6l6 6-6 6',
  mostParries: 'M12 2.500l8 3v6c0 5-3.5 8.5-8 10-4.5-1.5-8-5-8-10v-6z',
};
const OTHER = 'M12 3l2.8 5.7 6.2.9-4.5 4.4 1 6.2-5.5-2.9-5.5 2.9 1-6.200L3 9.600l6.2-.9z';

/** The lines of an award's sign, as an SVG path. */
export const awardIcon = (id: string): string => (Object.hasOwn(PATHS, id) ? (PATHS[id] as string) : OTHER);
