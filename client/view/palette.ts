// Colours of the seats and of the teams, in three palettes: the first for the most brilliant picture, the second for eyes
// that take red for green, the third for those that take blue for yellow. The first eight seats of each were searched for
// so that any two of them differ for those eyes as far as possible (test/ui/palettes.test.ts); emblems tell the rest.

import { seatTeam } from '#shared/sim/scores.ts';

export type Palette = 'neon' | 'soft' | 'contrast';

/** What a seat's colour depends on besides the seat: with teams it is the team's. */
export interface Coloring {
  palette: Palette;
  /** Of the match that is shown; 0 for every puck on its own. */
  teams: number;
}

const PALETTES: Record<Palette, readonly number[]> = {
  neon: [
    0x22e6ff, 0xff81ad, 0xf7ff0f, 0x33eb00, 0xf915b5, 0xb42aff, 0xff0033, 0xa198ff, 0x1fffb0, 0xffb3e6, 0xc8ff2e, 0x4d7dff, 0xffc9a3,
    0xd94dff, 0x7fe0c8, 0xfff3b8,
  ],
  soft: [
    0x8e92ff, 0xe39512, 0xffffff, 0x85ff00, 0xe3639e, 0x9f1ae6, 0xe11319, 0xf8bbcf, 0x8fd3ff, 0xffcf70, 0x9af0cf, 0xfff7a8, 0xf3b6d6,
    0xa9c1ff, 0xffb693, 0xd8e0ff,
  ],
  contrast: [
    0x5e73fe, 0xe9c100, 0x52ffe6, 0xe3234e, 0x9724e2, 0xfcff68, 0x99bbe1, 0xce6ce1, 0x4f7bff, 0xffdd9e, 0xd5e3ff, 0xff7fa8, 0x66d9c8,
    0xe8ff8f, 0xb79dff, 0xffd0c2,
  ],
};

/** Blue and orange, which no common deficiency takes for each other. */
const TEAM_COLORS: Record<Palette, readonly number[]> = {
  neon: [0x22c4ff, 0xff7a1a],
  soft: [0x56b4e9, 0xe69f00],
  contrast: [0x3f9bff, 0xffc400],
};

/** A seat's colour, 0xrrggbb. */
export function seatColor(slot: number, { palette, teams }: Coloring): number {
  if (teams > 0) return teamColor(teamOf(slot, teams), palette);
  const colors = PALETTES[palette];
  return colors[slot % colors.length] as number;
}

/** A team's colour, 0xrrggbb; of nobody's white. */
export function teamColor(team: number, palette: Palette): number {
  return TEAM_COLORS[palette][team] ?? 0xffffff;
}

/** A seat's team, -1 without teams. */
export function teamOf(slot: number, teams: number): number {
  return teams > 0 ? seatTeam(slot, teams) : -1;
}

/** A colour as CSS. */
export function cssColor(color: number, alpha = 1): string {
  return `rgba(${color >> 16},${(color >> 8) & 255},${color & 255},${alpha})`;
}

/** A colour between two, `share` 0 to 1. */
export function mixColor(from: number, to: number, share: number): number {
  return mixPart(from, to, share, 16) | mixPart(from, to, share, 8) | mixPart(from, to, share, 0);
}

function mixPart(from: number, to: number, share: number, shift: number): number {
  return Math.round(((from >> shift) & 255) * (1 - share) + ((to >> shift) & 255) * share) << shift;
}
