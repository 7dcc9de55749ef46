import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf } from '#shared/maps/check.ts';
import { readTiled } from '#shared/maps/tiled.ts';
import { MODES } from '#shared/modes/index.ts';
import { shippedText, tiledSource } from '../support/maps.ts';

const problems = (rows: string[], modes: string): string[] => problemsOf(readTiled('drawn', JSON.stringify(tiledSource(rows, modes))));

/** Fit for all modes; mirrored. */
const FORT = [
  '################',
  '#0.....rr.....1#',
  '#...#......#...#',
  '#F..#.HHHH.#..f#',
  '#...#.HHHH.#...#',
  '#0....o..o....1#',
  '################',
];
const KNOWN = Object.keys(MODES).join(', ');
const MIRRORED = 'sides of teams must be mirrored left to right';

/** Fit too; turned by half a turn and not mirrored. */
const TURNED = [
  '################',
  '#0..B.....#...1#',
  '#0..#.....s...1#',
  '#F.....~~.....f#',
  '#0...s.....#..1#',
  '#0...#.....B..1#',
  '################',
];

const wrongs: [what: string, rows: string[], modes: string, expected: string[]][] = [
  ['no mode', FORT, '', [`property "modes": it names none; there are: ${KNOWN}`]],
  ['a mode that does not exist', FORT, 'ffa soccer', [`property "modes": no mode "soccer"; there are: ${KNOWN}`]],
  ['a mode named like a part of every object', FORT, 'constructor', [`property "modes": no mode "constructor"; there are: ${KNOWN}`]],
  [
    'flags, but not of each team',
    FORT.with(3, '#F..#.HHHH.#..F#'),
    'ffa ctf',
    [
      'property "modes": it claims ctf, which needs one flag of team 0',
      `layer "objects", tile 1,3: the flag here has no like one for the other side at 14,3: ${MIRRORED}`,
      `layer "objects", tile 14,3: the flag here has no like one for the other side at 1,3: ${MIRRORED}`,
    ],
  ],
  ['no hill for its king', TURNED, 'king', ['property "modes": it claims king, which needs a hill']],
  ['a wall on one side only', FORT.with(2, '#...#......#.#.#'), 'tdm', [`layer "tiles", tile 2,2: floor here, wall at 13,2: ${MIRRORED}`]],
  ['glass opposite a wall', FORT.with(2, '#...G......#...#'), 'tdm', [`layer "tiles", tile 4,2: glass here, wall at 11,2: ${MIRRORED}`]],
  [
    'a spawn of the wrong team',
    FORT.with(5, '#0....o..o....0#'),
    'tdm',
    [
      `layer "objects", tile 1,5: the spawn here has no like one for the other side at 14,5: ${MIRRORED}`,
      `layer "objects", tile 14,5: the spawn here has no like one for the other side at 1,5: ${MIRRORED}`,
    ],
  ],
  [
    'a pickup of another kind on the other side',
    FORT.with(5, '#0....o..h....1#'),
    'tdm',
    [
      `layer "objects", tile 9,5: the shield here has no like one for the other side at 6,5: ${MIRRORED}`,
      `layer "objects", tile 6,5: the overcharge here has no like one for the other side at 9,5: ${MIRRORED}`,
    ],
  ],
  [
    'a hill that is nearer to one side',
    FORT.with(3, '#F..#.HHH..#..f#').with(4, '#...#.HHH..#...#'),
    'king',
    [`layer "objects", tile 7,4: the hill here has no like one for the other side at 8,4: ${MIRRORED}`],
  ],
  [
    'a spawn that sees the other flag',
    FORT.with(2, '#..............#').with(3, '#F..G......G..f#').with(4, '#0..#......#..1#'),
    'ctf',
    [
      'layer "objects", tile 14,1: the spawn here sees the flag of team 0 at 1,3',
      'layer "objects", tile 1,1: the spawn here sees the flag of team 1 at 14,3',
    ],
  ],
  [
    'no wall to bank on in its middle',
    ['#'.repeat(19), ...Array.from({ length: 17 }, (_, i) => (i === 0 ? `#s${'.'.repeat(15)}s#` : `#${'.'.repeat(17)}#`)), '#'.repeat(19)],
    'ffa',
    ['layer "tiles", tile 9,9: no wall to bank on within 8 tiles'],
  ],
];

describe('the check of a map', () => {
  it('finds nothing on maps whose sides are mirrored or turned', () => {
    assert.deepEqual(problems(FORT, 'ffa tdm ctf king last'), []);
    assert.deepEqual(problems(TURNED, 'ffa tdm last'), []);
  });

  for (const [what, rows, modes, expected] of wrongs) {
    it(`finds ${what}`, () => assert.deepEqual(problems(rows, modes).sort(), expected.sort()));
  }

  it('lets sides differ where no mode has teams', () => {
    assert.deepEqual(problems(FORT.with(2, '#...#......#.#.#'), 'ffa last'), []);
  });

  it('counts bumpers as walls to bank on, seen through glass but not through a sponge', () => {
    const middle = (row: string) => [
      '#'.repeat(19),
      ...Array.from({ length: 17 }, (_, i) => (i === 0 ? `#s${'.'.repeat(15)}s#` : i === 8 ? row : `#${'.'.repeat(17)}#`)),
      '#'.repeat(19),
    ];
    assert.deepEqual(problems(middle('#...B.............#'), 'ffa'), []);
    assert.deepEqual(problems(middle('#...B...G.........#'), 'ffa'), []);
    assert.deepEqual(problems(middle('#...B...P.........#'), 'ffa'), ['layer "tiles", tile 9,9: no wall to bank on within 8 tiles']);
  });
});

describe('npm run maps -- check', function () {
  this.timeout(20_000);
  const folder = mkdtempSync(join(tmpdir(), 'carom-check-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const put = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    return join(folder, file);
  };
  const run = (args: string[], env: Record<string, string> = {}) => {
    const script = join(import.meta.dirname, '../../scripts/maps.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status, out: stdout.trimEnd().split('\n'), err: stderr };
  };

  it('ends well over the game’s maps', () => {
    const { status, out } = run(['check']);
    assert.equal(status, 0, out.join('\n'));
    assert.match(out.at(-1) as string, /^\d+ maps, 0 problems$/);
  });

  it('prints a line a problem with file, layer and tile, also of the host’s maps, and ends with code 1', () => {
    const good = put('good.tmj', shippedText('atrium'));
    const open = put('open.tmj', JSON.stringify(tiledSource(FORT.with(0, '#####.##########'), 'ffa')));
    const oneSided = put('oneSided.tmj', JSON.stringify(tiledSource(FORT.with(2, '#...#......#.#.#'), 'tdm')));
    const lines = [
      `${oneSided}: layer "tiles", tile 2,2: floor here, wall at 13,2: ${MIRRORED}`,
      `${open}: layer "tiles", tile 5,0: the border must be wall`,
    ];
    for (const { status, out } of [run(['check', folder]), run(['check', good, oneSided, open])]) {
      assert.equal(status, 1);
      assert.deepEqual(out, [...lines, '3 maps, 2 problems']);
    }
    const hosts = run(['check'], { MAPS_DIR: folder });
    assert.equal(hosts.status, 1);
    assert.deepEqual(hosts.out.slice(0, -1), lines);
  });

  it('says in a line what it does not understand', () => {
    for (const args of [[], ['chekc'], ['check', '/nowhere/at/all.tmj']]) {
      const { status, err } = run(args);
      assert.equal(status, 1);
      assert.match(err, /^(usage: npm run maps|.*no such file or folder)[^\n]*\n$/);
    }
  });
});
