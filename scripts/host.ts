// `npm run host -- --mode ctf --map NAME --bots 4 --name TITLE --port 2567 [--private] [--password X] …`: a server with one
// standing match. Prints its link, and the link as a code for cameras. `--help` lists all options.

import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { LEVELS, type LevelId } from '#shared/bots/levels.ts';
import { MODES } from '#shared/modes/index.ts';
import { ROTATIONS, type RotationKind } from '#shared/net/hosting.ts';
import { MAX_PUCKS, MAX_SPECTATORS } from '#shared/tuning.ts';
import { links, sharedLink } from '../server/links.ts';
import { openStanding, type StandingOptions } from '../server/rooms/hostStanding.ts';
import { run } from '../server/run.ts';
import { integerOf, runScript, say, UsageError } from './support/cli.ts';

const HELP = `npm run host -- [options]

  --mode ID            ${Object.keys(MODES).join(', ')}
  --map NAME           one map; give it several times and they take turns
  --rotation KIND      how several maps take turns: ${ROTATIONS.join(', ')}
  --name TITLE         what the match is called in the list of rooms
  --bots N             seats that bots fill up to, 0 to ${MAX_PUCKS}
  --bot-level LEVEL    ${Object.keys(LEVELS).join(', ')}
  --players N          people who may play at once, 1 to ${MAX_PUCKS}
  --spectators N       people who may watch, 0 to ${MAX_SPECTATORS}
  --score-limit N      ends the match, 1 to 999
  --time-limit S       ends the match, 10 to 3600 seconds
  --friendly-fire      bolts hurt one's own team too
  --private            not listed: only for those who have the link
  --password WORD      what it takes to come in
  --code ABCDE         the same code, and so the same link, at each start
  --port N             the port to listen on`;

/** An option that must be one of a list. Throws UsageError. */
function oneOf<T extends string>(name: string, value: string, all: readonly T[]): T {
  const found = all.find((one) => one === value);
  if (!found) throw new UsageError(`--${name} ${value} is wrong: it must be one of ${all.join(', ')}`);
  return found;
}

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    mode: { type: 'string' },
    map: { type: 'string', multiple: true },
    rotation: { type: 'string' },
    name: { type: 'string' },
    bots: { type: 'string' },
    'bot-level': { type: 'string' },
    players: { type: 'string' },
    spectators: { type: 'string' },
    'score-limit': { type: 'string' },
    'time-limit': { type: 'string' },
    'friendly-fire': { type: 'boolean' },
    private: { type: 'boolean' },
    password: { type: 'string' },
    code: { type: 'string' },
    port: { type: 'string' },
  },
});

/** What was said on the command line, as the room's options. Throws UsageError. */
function readOptions(): StandingOptions {
  const { mode, map, rotation, name, password, code } = values;
  const whole = (option: 'bots' | 'players' | 'spectators' | 'score-limit' | 'time-limit', low: number, high: number) =>
    values[option] === undefined ? undefined : integerOf(option, values[option], low, high);
  const all: { [K in keyof StandingOptions]: StandingOptions[K] | undefined } = {
    mode: mode && oneOf('mode', mode, Object.keys(MODES)),
    map: map?.length === 1 ? map[0] : undefined,
    maps: map && map.length > 1 ? map : undefined,
    rotation: rotation === undefined ? undefined : oneOf<RotationKind>('rotation', rotation, ROTATIONS),
    title: name,
    bots: whole('bots', 0, MAX_PUCKS),
    botLevel: values['bot-level'] === undefined ? undefined : oneOf('bot-level', values['bot-level'], Object.keys(LEVELS) as LevelId[]),
    cap: whole('players', 1, MAX_PUCKS),
    spectators: whole('spectators', 0, MAX_SPECTATORS),
    scoreLimit: whole('score-limit', 1, 999),
    timeLimitS: whole('time-limit', 10, 3600),
    friendlyFire: values['friendly-fire'],
    private: values.private,
    password,
    code: code?.toUpperCase(),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

await runScript(async () => {
  if (values.help) {
    say(HELP);
    return;
  }
  const options = readOptions();
  await run({ ...process.env, ...(values.port ? { PORT: values.port } : {}) }, async (config, port) => {
    const code = await openStanding(options);
    const link = `${sharedLink(config, port)}?room=${code}`;
    const own = links(config, port)[0];
    return [
      `The match ${code} is open:`,
      `  ${link}`,
      ...(own && !link.startsWith(own) ? [`  ${own}?room=${code}`] : []),
      '',
      renderUnicodeCompact(link),
    ];
  });
});
