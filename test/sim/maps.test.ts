import assert from 'node:assert/strict';
import { MapError, readTiledMap } from '#shared/maps/tiled.ts';
import { hasLineOfSight, stopsPucks } from '#shared/sim/map.ts';
import { drawnMap, hall, type TiledSource, tiledSource } from '../support/maps.ts';

const GOOD = ['########', '#s.....#', '#......#', '#...#..#', '#.....s#', '########'];

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

  it('a spawn that cannot be reached is refused with its tile', () => {
    const rows = ['########', '#s..#..#', '#...#..#', '#...#..#', '#.s.#.s#', '########'];
    assert.throws(() => drawnMap(rows), /layer "objects": the spawn at tile 6,4 cannot be reached/);
  });

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

  it('is seen through where no wall is between', () => {
    const map = drawnMap(GOOD);
    assert.equal(hasLineOfSight(map, 72, 72, 300, 72), true);
    assert.equal(hasLineOfSight(map, 3 * 48 + 24, 3 * 48 + 24, 5 * 48 + 24, 3 * 48 + 24), false);
  });

  it('may be as large as 84 tiles a side', () => assert.equal(hall(84, 84).cols, 84));
});
