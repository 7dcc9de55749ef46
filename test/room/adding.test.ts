// What ARCHITECTURE.md says of adding a mode and a map, done: in a copy of the project, with the files that it names and
// no others, then checked, built, and played by a real client at a real server.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { MODES } from '#shared/modes/index.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { tiledSource } from '../support/maps.ts';
import { Player } from '../support/player.ts';
import { until } from '../support/until.ts';

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGES = ['de', 'en', 'es', 'fr', 'ja', 'pt', 'zh'];
const COPIED = ['shared', 'server', 'client', 'scripts', 'test', 'package.json', 'tsconfig.json', 'vite.config.ts'];

/** Whoever stands on the plate when half a minute is over has won. */
const TOY_MODE = `// Plate: a point for every second on the plate.

import type { Mode } from '../sim/mode.ts';
import { isInZone, objective } from '../sim/objectives.ts';
import { TICK_HZ } from '../tuning.ts';

export const plate: Mode = {
  id: 'plate',
  name: 'Plate',
  teams: 0,
  scoreLimit: 3,
  unit: 'seconds',
  timeLimitTicks: 60 * TICK_HZ,
  overtimeTicks: 0,
  lacks: (map) => (map.zones.length === 1 ? undefined : 'one plate'),
  setup(world) {
    const zone = world.map.zones[0];
    if (zone) world.objectives = [objective('zone', zone.x, zone.y, { halfWidth: zone.halfWidth, halfHeight: zone.halfHeight })];
  },
  onTick(world) {
    const zone = world.objectives[0];
    if (!zone || world.tick % TICK_HZ !== 0) return;
    for (const puck of world.pucks) if (puck.active && puck.alive && isInZone(zone, puck)) puck.score++;
  },
  goal(world) {
    const zone = world.objectives[0];
    return zone && { x: zone.x, y: zone.y, intent: 'hold', radius: 40 };
  },
};
`;

function toyMap(): string {
  const source = tiledSource([
    '##############',
    '#s..........s#',
    '#............#',
    '#............#',
    '#............#',
    '#s..........s#',
    '##############',
  ]);
  source.properties = [
    { name: 'name', value: 'Tray' },
    { name: 'modes', value: 'plate' },
  ];
  const objects = source.layers[1]?.objects as object[];
  objects.push({ id: 999, type: 'hill', x: 5 * 48, y: 2 * 48, width: 4 * 48, height: 3 * 48 });
  return JSON.stringify(source);
}

/** Contents of all files below the copied folders, by path. */
function filesOf(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const top of COPIED) {
    const path = join(root, top);
    const names = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path];
    for (const name of names) if (statSync(name).isFile()) files.set(relative(root, name), readFileSync(name, 'latin1'));
  }
  return files;
}

describe('adding a mode and a map', function () {
  this.timeout(180_000);
  let copy: string;
  const run = (program: string, ...args: string[]): Promise<{ stdout: string }> =>
    promisify(execFile)(process.execPath, [join(ROOT, 'node_modules', program), ...args], { cwd: copy });

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'carom-adding-'));
    // Pictures that other tests are taking are none of ours.
    const filter = (path: string) => relative(ROOT, path) !== join('test', 'output');
    for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true, filter });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'shared/modes/plate.ts'), TOY_MODE);
    writeFileSync(join(copy, 'shared/maps/tray.tmj'), toyMap());
    const index = join(copy, 'shared/modes/index.ts');
    const text = readFileSync(index, 'utf8');
    const added = text
      .replace('import { tdm }', "import { plate } from './plate.ts';\nimport { tdm }")
      .replace(/( MODES.* = \{.*) \}/, '$1, plate }');
    assert.notEqual(added, text);
    writeFileSync(index, added);
    for (const code of LANGUAGES) {
      const texts = join(copy, `client/i18n/${code}.ts`);
      const words = "  'mode.plate.name': 'Plate',\n  'mode.plate.summary': 'Stand on the plate.',\n";
      writeFileSync(texts, readFileSync(texts, 'utf8').replace(/^ {2}'mode\.ffa\.name'/m, `${words}$&`));
    }
  });
  after(() => {
    delete MODES.plate;
    rmSync(copy, { recursive: true, force: true });
  });

  it('takes exactly the files that ARCHITECTURE.md says', () => {
    const before = filesOf(ROOT);
    const changed = [...filesOf(copy)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    const words = LANGUAGES.map((code) => `client/i18n/${code}.ts`);
    assert.deepEqual(changed.sort(), [...words, 'shared/maps/tray.tmj', 'shared/modes/index.ts', 'shared/modes/plate.ts']);
    const said = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('## Adding things')[1] ?? '';
    assert.match(said, /\*\*A mode\*\*: a file in `shared\/modes`, a line in `shared\/modes\/index\.ts`, its words in `client\/i18n`\./);
    assert.match(said, /\*\*A map\*\*: a Tiled file in `shared\/maps`/);
  });

  it('leaves types right, the maps valid and the page built with both', async () => {
    await run('typescript/bin/tsc', '--project', 'tsconfig.json');
    await promisify(execFile)(process.execPath, ['scripts/maps.ts', 'check'], { cwd: copy });
    await run('vite/bin/vite.js', 'build');
    const built = readdirSync(join(copy, 'dist/assets')).filter((name) => name.endsWith('.js'));
    assert.ok(built.some((name) => readFileSync(join(copy, 'dist/assets', name), 'utf8').includes('Stand on the plate.')));
  });

  it('gives a match that people and bots play to its end', async () => {
    MODES.plate = ((await import(join(copy, 'shared/modes/plate.ts'))) as { plate: Mode }).plate;
    const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(copy, 'data'), LOG_LEVEL: 'warn' };
    const server = spawn(process.execPath, ['server/main.ts'], { cwd: copy, env });
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
    });
    const [, url] = await until(() => /(http:\/\/127\.0\.0\.1:\d+|http:\/\/localhost:\d+)/.exec(said) ?? undefined, {
      what: `the link that the server prints`,
      timeoutMs: 60_000,
    });
    const ada = await Player.open(url as string, 'Ada', { mode: 'plate', map: 'tray', bots: 4 });
    await ada.sees('results', () => ada.session.phase === 'results', 60_000);
    const best = Math.max(...ada.session.state.pucks.map(({ score }) => score));
    assert.equal(best, 3);
    assert.equal(ada.session.objectives[0]?.kind, 'zone');
    await ada.leave();
    server.kill('SIGTERM');
    await once(server, 'exit');
  });
});
