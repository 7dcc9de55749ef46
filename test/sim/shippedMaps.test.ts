import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf } from '#shared/maps/check.ts';
import { readTiled } from '#shared/maps/tiled.ts';
import { MODES } from '#shared/modes/index.ts';
import { BUMPER, GLASS, SLICK, SPONGE } from '#shared/sim/map.ts';
import { TILE } from '#shared/tuning.ts';
import { MAP_FOLDER, shippedIds, shippedMap, shippedText } from '../support/maps.ts';

const ids = shippedIds();

interface Tileset {
  tilesets: { image: string; imagewidth: number; imageheight: number; tilecount: number; columns: number }[];
}

describe('the maps that the game comes with', () => {
  it('are eight at least', () => assert.ok(ids.length >= 8, ids.join()));

  for (const id of ids) {
    it(`${id} has a name, an author, and no problem`, () => {
      const source = readTiled(id, shippedText(id));
      assert.ok(source.map.name !== id && source.map.author !== '');
      assert.deepEqual(problemsOf(source), []);
    });

    it(`${id} opens in Tiled with the picture of its tiles`, () => {
      const { tilesets } = JSON.parse(shippedText(id)) as Tileset;
      const { image, imagewidth, imageheight, tilecount, columns } = tilesets[0] as Tileset['tilesets'][number];
      const picture = readFileSync(join(MAP_FOLDER, image));
      assert.deepEqual([imagewidth, imageheight], [picture.readUInt32BE(16), picture.readUInt32BE(20)]);
      assert.deepEqual([tilecount, columns, imagewidth, imageheight], [6, 6, 6 * TILE, TILE]);
    });
  }

  for (const mode of Object.values(MODES)) {
    it(`serve ${mode.name} twice at least`, () => {
      const serving = ids.filter((id) => shippedMap(id).modes.includes(mode.id));
      assert.ok(serving.length >= 2, serving.join());
    });
  }

  it('use every kind of tile and of thing', () => {
    const maps = ids.map(shippedMap);
    for (const code of [GLASS, SPONGE, BUMPER, SLICK])
      assert.ok(
        maps.some(({ tiles }) => tiles.includes(code)),
        `tile ${code}`,
      );
    const kinds = new Set(maps.flatMap(({ pickups }) => pickups.map(({ kind }) => kind.id)));
    assert.deepEqual([...kinds].sort(), ['overcharge', 'repair', 'shield']);
  });
});
