// Colours of the seats and of the teams, in three palettes: the first for the most brilliant picture, the others chosen
// so that neighbours differ in lightness too, which every kind of colour vision sees.

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
    0x22e6ff, 0xff2bd6, 0xffe14a, 0x6dff3c, 0xff8a1f, 0x9d6bff, 0xff3b5c, 0x9fc4ff, 0x1fffb0, 0xffb3e6, 0xc8ff2e, 0x4d7dff, 0xffc9a3,
    0xd94dff, 0x7fe0c8, 0xfff3b8,
  ],
  soft: [
    0x56b4e9, 0xe69f00, 0x2fd6a0, 0xf0e442, 0xcc79a7, 0x5b8cff, 0xff7a3d, 0xc9d6ff, 0x8fd3ff, 0xffcf70, 0x9af0cf, 0xfff7a8, 0xf3b6d6,
    0xa9c1ff, 0xffb693, 0xffffff,
  ],
  contrast: [
    0x00b7ff, 0xffc400, 0xffffff, 0xff5a36, 0x7a8cff, 0xfff27a, 0x9fe8ff, 0xff9e80, 0x4f7bff, 0xffdd9e, 0xd5e3ff, 0xff7fa8, 0x66d9c8,
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
