import assert from 'node:assert/strict';
import { PALETTES, type PaletteName } from '../../client/ui/settings.ts';
import { seatColor, teamColor } from '../../client/view/palette.ts';
import { difference, VISIONS, type Vision } from '../support/colourVision.ts';

/** Differences to be told at a glance, and side by side. */
const AT_A_GLANCE = 20;
const TOLD = 5;
const CLEAR = 14;

/** How many seats are told apart by colour; their emblems do it for all. */
const SEATS = 8;
/** Whom a palette is made for. */
const MADE_FOR: Record<PaletteName, Vision[]> = {
  neon: ['normal'],
  soft: ['normal', 'protanopia', 'deuteranopia'],
  contrast: ['normal', 'tritanopia'],
};

function least(palette: PaletteName, vision: Vision): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < SEATS; a++) {
    for (let b = 0; b < a; b++) {
      const [one, other] = [a, b].map((slot) => seatColor(slot, { palette, teams: 0 })) as [number, number];
      least = Math.min(least, difference(one, other, vision));
    }
  }
  return least;
}

describe('simulated colour vision', () => {
  it('takes for each other what those eyes do, and nothing else', () => {
    assert.ok(difference(0x00ff00, 0xffd000, 'deuteranopia') < difference(0x00ff00, 0xffd000, 'normal') / 2);
    assert.ok(difference(0x00a0ff, 0x00b88a, 'tritanopia') < difference(0x00a0ff, 0x00b88a, 'normal') / 2);
    for (const vision of VISIONS) assert.ok(Math.abs(difference(0x000000, 0xffffff, vision) - 100) < 1, vision);
  });
});

for (const palette of PALETTES) {
  describe(`the palette ${palette}`, () => {
    for (const vision of VISIONS) {
      it(`keeps teams apart at a glance, and any two of eight players, for ${vision}`, () => {
        assert.ok(difference(teamColor(0, palette), teamColor(1, palette), vision) > AT_A_GLANCE);
        assert.ok(least(palette, vision) > (MADE_FOR[palette].includes(vision) ? CLEAR : TOLD), String(least(palette, vision)));
      });
    }
  });
}
