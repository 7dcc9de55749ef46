// From what was counted to named numbers.

import { quantile } from '../../../scripts/support/matchStats.ts';
import type { Figures } from '../support/measure.ts';
import type { Tally } from './judge.ts';
import type { Motion } from './motion.ts';

/** `name.p50` and `name.p99`; 0 where nothing was measured. */
export function spread(name: string, values: readonly number[]): Figures {
  const of = (share: number): number => (values.length === 0 ? 0 : quantile(values as number[], share));
  return { [`${name}.p50`]: of(0.5), [`${name}.p99`]: of(0.99) };
}

/** What other pucks looked like on all screens. */
export function motionFigures(motions: readonly Motion[]): Figures {
  const frames = sum(motions.map((motion) => motion.frames));
  const jumps = sum(motions.map((motion) => motion.jumps));
  return {
    ...spread(
      'remote.error',
      motions.flatMap(({ errors }) => errors),
    ),
    ...spread(
      'remote.presentError',
      motions.flatMap(({ presentErrors }) => presentErrors),
    ),
    ...spread(
      'remote.behind.ticks',
      motions.flatMap(({ behind }) => behind),
    ),
    'remote.jumpsPerMinute': frames === 0 ? 0 : jumps / (frames / FRAMES_A_MINUTE),
  };
}
const FRAMES_A_MINUTE = 3600;

/** A group's hits and shots; `prefix` goes before each name. */
export function tallyFigures(tally: Tally, prefix: string): Figures {
  const { hits, deaths, touches, shots } = tally;
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
  const figures: Figures = {
    hits,
    deaths,
    'unfairHits.share': share(tally.unfairHits, hits),
    'unfairHits.missed': tally.missed,
    'unfairHits.dodged': tally.dodged,
    'unfairHits.parried': tally.parried,
    'unfairDeaths.share': share(tally.unfairDeaths, deaths),
    'unfairHits.asDrawn.share': share(tally.asDrawnHits, hits),
    'unfairDeaths.asDrawn.share': share(tally.asDrawnDeaths, deaths),
    'lateHits.share': share(tally.lateHits, hits),
    'lateDeaths.share': share(tally.lateDeaths, deaths),
    'unseenHits.share': share(tally.unseenByVictim, hits),
    shots,
    'shots.met.share': share(tally.met, shots),
    touches,
    'agreement.share': touches === 0 ? 1 : tally.agreed / touches,
    'unseenByShooter.share': share(tally.unseenByShooter, tally.met),
    phantoms: tally.phantoms,
    ...spread('warning.ms', tally.warnings),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [prefix + name, value]));
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
