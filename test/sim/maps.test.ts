import assert from 'node:assert/strict';
import { MapError, readTiledMap } from '#shared/maps/tiled.ts';
import { BUMPER, FLOOR, GLASS, hasLineOfSight, SLICK, SPONGE, stopsPucks, WALL } from '#shared/sim/map.ts';
import { drawnMap, hall, type TiledSource, tiledSource } from '../support/maps.ts';

const GOOD = ['########', '#s.....#', '#......#', '#...#..#', '#.....s#', '########'];

/** Everything that a map may hold. */
const FULL = ['##########', '#0..GG..1#', '#F.rPPh.f#', '#..BBBBo.#', '#.HHH~~~.#', '#0HHH~~~1#', '##########'];

/** The first tile layer's data, to spoil. */
const tilesOf = (source: TiledSource) => source.layers[0] as { data: number[]; width: number };
const objectsOf = (source: TiledSource) =>
  (source.layers[1] as { objects: { x: number; y: number; type: string; properties?: unknown }[] }).objects;

const wrongs: [what: string, spoil: (source: TiledSource) => void, message: RegExp][] = [
  [
    'an open border',
    (s) => {
      tilesOf(s).data[3] = 1;
    },
    /^map bad: layer "tiles", tile 3,0: the border must be wall$/,
  ],
  [
    'an empty cell in the border',
    (s) => {
      tilesOf(s).data[8 * 2] = 0;
    },
    /^map bad: layer "tiles", tile 0,2: the border must be wall$/,
  ],
  [
    'an unknown tile',
    (s) => {
      tilesOf(s).data[8 * 2 + 3] = 7;
    },
    /^map bad: layer "tiles", tile 3,2: unknown tile 7$/,
  ],
  [
    'a tile flipped in Tiled',
    (s) => {
      tilesOf(s).data[8 * 2 + 3] = 0x80000002;
    },
    /tile 3,2: unknown tile 2147483650/,
  ],
  [
    'a spawn inside a wall',
    (s) => {
      Object.assign(objectsOf(s)[1] as object, { x: 4 * 48 + 1, y: 3 * 48 + 1 });
    },
    /layer "objects", object \d+: spawn inside the wall at tile 4,3/,
  ],
  [
    'a spawn outside the map',
    (s) => {
      Object.assign(objectsOf(s)[1] as object, { x: -500, y: 1e9 });
    },
    /layer "objects", object \d+: spawn inside the wall/,
  ],
  [
    'one spawn only',
    (s) => {
      objectsOf(s).pop();
    },
    /layer "objects": at least 2 spawns are needed, it has 1/,
  ],
  [
    'an object of an unknown type',
    (s) => {
      Object.assign(objectsOf(s)[0] as object, { type: 'tree' });
    },
    /layer "objects", object 9: unknown type "tree"/,
  ],
  [
    'a team that is none',
    (s) => {
      Object.assign(objectsOf(s)[0] as object, { properties: [{ name: 'team', value: 5 }] });
    },
    /object 9: team must be -1, 0 or 1/,
  ],
  [
    'a layer of another size',
    (s) => {
      tilesOf(s).data.pop();
    },
    /layer "tiles" must be 8 x 6 tiles/,
  ],
  [
    'a layer of another width',
    (s) => {
      tilesOf(s).width = 9;
    },
    /layer "tiles" must be 8 x 6 tiles/,
  ],
  [
    'two tile layers',
    (s) => {
      s.layers.push({ ...s.layers[0] });
    },
    /one tile layer and one object layer are needed, it has 2 and 1/,
  ],
  [
    'no object layer',
    (s) => {
      s.layers.pop();
    },
    /it has 1 and 0/,
  ],
  [
    'tiles of another size',
    (s) => {
      s.tilewidth = 32;
    },
    /tilewidth/,
  ],
  [
    'an isometric map',
    (s) => {
      s.orientation = 'isometric';
    },
    /orientation/,
  ],
  [
    'an infinite map',
    (s) => {
      s.infinite = true;
    },
    /infinite/,
  ],
  [
    'a map that is too large',
    (s) => {
      s.width = 85;
    },
    /width/,
  ],
  [
    'a map that is too small',
    (s) => {
      s.height = 5;
    },
    /height/,
  ],
  [
    'compressed layers',
    (s) => {
      Object.assign(tilesOf(s), { data: 'H4sIAAAAAA' });
    },
    /layers.*data|data.*layers/,
  ],
  [
    'two tilesets',
    (s) => {
      s.tilesets.push({ firstgid: 3 });
    },
    /tilesets/,
  ],
];

