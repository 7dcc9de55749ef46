// Colours of seats and teams: nobody must be taken for an enemy, whatever the palette and the eyes.

import assert from 'node:assert/strict';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { type Palette, seatColor, teamColor, teamOf } from '../../client/view/palette.ts';

const PALETTES: Palette[] = ['neon', 'soft', 'contrast'];
const SEATS = Array.from({ length: MAX_PUCKS }, (_, slot) => slot);

/** How blue against yellow: the axis that the common colour deficiencies leave alone. */
function blueness(color: number): number {
  return (color & 255) - ((color >> 16) + ((color >> 8) & 255)) / 2;
}

describe('colours', () => {
  for (const palette of PALETTES) {
    it(`${palette}: each seat on its own has its own colour`, () => {
      const colors = SEATS.map((slot) => seatColor(slot, { palette, teams: 0 }));
      assert.equal(new Set(colors).size, MAX_PUCKS);
    });

    it(`${palette}: in a match of teams a seat has its team's colour`, () => {
      for (const slot of SEATS) assert.equal(seatColor(slot, { palette, teams: 2 }), teamColor(teamOf(slot, 2), palette));
    });

    it(`${palette}: teams lie far apart between blue and yellow`, () => {
      assert.ok(blueness(teamColor(0, palette)) - blueness(teamColor(1, palette)) > 150);
    });
  }

  it('without teams nobody has one', () => {
    assert.deepEqual([teamOf(0, 0), teamOf(5, 0), teamOf(4, 2), teamOf(5, 2)], [-1, -1, 0, 1]);
  });
});
