// What a poster of a match says: read from the match once it is over.

import type { ArenaMap } from '#shared/sim/map.ts';
import { t } from '../../i18n/index.ts';
import { seatColor, teamColor } from '../../view/palette.ts';
import { awardText, awardTitle } from '../awardTexts.ts';
import type { BankShot } from '../bestBank.ts';
import { standings } from '../hud/scores.ts';
import type { Match } from '../match.ts';
import { modeName } from '../modeTexts.ts';
import { settings } from '../settings.ts';
import { teamName } from '../teams.ts';

/** Colours are 0xrrggbb. */
export interface PosterFacts {
  /** Who won, in a sentence. */
  headline: string;
  /** The winner's seat or team, -1 for none. */
  slot: number;
  team: number;
  color: number;
  /** Mode and map. */
  where: string;
  teamScores: { name: string; score: number; color: number }[];
  players: { name: string; score: number; slot: number; color: number }[];
  awards: { id: string; title: string; name: string; text: string; slot: number; color: number }[];
  map: ArenaMap;
  bank: (BankShot & { color: number; told: string }) | undefined;
}

const PLAYERS = 6;
const WHITE = 0xe8efff;

export function posterFacts(match: Match): PosterFacts {
  const { session, outcome, log } = match;
  const { state, mode, map } = session;
  const { palette } = settings.value;
  const colorOf = (slot: number): number => seatColor(slot, { palette, teams: mode.teams });
  const best = log.bank.best;
  const facts: PosterFacts = {
    headline: t('results.draw'),
    slot: -1,
    team: -1,
    color: WHITE,
    where: [modeName(mode.id), map.name].filter(Boolean).join(' · '),
    teamScores: Array.from({ length: mode.teams }, (_, team) => ({
      name: teamName(team),
      score: state.teamScores[team] ?? 0,
      color: teamColor(team, palette),
    })).sort((a, b) => b.score - a.score),
    players: standings(match)
      .slice(0, PLAYERS)
      .map(({ slot, score }) => ({ name: match.nameOf(slot), score, slot, color: colorOf(slot) })),
    awards: state.awards.map(({ id, slot, name, value }) => ({
      id,
      title: awardTitle(id),
      name,
      text: awardText(id, value),
      slot,
      color: colorOf(slot),
    })),
    map,
    bank: best && { ...best, color: colorOf(best.by), told: t('poster.bank', { name: best.name, n: best.bounces }) },
  };
  if (outcome.kind === 'draw') return facts;
  const { slot, team } = outcome.kind === 'player' ? { slot: outcome.slot, team: -1 } : { slot: -1, team: outcome.team };
  const winner = team >= 0 ? teamName(team) : match.nameOf(slot);
  const color = team >= 0 ? teamColor(team, palette) : colorOf(slot);
  return { ...facts, slot, team, color, headline: t('results.won', { name: winner }) };
}