/** A hill as drawn in Tiled. */
const hill = (x: number, y: number, width: number, height: number) => ({ id: 99, type: 'hill', x, y, width, height });

/** Objects that are added, and what is said of them. */
const objections: [what: string, added: object, message: RegExp][] = [
  ['a flag of no team', { id: 99, type: 'flag', x: 100, y: 100 }, /layer "objects", object 99: team must be 0 or 1$/],
  ['a flag of a third team', { id: 99, type: 'flag', x: 100, y: 100, properties: [{ name: 'team', value: 2 }] }, /team must be 0 or 1$/],
  ['a team that is a word', { id: 99, type: 'spawn', x: 100, y: 100, properties: [{ name: 'team', value: 'red' }] }, /must be -1, 0 or 1$/],
  ['a pickup inside a wall', { id: 99, type: 'repair', x: 4 * 48, y: 3 * 48 }, /object 99: repair inside the wall at tile 4,3$/],
  ['an object named like a part of every object', { id: 99, type: 'toString', x: 100, y: 100 }, /object 99: unknown type "toString"$/],
  ['a hill of one tile', hill(96, 96, 40, 96), /object 99: a hill must be at least 2 x 2 tiles$/],
  ['a hill that is a point', hill(100, 100, 0, 0), /a hill must be at least 2 x 2 tiles$/],
  ['a hill beyond the map', hill(96, 96, 400, 96), /object 99: the hill reaches beyond the map$/],
  ['a hill before the map', hill(-10, 96, 100, 96), /the hill reaches beyond the map$/],
];

/** What lies behind the wall, and how it is called. */
const islands: [what: string, rows: string[], message: RegExp][] = [
  [
    'spawn',
    ['########', '#s..#..#', '#...#..#', '#...#..#', '#.s.#.s#', '########'],
    /layer "objects": the spawn at tile 6,4 cannot be reached$/,
  ],
  ['flag', ['########', '#s..#..#', '#...#..#', '#...#F.#', '#.s.#..#', '########'], /the flag at tile 5,3 cannot be reached$/],
  ['pickup', ['########', '#s..G..#', '#...P..#', '#...B.r#', '#.s.#..#', '########'], /the pickup at tile 6,3 cannot be reached$/],
  ['hill', ['########', '#s..#..#', '#...#HH#', '#...#HH#', '#.s.#..#', '########'], /the hill at tile 6,3 cannot be reached$/],
];

describe('a map with', () => {
  for (const [what, spoil, message] of wrongs) {
    it(`${what} is refused with the file, the layer and the place`, () => {
      const source = tiledSource(GOOD);
      spoil(source);
      assert.throws(
        () => readTiledMap('bad', JSON.stringify(source)),
        (error) => {
          assert.ok(error instanceof MapError);
          assert.match(error.message, message);
          assert.match(error.message, /^map bad: /);
          assert.ok(!error.message.includes('\n'), 'one line');
          return true;
        },
      );
    });
  }

  for (const [what, added, message] of objections) {
    it(`${what} is refused with the layer and the object`, () => {
      const source = tiledSource(GOOD);
      objectsOf(source).push(added as never);
      assert.throws(() => readTiledMap('bad', JSON.stringify(source)), message);
    });
  }

  for (const [what, rows, message] of islands) {
    it(`a ${what} that cannot be reached is refused with its tile`, () => assert.throws(() => drawnMap(rows), message));
  }

  it('a way that is only diagonal is refused: no puck fits through', () => {
    const rows = ['########', '#s.#...#', '#..#...#', '###....#', '#.....s#', '########'];
    assert.throws(() => drawnMap(rows), /cannot be reached/);
  });

  for (const text of ['', '{', 'null', '[]', '"map"', '{"type":"map"}', '<?xml version="1.0"?>']) {
    it(`the text ${JSON.stringify(text)} is refused as such`, () => {
      assert.throws(
        () => readTiledMap('bad', text),
        (error) => error instanceof MapError && /^map bad: /.test(error.message),
      );
    });
  }
});

