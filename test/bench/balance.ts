// How the game plays between bots, by the settings and figures of `npm run balance`, on a small sample: shares are as good as
// the count of matches is large. Which side a map favours needs hundreds of them; docs/balance.md says with which certainty.

import { addPair, allTrials, playPair } from '../../scripts/support/balance.ts';
import { aceOf, better, firstTeamOf, poolOf, trialsOf } from '../../scripts/support/balanceFigures.ts';
import { aceKills } from '../../scripts/support/balanceReport.ts';
import type { Figures } from './support/measure.ts';

export interface BalanceSettings {
  /** Matches a setting, in pairs. */
  matches: number;
  seed: number;
}

/** Figures `bots.*` and `maps.*`. */
export function benchBalance({ matches, seed }: BalanceSettings): Figures {
  const trials = allTrials();
  for (let pair = 0; pair < matches / 2; pair++) for (const trial of trials) addPair(trial, playPair(trial, seed + pair));
  const regulars = trialsOf(trials, 'regulars');
  const { banked, lifeS, parried, decided } = poolOf(regulars.map(({ total }) => total));
  const sided = regulars.filter(({ mode }) => mode.teams > 0);
  const sides = [...new Set(sided.map(({ map }) => map))].map((map) =>
    better(firstTeamOf(sided.filter((trial) => trial.map === map).map(({ total }) => total)).won),
  );
  const worst = sides.reduce((a, b) => (b.share > a.share ? b : a));
  return {
    'bots.aceVsRookie.winShare': aceOf(trialsOf(trials, 'duel')).won.share,
    'bots.aceBanked.share': aceKills(trials).share,
    'bots.regularBanked.share': banked,
    'bots.life.s.p50': lifeS,
    'bots.parried.share': parried,
    'bots.endedByScore.share': decided,
    'maps.worstTeamShare': worst.share,
    'maps.worstTeamShare.low95': Math.max(...sides.map(({ low }) => low)),
  };
}
