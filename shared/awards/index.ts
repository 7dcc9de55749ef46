// The list of awards, and who gets which after a match. A new one is a file here and a line below.

import type { Award, Winner } from './award.ts';
import { bestReturn } from './bestReturn.ts';
import { flagRunner } from './flagRunner.ts';
import { hillHolder } from './hillHolder.ts';
import { longestBank } from './longestBank.ts';
import { mostDirect } from './mostDirect.ts';
import { mostParries } from './mostParries.ts';
import { survivor } from './survivor.ts';
import type { Feats } from './tally.ts';

/** By id, the rarest feats first. */
export const AWARDS: Record<string, Award> = { flagRunner, hillHolder, longestBank, bestReturn, mostParries, survivor, mostDirect };

/** More than this nobody reads. */
const MOST_AWARDS = 4;

export interface GivenAward extends Winner {
  id: string;
}

/** The awards of a match: four at most, one each before anybody gets a second, nobody gets a third. */
export function awardsOf(feats: readonly Feats[]): GivenAward[] {
  const given: GivenAward[] = [];
  for (const share of [1, 2]) {
    for (const award of Object.values(AWARDS)) {
      const winner = award.of(feats);
      if (!winner || given.length >= MOST_AWARDS || given.some(({ id }) => id === award.id)) continue;
      if (given.filter(({ slot }) => slot === winner.slot).length < share) given.push({ id: award.id, ...winner });
    }
  }
  return given;
}
