// `npm run sim -- --bots 6 --matches 100 --seed 1 [--map ID] [--mode ffa] [--levels ace,rookie]`: plays whole matches of
// bots without a server, as fast as they go, and prints how they went. The same arguments print the same figures. Levels
// are dealt by slot, which in modes of teams makes two of them one for each; every second match they change sides.

import { parseArgs } from 'node:util';
import { DEFAULT_LEVEL, LEVELS, type LevelId } from '#shared/bots/levels.ts';
import { modeOf } from '#shared/modes/index.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { isTied, standings, topScore } from '#shared/sim/scores.ts';
import type { World } from '#shared/sim/types.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { mapOf, maps } from '../server/maps.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';
import { MatchStats, quantile } from './support/matchStats.ts';
import { playMatch } from './support/playMatch.ts';
import { table } from './support/table.ts';

interface Settings {
  bots: number;
  matches: number;
  seed: number;
  mode: Mode;
  maps: ArenaMap[];
  levels: LevelId[];
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      bots: { type: 'string', default: '6' },
      matches: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      mode: { type: 'string', default: 'ffa' },
      map: { type: 'string' },
      levels: { type: 'string', default: DEFAULT_LEVEL },
    },
  });
  const mode = modeOf(values.mode);
  const serving = [...maps.values()].map(({ map }) => map).filter((map) => map.modes.includes(mode.id));
  const chosen = values.map === undefined ? serving : [mapOf(values.map).map];
  if (chosen.length === 0) throw new UsageError(`no map serves the mode ${mode.id}`);
  return {
    bots: integerOf('bots', values.bots, 2, MAX_PUCKS),
    matches: integerOf('matches', values.matches, 1, 1_000_000),
    seed: integerOf('seed', values.seed, 0, 2 ** 32 - 1),
    mode,
    maps: chosen,
    levels: values.levels.split(',').map(levelOf),
  };
}

function levelOf(id: string): LevelId {
  if (!Object.hasOwn(LEVELS, id)) throw new UsageError(`no level "${id}"; there are: ${Object.keys(LEVELS).join(', ')}`);
  return id as LevelId;
}

const percent = (part: number, whole: number): string => (whole > 0 ? `${((part / whole) * 100).toFixed(0)} %` : '-');
const HEADER = 'map,matches,length s,score,rounds,time,overtime,kills,L0,L1,L2,L3,banked,life s,shots/kill,parried,pickups,own,burnt'.split(
  ',',
);

function row(name: string, stats: MatchStats): string[] {
  const { kills, lives, matches, endings, parries, hits } = stats;
  return [
    name,
    String(matches),
    quantile(stats.lengths, 0.5).toFixed(0),
    ...Object.values(endings).map((count) => percent(count, matches)),
    String(kills),
    ...stats.byLevel.map((count) => percent(count, kills)),
    percent(stats.banked, kills),
    quantile(lives, 0.5).toFixed(1),
    (stats.shots / kills).toFixed(1),
    percent(parries, parries + hits),
    (stats.pickups / matches).toFixed(1),
    percent(stats.ownDeaths, lives.length),
    percent(stats.burnt, lives.length),
  ];
}

/** Who won: slots, or teams by map, since a map may favour a side. */
function winners(settings: Settings, byMap: Map<ArenaMap, MatchStats>, total: MatchStats): string[][] {
  const { mode, bots } = settings;
  const sides = mode.teams > 0 ? mode.teams : bots;
  const line = (name: string, { wins, draws }: MatchStats): string[] => [name, ...wins.slice(0, sides).map(String), String(draws)];
  const header = [mode.teams > 0 ? 'won by team' : 'won by slot', ...Array.from({ length: sides }, (_, i) => String(i)), 'draws'];
  return [header, ...(mode.teams > 0 ? [...byMap].map(([map, stats]) => line(map.id, stats)) : []), line('all', total)];
}

/** What was done for the objectives, a match. */
function deeds(byMap: Map<ArenaMap, MatchStats>, total: MatchStats): string[][] {
  const names = [...total.deeds.keys()].sort();
  const line = (name: string, stats: MatchStats): string[] => [
    name,
    ...names.map((deed) => ((stats.deeds.get(deed) ?? 0) / stats.matches).toFixed(1)),
  ];
  return names.length === 0 ? [] : [['a match', ...names], ...[...byMap].map(([map, stats]) => line(map.id, stats)), line('all', total)];
}

/** The level of whoever won, if one did. */
function winningLevel(world: World, levels: readonly LevelId[]): LevelId | undefined {
  if (isTied(world)) return undefined;
  const side = world.mode.teams > 0 ? world.teamScores.indexOf(topScore(world)) : (standings(world)[0]?.slot ?? 0);
  return levels[side % levels.length];
}

await runScript(() => {
  const settings = readSettings();
  const { levels, matches, maps: chosen, mode } = settings;
  const total = new MatchStats();
  const byMap = new Map<ArenaMap, MatchStats>();
  const byLevel = new Map<LevelId, number>(levels.map((level) => [level, 0]));
  for (let i = 0; i < matches; i++) {
    // Pairs of matches have map and seed in common and the levels on changed sides.
    const pair = Math.floor(i / levels.length);
    const map = chosen[pair % chosen.length] as ArenaMap;
    const turned = levels.map((_, side) => levels[(side + i) % levels.length] as LevelId);
    const stats = byMap.get(map) ?? new MatchStats();
    byMap.set(map, stats);
    const seed = (settings.seed + pair) >>> 0;
    const { world, record } = playMatch({ map, mode, bots: settings.bots, levels: turned, seed });
    stats.add(record);
    total.add(record);
    const level = winningLevel(world, turned);
    if (level) byLevel.set(level, (byLevel.get(level) ?? 0) + 1);
  }
  const rows = [...byMap].map(([map, stats]) => row(map.id, stats));
  say(`${matches} matches of ${mode.name}, ${settings.bots} bots (${levels.join(', ')}), seed ${settings.seed}`);
  for (const line of table([HEADER, ...rows, ...(rows.length > 1 ? [row('all', total)] : [])])) say(line);
  for (const line of table(deeds(byMap, total))) say(line);
  for (const line of table(winners(settings, byMap, total))) say(line);
  if (byLevel.size > 1) say(`won by level: ${[...byLevel].map(([level, count]) => `${level} ${count}`).join(', ')}`);
});
