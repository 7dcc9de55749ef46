// docs/balance.md: the targets and whether they hold, then the settings one by one, each with the count of its matches.

import type { Trial } from './balance.ts';
import { aceOf, better, firstTeamOf, poolOf, type Share, shareOf, trialsOf } from './balanceFigures.ts';
import type { MatchStats } from './matchStats.ts';

/** Largest share of the matches that a side may win. */
const FAIR = 0.53;

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const interval = ({ share, low, high }: Share): string =>
  `${(share * 100).toFixed(1)} % (${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)})`;
const totals = (trials: readonly Trial[]): MatchStats[] => trials.map(({ total }) => total);

function markdown([header, ...rows]: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header as string[]), line((header as string[]).map(() => '---')), ...rows.map(line)].join('\n');
}

/** Trials by what `key` says of them, in their order. */
function groups(trials: readonly Trial[], key: (trial: Trial) => string): Map<string, Trial[]> {
  const found = new Map<string, Trial[]>();
  for (const trial of trials) found.set(key(trial), [...(found.get(key(trial)) ?? []), trial]);
  return found;
}

const figures = (trials: readonly Trial[]): string[] => {
  const { matches, lifeS, lengthS, banked, decided, parried } = poolOf(totals(trials));
  return [String(matches), `${lengthS.toFixed(0)} s`, `${lifeS.toFixed(1)} s`, percent(banked), percent(decided), percent(parried)];
};
const FIGURES = ['matches', 'length', 'life', 'banked', 'by score', 'parried'];

/** Of a dozen rows one is off by chance more often than one likes at two sigmas; at so many one in twenty tables has one. */
const SURE_SIGMAS = 2.9;

/** Whether a side wins too much. What is not that far from even may be chance: more matches would tell. */
function fairness({ share, count }: Share): string {
  if (share <= FAIR) return 'yes';
  return (share - 0.5) * 2 * Math.sqrt(count) > SURE_SIGMAS ? '**unfair**' : 'open: may be chance';
}

function targets(trials: readonly Trial[]): string[][] {
  const regulars = trialsOf(trials, 'regulars');
  const { matches, lifeS, banked, decided, parried } = poolOf(totals(regulars));
  const duel = aceOf(trialsOf(trials, 'duel')).won;
  const aces = aceKills(trials);
  const sides = better(firstTeamOf(totals(regulars.filter(({ mode }) => mode.teams > 0))).won);
  const row = (what: string, target: string, value: string, holds: boolean | string, count: number): string[] => [
    what,
    target,
    value,
    typeof holds === 'string' ? holds : holds ? 'yes' : '**no**',
    String(count),
  ];
  return [
    ['what', 'target', 'measured', 'holds', 'matches'],
    row('wins of the better side, all maps; each map below', 'at most 53 %', interval(sides), fairness(sides), sides.count),
    row('median life', '8 to 20 s', `${lifeS.toFixed(1)} s`, lifeS >= 8 && lifeS <= 20, matches),
    row('banked kills, regulars', 'at least 35 %', percent(banked), banked >= 0.35, matches),
    row('matches ended by score', 'at least 50 %', percent(decided), decided >= 0.5, matches),
    row('an ace beats a rookie', 'at least 90 %', interval(duel), duel.share >= 0.9, duel.count),
    row("an ace's banked kills", 'at least 45 %', percent(aces.share), aces.share >= 0.45, aceMatches(trials)),
    row('bolts caught of those that would have hit', '5 to 20 %', percent(parried), parried >= 0.05 && parried <= 0.2, matches),
  ];
}

/** Kills of aces, against rookies and among themselves. */
export function aceKills(trials: readonly Trial[]): Share {
  const duel = aceOf(trialsOf(trials, 'duel')).banked;
  const aces = totals(trialsOf(trials, 'aces'));
  const kills = aces.reduce((sum, one) => sum + one.kills, duel.count);
  return shareOf(
    aces.reduce((sum, one) => sum + one.banked, duel.share * duel.count),
    kills,
  );
}

const aceMatches = (trials: readonly Trial[]): number => poolOf(totals(trials.filter(({ contest }) => contest !== 'regulars'))).matches;

/** How many matches there are, in all and a setting. */
function counts(trials: readonly Trial[]): string {
  const each = trials.map(({ total }) => total.matches);
  const of = (some: readonly Trial[]): string => {
    const [least, most] = [Math.min(...some.map(({ total }) => total.matches)), Math.max(...some.map(({ total }) => total.matches))];
    return least === most ? String(most) : `${least} to ${most}`;
  };
  const regulars = trialsOf(trials, 'regulars');
  const sided = regulars.filter(({ mode }) => mode.teams > 0);
  const others = trials.filter((trial) => !sided.includes(trial));
  return `${each.reduce((sum, count) => sum + count, 0)} in all, ${of(sided)} a setting of teams and ${of(others)} a setting of the others`;
}

/** The whole of docs/balance.md. */
export function balanceReport(trials: readonly Trial[]): string {
  const regulars = trialsOf(trials, 'regulars');
  const modes = groups(regulars, ({ mode }) => mode.name);
  const sided = regulars.filter(({ mode }) => mode.teams > 0);
  const sides = ([name, some]: [string, Trial[]]): string[] => {
    const { won, points } = firstTeamOf(totals(some));
    return [name, String(won.count), interval(better(won)), interval(better(points)), fairness(better(won))];
  };
  const SIDES = ['matches', 'wins of the better side', 'its points', 'verdict'];
  return `# Balance

Written by \`npm run balance\`: matches of bots, in pairs with a seed in common and the sides swapped; ${counts(trials)}.
A run of the same folder goes on where it stood, up to \`--matches\` a setting. The numbers that were turned until this held are in
\`shared/tuning.ts\` and \`shared/bots/levels.ts\`. Ranges in brackets hold the true share with 95 %: with few
matches they are wide, and a map whose range includes 50 % is not shown to favour anybody. "By score" are the matches that
were played to their score or through their rounds, not cut off by the clock. "Parried" are the bolts that were caught, of those that
would have hit. Small maps are played by 4 bots, medium ones by 6, large ones by 10.

## Targets
${markdown(targets(trials))}

## Modes, between regulars
${markdown([['mode', ...FIGURES], ...[...modes].map(([name, some]) => [name, ...figures(some)])])}

## Sides, by map
Points tell more than wins of the same number of matches: every one of them counts.

${markdown([['map', ...SIDES], ...[...groups(sided, ({ map }) => map.name)].map(sides)])}

${markdown([['mode', ...SIDES], ...[...groups(sided, ({ mode }) => mode.name)].map(sides)])}

## Settings, between regulars
${markdown([['mode', 'map', 'bots', ...FIGURES], ...regulars.map((trial) => [trial.mode.name, trial.map.name, String(trial.bots), ...figures([trial])])])}

## Aces
${markdown([
  ['setting', 'map', ...FIGURES, 'matches won by the ace'],
  ...trialsOf(trials, 'duel').map((trial) => ['ace and rookie', trial.map.name, ...figures([trial]), percent(aceOf([trial]).won.share)]),
  ...trialsOf(trials, 'aces').map((trial) => ['aces', trial.map.name, ...figures([trial]), '']),
])}
`;
}
