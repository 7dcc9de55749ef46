// `npm run sim -- --bots 6 --matches 100 --seed 1 [--map ID] [--mode ffa]`: plays whole matches of bots without a
// server, as fast as they go, and prints how they went. The same arguments print the same figures.

import { parseArgs } from 'node:util';
import { modeOf } from '#shared/modes/index.ts';
import type { ArenaMap } from '#shared/sim/map.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { MAX_PUCKS } from '#shared/tuning.ts';
import { mapOf, maps } from '../server/maps.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';
import { HeadlessMatch } from './support/headless.ts';
import { MatchStats, quantile } from './support/matchStats.ts';
import { table } from './support/table.ts';

interface Settings {
  bots: number;
  matches: number;
  seed: number;
  mode: Mode;
  maps: ArenaMap[];
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      bots: { type: 'string', default: '6' },
      matches: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      mode: { type: 'string', default: 'ffa' },
      map: { type: 'string' },
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
  };
}

/** Plays one match to its end into every one of `counts`. */
function play(map: ArenaMap, settings: Settings, seed: number, counts: MatchStats[]): void {
  const match = new HeadlessMatch({ map, mode: settings.mode, bots: settings.bots, seed });
  for (const stats of counts) stats.start(match.world);
  while (match.world.phase !== 'results') {
    match.step();
    for (const stats of counts) stats.tick(match.world);
  }
  for (const stats of counts) stats.finish(match.world);
}

const percent = (part: number, whole: number): string => (whole > 0 ? `${((part / whole) * 100).toFixed(0)} %` : '-');
const HEADER = 'map,matches,length s,at limit,kills,L0,L1,L2,L3,banked,life s,shots/kill,parries/kill,own deaths'.split(',');

function row(name: string, stats: MatchStats): string[] {
  const { kills, lives } = stats;
  return [
    name,
    String(stats.matches),
    quantile(stats.lengths, 0.5).toFixed(0),
    percent(stats.atLimit, stats.matches),
    String(kills),
    ...stats.byLevel.map((count) => percent(count, kills)),
    percent(stats.banked, kills),
    quantile(lives, 0.5).toFixed(1),
    (stats.shots / kills).toFixed(1),
    (stats.parries / kills).toFixed(2),
    percent(stats.ownDeaths, lives.length),
  ];
}

await runScript(() => {
  const settings = readSettings();
  const total = new MatchStats();
  const byMap = new Map(settings.maps.map((map) => [map, new MatchStats()]));
  for (let i = 0; i < settings.matches; i++) {
    const map = settings.maps[i % settings.maps.length] as ArenaMap;
    play(map, settings, (settings.seed + i) >>> 0, [byMap.get(map) as MatchStats, total]);
  }
  const rows = [...byMap].filter(([, stats]) => stats.matches > 0).map(([map, stats]) => row(map.id, stats));
  say(`${settings.matches} matches of ${settings.mode.name}, ${settings.bots} bots, seed ${settings.seed}`);
  for (const line of table([HEADER, ...rows, ...(rows.length > 1 ? [row('all', total)] : [])])) say(line);
  say(`won by slot: ${total.wins.slice(0, settings.bots).join(' ')}`);
});