describe('a good map', () => {
  it('has its walls, spawns in the middle of their tiles, and a name', () => {
    const map = drawnMap(GOOD);
    assert.deepEqual([map.cols, map.rows, map.name], [8, 6, 'Test']);
    assert.ok(stopsPucks(map, 4, 3) && !stopsPucks(map, 3, 3) && stopsPucks(map, -1, 2) && stopsPucks(map, 8, 2));
    assert.deepEqual(map.spawns, [
      { x: 72, y: 72, team: -1 },
      { x: 6 * 48 + 24, y: 4 * 48 + 24, team: -1 },
    ]);
  });

  it('has another digest with a wall, a spawn or a team moved, and the same one when read again', () => {
    const variants = [GOOD, GOOD.with(2, '#.#....#'), GOOD.with(2, '#...s..#'), GOOD.with(1, '#0.....#'), GOOD.with(1, '#1.....#')];
    const digests = variants.map((rows) => drawnMap(rows).hash);
    assert.equal(new Set(digests).size, variants.length);
    assert.deepEqual(
      variants.map((rows) => drawnMap(rows).hash),
      digests,
    );
  });

  it('has all six kinds of tiles by their place in the tileset', () => {
    const { tiles, cols } = drawnMap(FULL);
    const at = (col: number, row: number) => tiles[row * cols + col];
    assert.deepEqual([at(2, 1), at(0, 0), at(4, 1), at(4, 2), at(3, 3), at(5, 4)], [FLOOR, WALL, GLASS, SPONGE, BUMPER, SLICK]);
  });

  it('has flags with their teams, pickups with their kinds, and hills as rectangles of whole tiles', () => {
    const map = drawnMap(FULL);
    const place = (col: number, row: number) => ({ x: col * 48 + 24, y: row * 48 + 24 });
    assert.deepEqual(map.flags, [
      { ...place(1, 2), team: 0 },
      { ...place(8, 2), team: 1 },
    ]);
    assert.deepEqual(
      map.pickups.map(({ x, y, kind }) => ({ x, y, kind: kind.id })),
      [
        { ...place(3, 2), kind: 'repair' },
        { ...place(6, 2), kind: 'shield' },
        { ...place(7, 3), kind: 'overcharge' },
      ],
    );
    assert.deepEqual(map.zones, [{ x: 3.5 * 48, y: 5 * 48, halfWidth: 1.5 * 48, halfHeight: 48 }]);
    assert.deepEqual(
      map.spawns.map(({ team }) => team),
      [0, 1, 0, 1],
    );
  });

  it('widens a hill that was drawn by hand to whole tiles', () => {
    const source = tiledSource(GOOD);
    objectsOf(source).push(hill(2 * 48 + 10, 2 * 48 + 47, 50, 20));
    const { zones } = readTiledMap('drawn', JSON.stringify(source));
    assert.deepEqual(zones, [{ x: 3 * 48, y: 3 * 48, halfWidth: 48, halfHeight: 48 }]);
  });

  it('is stood on by a hill of which only some tiles can be reached', () => {
    assert.equal(drawnMap(['########', '#s.HHHH#', '#..HHHH#', '#...####', '#.....s#', '########']).zones.length, 1);
  });

  it('has the modes that it claims, however they are parted', () => {
    assert.deepEqual(drawnMap(GOOD, ' ffa,tdm  king ').modes, ['ffa', 'tdm', 'king']);
    assert.deepEqual(drawnMap(GOOD).modes, []);
  });

  it('has another digest with any tile, flag, hill or pickup another', () => {
    const variants = [
      FULL,
      FULL.with(1, '#0..GP..1#'),
      FULL.with(2, '#f.rPPh.F#'),
      FULL.with(2, '#F.oPPh.f#'),
      FULL.with(2, '#F.rPPh..#'),
      FULL.with(4, '#.HH.~~~.#').with(5, '#0HH.~~~1#'),
    ];
    assert.equal(new Set(variants.map((rows) => drawnMap(rows).hash)).size, variants.length);
  });

  it('is seen through where no wall is between', () => {
    const map = drawnMap(GOOD);
    assert.equal(hasLineOfSight(map, 72, 72, 300, 72), true);
    assert.equal(hasLineOfSight(map, 3 * 48 + 24, 3 * 48 + 24, 5 * 48 + 24, 3 * 48 + 24), false);
    const sight = (middle: string) => hasLineOfSight(drawnMap(GOOD.with(3, `#...${middle}..#`)), 72, 3 * 48 + 24, 6 * 48 + 24, 3 * 48 + 24);
    assert.deepEqual(['.', '~', 'G', 'P', 'B', '#'].map(sight), [true, true, true, false, false, false]);
  });

  it('may be as large as 84 tiles a side', () => assert.equal(hall(84, 84).cols, 84));
});
